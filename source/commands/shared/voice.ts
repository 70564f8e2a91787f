import type {Problem} from '../../domain/problem.ts';
import {jsonDocument} from '../../output/json.ts';
import type {Paint} from '../../output/paint.ts';
import {problemJson} from '../../output/problem-json.ts';
import {problemLines} from '../../output/problem-text.ts';
import {prose} from '../../output/prose.ts';
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
	/** A line of data as it comes; nothing with `--json`. */
	line(text: string): void;
	note(...lines: readonly string[]): void;
	/** Says a problem and gives its exit code. */
	fail(problem: Problem): number;
};

export function voiceFor(values: Values, {stdout, stderr, environment}: Terminal): Voice {
	const isJson = values.json === true;
	const isPlain = values.plain === true || environment.TERM === 'dumb';
	const hasColour = colourOf(values, environment, stdout.isTTY === true) && !isPlain;
	const noteWidth = stderr.isTTY === true ? stderr.columns || 80 : Number.POSITIVE_INFINITY;
	const write = (stream: NodeJS.WritableStream, lines: readonly string[]): void => {
		if (lines.length > 0) stream.write(`${lines.join('\n')}\n`);
	};
	return {
		isJson,
		isPlain,
		width: stdout.isTTY === true ? stdout.columns || 80 : Number.POSITIVE_INFINITY,
		noteWidth,
		paint: hasColour ? (text, tone) => `\u001B[${codes[tone]}m${text}\u001B[0m` : text => text,
		canRedraw: stderr.isTTY === true && !isPlain,
		data: (lines, document) => {
			if (isJson) stdout.write(jsonDocument(document()));
			else write(stdout, lines());
		},
		line: text => {
			if (!isJson) write(stdout, [text]);
		},
		note: (...lines) => write(stderr, lines),
		fail(problem) {
			if (isJson) stdout.write(jsonDocument(problemJson(problem)));
			else
				write(
					stderr,
					problemLines(problem).flatMap(line => folded(line, noteWidth)),
				);
			return exitCodeOf(problem);
		},
	};
}

/** Broken between words, unless a command is in it: that is copied as a whole. */
export const folded = (line: string, width: number): readonly string[] =>
	/\bbyoo [a-z-]/.test(line) ? [line] : prose(line, width, line.startsWith(' ') ? '    ' : '');

const codes = {good: 32, warning: 33, bad: 31, dim: 2, strong: 1} as const;

/** Colour on a terminal only; `FORCE_COLOR` brings it elsewhere too, `NO_COLOR` and `--no-color` take it away. */
function colourOf(values: Values, environment: Terminal['environment'], isTerminal: boolean): boolean {
	const {FORCE_COLOR: forced, NO_COLOR: none} = environment;
	if (values['no-color']) return false;
	if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
	return isTerminal && !none;
}
