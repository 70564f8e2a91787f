import type {Statement} from './portal.ts';

/** A statement in words, which say so where it rests on one source only. */
export const statementWords = (statement: Statement): string =>
	typeof statement === 'string' ? statement : `Reported: ${statement.reported}`;

/** A step's title, which says so where the step itself does. */
export const titleWords = ({
	title,
	isReported,
}: {
	readonly title: string;
	readonly isReported?: boolean;
}): string => (isReported ? `${title} (reported)` : title);
