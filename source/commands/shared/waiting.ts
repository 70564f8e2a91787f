import type {Waiting} from '../../domain/ports.ts';

/** A pause before something is tried again, as a line. */
export const waitingNote = ({seconds, because}: Pick<Waiting, 'seconds' | 'because'>): string =>
	`Waiting ${seconds} s: ${because}.`;
