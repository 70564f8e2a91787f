import {openSync} from 'node:fs';
import {ReadStream} from 'node:tty';
import {failure, type Result, success} from '../domain/problem.ts';
import {Secret} from '../domain/secret.ts';
import {type Recognition, recognise} from '../domain/values/recognise.ts';
import type {Answers} from '../wizard/answers.ts';
import {providerOf} from '../wizard/steps.ts';
import type {Terminal} from './shared/terminal.ts';

/**
The terminal that keys come from. Where standard input is a pipe with the document of `--from -`, it is the one that the
process belongs to, if there is one.
*/
export function askingTerminal(terminal: Terminal, from: string | undefined): Terminal {
	if (from !== '-' || terminal.stdin.isTTY) return terminal;
	try {
		const stdin = new ReadStream(openSync('/dev/tty', 'r'));
		// A terminal that goes away is told by its signal.
		stdin.on('error', () => undefined);
		return {...terminal, stdin};
	} catch {
		return terminal;
	}
}

/** The document of `--from`, to be asked about in the wizard; or, in words that repeat nothing of it, why it is of no use. */
export async function documentOf(
	from: string | undefined,
	{stdin, environment}: Terminal,
	preset: Answers,
): Promise<Result<Secret | undefined>> {
	if (from === undefined) return success(undefined);
	if (from === '-' && stdin.isTTY) return unusable(fromTerminal);
	const {readSource} = await import('../secret-sources/read-source.ts');
	const source = from === '-' ? ({kind: 'stdin'} as const) : ({kind: 'file', path: from} as const);
	const text = await readSource(source, {stdin, environment});
	if (!text.ok) return unusable(`${text.problem.message} ${text.problem.advice}`);
	const found = recognise(text.value, providerOf(preset));
	const problem = problemWith(found, preset);
	return problem === undefined ? success(new Secret(text.value)) : unusable(problem);
}

const fromTerminal =
	'- is standard input, which is the terminal here: name the file, or pipe the document in.';

const unusable = (message: string): Result<never> =>
	failure({kind: 'correct', message: `--from: ${message}`, advice: 'Nothing was sent.', fields: []});

function problemWith(found: Recognition, preset: Answers): string | undefined {
	switch (found.kind) {
		case 'value':
			return 'It is no document that is known: a Google client file, a settings file, JSON, a table, labelled lines, or an item of a password manager.';
		case 'refused':
			return `${found.refusal.message} ${found.refusal.advice}`;
		case 'question':
			return undefined;
		case 'document':
			return contradiction(found, preset);
	}
}

/** Two applications would be mixed where a flag gives another client ID than the document has. */
function contradiction(
	{fields}: Extract<Recognition, {readonly kind: 'document'}>,
	{'client-id': given}: Answers,
): string | undefined {
	const found = fields.find(({field}) => field === 'client-id');
	const isOther =
		given?.kind === 'given' && typeof given.value === 'string' && found?.value.is(given.value) === false;
	return isOther ? 'It has another client ID than --client-id gives. Give it in one way.' : undefined;
}
