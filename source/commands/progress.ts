import type {RowResult} from '../domain/plan.ts';
import type {Slowing} from '../operations/pace.ts';
import {resultLine} from '../output/plan-words.ts';
import {cut} from '../output/table.ts';
import type {Terminal} from './shared/terminal.ts';
import type {Voice} from './shared/voice.ts';

/** Shows how far a run is: a bar below its results on a terminal, a line now and then elsewhere. */
export type Progress = {
	result(result: RowResult): void;
	slowed(slowing: Slowing): void;
	/** A line of standard error that stands above the bar. */
	note(text: string): void;
	end(): void;
};

const barWidth = 24;
// Below this, words without a bar.
const narrow = 50;

/** `below` has what else is to be said of a row, in lines below its result. */
export function showProgress(
	count: number,
	voice: Voice,
	{stderr}: Terminal,
	below: (result: RowResult) => readonly string[] = () => [],
): Progress {
	let done = 0;
	let failed = 0;
	let told = 0;
	let state = '';

	function clear(): void {
		if (voice.canRedraw) stderr.write('\r\u001B[K');
	}

	function draw(): void {
		if (!voice.canRedraw) return;
		const width = (stderr.columns || 80) - 1;
		const words = `${wordsOf(done, failed, count)}${state}`;
		stderr.write(cut(width < narrow ? words : `${bar(done, count)} ${words}`, width));
	}

	draw();

	return {
		result(result) {
			done += 1;
			if (result.problem) failed += 1;
			state = '';
			clear();
			voice.line(resultLine(result, voice.paint));
			for (const line of below(result)) voice.line(line);
			draw();
			const tenth = Math.floor((done * 10) / count);
			if (voice.canRedraw || count < 20 || tenth === told) return;
			told = tenth;
			voice.note(`${wordsOf(done, failed, count)}.`);
		},
		slowed({seconds, because, atOnce}) {
			state = ` · slower: ${because}`;
			clear();
			if (!voice.canRedraw && seconds >= 1) {
				voice.note(`Slower for ${seconds} s, ${atOnce} at once: ${because}.`);
			}
			draw();
		},
		note(text) {
			clear();
			voice.note(text);
			draw();
		},
		end: clear,
	};
}

const wordsOf = (done: number, failed: number, count: number): string =>
	`${done} of ${count}${failed === 0 ? '' : `, ${failed} with a problem`}`;

function bar(done: number, count: number): string {
	const filled = Math.round((done / Math.max(1, count)) * barWidth);
	return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
}
