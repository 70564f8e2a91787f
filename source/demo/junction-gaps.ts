import {type Reply, refusal} from './reply.ts';
import type {Gap} from './world.ts';

/** What of a gap is one of the kinds that any operation may have. */
export const gapOf = (gap: string | undefined): Gap | undefined =>
	gap === 'missing' || gap === 'failing' || gap === 'limited' ? gap : undefined;

const replies: Readonly<Record<Gap, Reply>> = {
	missing: refusal(404, 'Not Found'),
	failing: refusal(500, 'Internal Server Error'),
	limited: refusal(429, 'Too many requests', {'retry-after': '1'}),
};

export const gapReply = (gap: Gap): Reply => replies[gap];
