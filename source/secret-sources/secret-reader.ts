import type {Result} from '../domain/problem.ts';
import type {SecretSource} from '../domain/secret-source.ts';
import {readSource, type SourceAccess, sourceLimit} from './read-source.ts';
import {refused} from './refused.ts';
import {type InTurn, turns} from './turns.ts';

export type SecretReader = {
	/** The text of a source, as `readSource` gives it. Call it for everything at once: it keeps the order and the pace. */
	read(source: SecretSource, limit?: number): Promise<Result<string>>;
};

/**
Reads the sources of one run. Each is read once, whoever asks and how often. Of commands one runs alone until one has
worked, since it may have to unlock a vault and ask for that; then four at once. Standard input goes to the first who
asks for it, and to nobody else: two values are never the same input.
*/
export function secretReader(access: SourceAccess): SecretReader {
	const texts = new Map<string, Promise<Result<string>>>();
	const read = (source: SecretSource, limit: number) => readSource(source, access, limit);
	const inTurn: Readonly<Record<SecretSource['kind'], InTurn>> = {
		stdin: turns(() => 1),
		environment: turns(() => Number.POSITIVE_INFINITY),
		file: turns(() => 4),
		command: turns(hasWorked => (hasWorked ? 4 : 1)),
	};
	return {
		read(source, limit = sourceLimit) {
			const name = nameOf(source, limit);
			const known = texts.get(name);
			if (known) return Promise.resolve(source.kind === 'stdin' ? readTwice() : known);
			const text = inTurn[source.kind](() => read(source, limit));
			texts.set(name, text);
			return text;
		},
	};
}

function nameOf(source: SecretSource, limit: number): string {
	switch (source.kind) {
		case 'stdin':
			return source.kind;
		case 'file':
			return `file ${limit} ${source.path}`;
		case 'environment':
			return `environment ${limit} ${source.name}`;
		case 'command':
			return `command ${limit} ${source.command}`;
	}
}

const readTwice = (): Result<never> =>
	refused('Standard input is asked for twice.', 'Take one of the two from a file, a variable or a command.');
