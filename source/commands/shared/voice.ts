import {type LiveSecrets, liveSecrets} from '../../domain/live-secrets.ts';
import type {Problem} from '../../domain/problem.ts';
import {jsonDocument} from '../../output/json.ts';
import type {Paint} from '../../output/paint.ts';
import {problemJson, problemLines} from '../../output/problem-words.ts';
import {cut} from '../../output/table.ts';
import {fits, prose} from '../../output/wrapping.ts';
import type {Values} from '../flags/flags.ts';
import {exitCodeOf} from './exit-codes.ts';
import type {Terminal} from './terminal.ts';

/** How a command without prompts speaks: data to standard output, everything else to standard error. */
export type Voice = {
	readonly isJson: boolean;
	readonly isPlain: boolean;
	/** How wide a line of data may be; without bounds where nobody looks at a terminal. */
	readonly width: number;
	readonly paint: Paint;
	/** The same of standard error. */
	readonly noteWidth: number;
	/** Whether a line of standard error may be drawn over again. */
	readonly canRedraw: boolean;
	/** Data: the lines, or with `--json` the one document. */
	data(lines: () => readonly string[], document: () => object): void;
	/** The same of what was done and cannot be undone; `summary` is said where it cannot be written. */
	receipt(summary: string, lines: () => readonly string[], document: () => object): void;
	/** Data as one text, in whatever form. */
	text(text: string): void;
	/** A line of data as it comes; nothing with `--json`. */
	line(text: string): void;
	note(...lines: readonly string[]): void;
	/** What goes on, in a line of a terminal that the next note, status or an empty text takes away; nothing elsewhere. */
	status(text: string): void;
	/** Says a problem and gives its exit code. */
	fail(problem: Problem): number;
	/** What of all this could not be written: whether there was data in it, and the summaries of receipts. */
	losses(): Promise<Losses>;
};

export type Losses = {readonly hasLostData: boolean; readonly receipts: readonly string[]};

/** `secrets` are kept out of everything that is said, should somebody else have said them first. */
export function voiceFor(
	values: Values,
	{stdout, stderr, environment}: Terminal,
	secrets: LiveSecrets = liveSecrets(),
): Voice {
	const isJson = values.json === true;
	const isPlain = values.plain === true || environment.TERM === 'dumb';
	const hasColour = colourOf(values, environment, stdout.isTTY === true) && !isPlain;
	const noteWidth = stderr.isTTY === true ? stderr.columns || 80 : Number.POSITIVE_INFINITY;
	const hide = (lines: readonly string[]) => lines.map(secrets.hideEchoes);
	const jsonOf = (document: object) => jsonDocument(document, secrets.hideEchoes);
	const writes: Promise<Loss>[] = [];
	const write = (text: string, receipt?: string) => writes.push(lossOf(stdout, text, receipt));
	const writeLines = (lines: readonly string[], receipt?: string) => {
		if (lines.length > 0) write(`${hide(lines).join('\n')}\n`, receipt);
	};
	const canRedraw = stderr.isTTY === true && !isPlain;
	let shown = '';
	const wipe = () => {
		if (shown !== '') stderr.write(`\r${' '.repeat(shown.length)}\r`);
		shown = '';
	};
	const tell = (lines: readonly string[]) => {
		wipe();
		if (lines.length > 0) stderr.write(`${hide(lines).join('\n')}\n`);
	};
	const give = (lines: () => readonly string[], document: () => object, receipt?: string) => {
		if (isJson) write(jsonOf(document()), receipt);
		else writeLines(lines(), receipt);
	};
	return {
		isJson,
		isPlain,
		width: stdout.isTTY === true ? stdout.columns || 80 : Number.POSITIVE_INFINITY,
		noteWidth,
		paint: hasColour ? (text, tone) => `\u001B[${codes[tone]}m${text}\u001B[0m` : text => text,
		canRedraw,
		data: (lines, document) => give(lines, document),
		receipt: (summary, lines, document) => give(lines, document, summary),
		text: text => void write(hide([text]).join('')),
		line: text => {
			if (!isJson) writeLines([text]);
		},
		note: (...lines) => tell(lines),
		status(text) {
			wipe();
			if (!canRedraw || text === '') return;
			shown = cut(text, noteWidth - 1);
			stderr.write(shown);
		},
		fail(problem) {
			if (isJson) write(jsonOf(problemJson(problem)));
			else tell(problemLines(problem).flatMap(line => noteLines(line, noteWidth)));
			return exitCodeOf(problem);
		},
		async losses() {
			const lost = (await Promise.all(writes)).filter(loss => loss !== 'none');
			const receipts = lost.flatMap(loss => (loss === 'data' ? [] : [loss.receipt]));
			return {hasLostData: lost.includes('data'), receipts: [...new Set(receipts)]};
		},
	};
}

type Loss = 'none' | 'data' | {readonly receipt: string};

/** Writes, and tells what that lost. A reader that has had enough, such as `head`, loses nothing. */
const lossOf = (stream: NodeJS.WritableStream, text: string, receipt?: string): Promise<Loss> =>
	new Promise(resolve => {
		stream.write(text, error => {
			const isLost = error && !('code' in error && error.code === 'EPIPE');
			if (!isLost) resolve('none');
			else resolve(receipt === undefined ? 'data' : {receipt});
		});
	});

/** Broken between words where it is too long, unless a command is in it: that is copied as a whole. */
export const noteLines = (line: string, width: number): readonly string[] =>
	fits(line, width) || /\bbyoo [a-z-]/.test(line)
		? [line]
		: prose(line, width, line.startsWith(' ') ? '    ' : '');

const codes = {good: 32, warning: 33, bad: 31, dim: 2, strong: 1} as const;

/** Colour on a terminal only; `FORCE_COLOR` brings it elsewhere too, `NO_COLOR` and `--no-color` take it away. */
function colourOf(values: Values, environment: Terminal['environment'], isTerminal: boolean): boolean {
	const {FORCE_COLOR: forced, NO_COLOR: none} = environment;
	if (values['no-color']) return false;
	if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
	return isTerminal && !none;
}
