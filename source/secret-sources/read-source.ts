import {type Result, success} from '../domain/problem.ts';
import type {SecretSource} from '../domain/secret-source.ts';
import {childEnvironment, isKeyVariable, type Variables} from './child-environment.ts';
import {collect} from './collect.ts';
import {readCommand} from './read-command.ts';
import {readFile} from './read-file.ts';
import {refused, stopped} from './refused.ts';
import {notText, textOf, tooLarge} from './text-of.ts';

/** What a secret may be read from. */
export type SourceAccess = {
	readonly stdin: NodeJS.ReadableStream & {readonly isTTY?: boolean};
	readonly environment: Variables;
	readonly signal?: AbortSignal;
	/** Variables that hold secrets of ours. No command gets them; the organization keys never reach one anyway. */
	readonly environmentSecrets?: readonly string[];
	/** How long a command may take. */
	readonly commandSeconds?: number;
};

/** What a source may hold at most, in bytes, where nothing else is said. */
export const sourceLimit = 64 * 1024;

/** The same for details, which may be long. */
export const detailsLimit = 1024 * 1024;

/**
The text of a source, whole and exactly as it is: nothing trimmed, nothing replaced. What is empty, longer than
`limit` bytes or not UTF-8 is refused. No problem repeats the text, the path, the name or the command.
*/
export async function readSource(
	source: SecretSource,
	access: SourceAccess,
	limit: number = sourceLimit,
): Promise<Result<string>> {
	if (access.signal?.aborted) return stopped();
	switch (source.kind) {
		case 'stdin':
			return readStdin(access, limit);
		case 'file':
			return readFile(source.path, limit, access.signal);
		case 'environment':
			return readVariable(source.name, access.environment, limit);
		case 'command':
			return readCommand(source.command, {
				variables: childEnvironment(access.environment, access.environmentSecrets),
				limit,
				seconds: access.commandSeconds ?? 120,
				...(access.signal && {signal: access.signal}),
			});
	}
}

async function readStdin({stdin, signal}: SourceAccess, limit: number): Promise<Result<string>> {
	const subject = 'Standard input';
	if (stdin.isTTY) {
		return refused(
			`${subject} is a terminal, where anyone could see what is typed.`,
			'Pipe the value in, for instance from a password manager; or run byoo, which asks for it masked.',
		);
	}
	if (!stdin.readable) {
		return refused(`${subject} is closed or was read already.`, 'Pipe the value in; it is read only once.');
	}
	return textOf(await collect(stdin, limit, signal), subject, limit);
}

/** A name that can be nothing else is told; any other may be a secret that was typed in its place. */
const named = (subject: string, name: string): string =>
	/^[A-Z]{2,}(?:_[A-Z0-9]+)+$/.test(name) && name.length <= 150 ? `${subject} ${name}` : subject;

function readVariable(name: string, variables: Variables, limit: number): Result<string> {
	const subject = 'The environment variable';
	if (isKeyVariable(name)) {
		return refused(
			`${subject} holds the organization key, which must not be sent as anything else.`,
			'Name the variable that holds the value asked for.',
		);
	}
	const text: unknown = variables[name];
	// Names such as `constructor` are no variables, though every object has them.
	if (typeof text !== 'string' || text === '') {
		return refused(
			`${named(subject, name)} is not set or is empty.`,
			'Check its name, and that it is exported to byoo.',
		);
	}
	if (Buffer.byteLength(text) > limit) return tooLarge(subject, limit);
	// Node has already replaced what was no UTF-8 in it.
	return text.includes('\ufffd') ? notText(subject) : success(text);
}
