import type {Statement} from './portal.ts';

/** A statement in words, which say so where it rests on one source only. */
export const statementWords = (statement: Statement): string =>
	typeof statement === 'string' ? statement : `Reported: ${statement.reported}`;

/** A statement after a word of what it is: `Mind: …`, or `Mind (reported): …`. */
export const statementAfter = (word: string, statement: Statement): string =>
	typeof statement === 'string' ? `${word}: ${statement}` : `${word} (reported): ${statement.reported}`;

/** A step's title, which says so where the step itself does. */
export const titleWords = ({
	title,
	isReported,
}: {
	readonly title: string;
	readonly isReported?: boolean;
}): string => (isReported ? `${title} (reported)` : title);
