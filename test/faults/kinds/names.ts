import {names as hosts} from '../agents.ts';
import type {Fault} from '../fault.ts';

const kind = 'names';
const at = ['organization', 'teams', 'redirect'] as const;

/** The rule alone: the name server is handed in, since loopback has none that could be at fault. */
export const names: readonly Fault[] = [
	{
		kind,
		at,
		what: 'the name of the API is not found',
		seen: 'unsent',
		strike: {at: 'way', open: async () => ({url: `https://${hosts.unknown}`})},
	},
	{
		kind,
		at,
		what: 'the name server is silent',
		seen: 'unsent',
		isSilent: true,
		strike: {at: 'way', open: async () => ({url: `https://${hosts.silent}`, isSilent: true})},
	},
];
