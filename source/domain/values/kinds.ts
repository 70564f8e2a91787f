import type {Kind} from './kind.ts';
import {addressKinds} from './kinds/address.ts';
import {aroundKinds, endKinds} from './kinds/around.ts';
import {escapeKinds} from './kinds/escapes.ts';
import {keyKinds} from './kinds/key.ts';
import {refusedSigns, signKinds} from './kinds/signs.ts';
import {noteKinds, wholeKinds} from './kinds/whole.ts';

const all = [
	...refusedSigns,
	...aroundKinds,
	...escapeKinds,
	...endKinds,
	...keyKinds,
	...signKinds,
	...addressKinds,
	...wholeKinds,
] as const;

type Listed = (typeof all)[number] | (typeof noteKinds)[number];

/** What every doubt is called by programs. The first three are about a value that has nothing to be looked at. */
export type DoubtCode = 'empty' | 'too-long' | 'final-line-break' | Listed['code'];

/**
Every kind of doubt that stops a value, in the order in which they are looked for. After each repair they are looked for
again from the first, so that what cannot be repaired is only told once nothing stands around the value any more.
*/
export const kinds: readonly Kind<Listed['code']>[] = all;

/** What is said about a value that nothing stops. */
export const notes: readonly Kind<Listed['code']>[] = noteKinds;

/** All that there is to be said of any value. */
export const doubtCodes: readonly DoubtCode[] = [
	'empty',
	'too-long',
	...kinds.map(({code}) => code),
	'final-line-break',
	...notes.map(({code}) => code),
];
