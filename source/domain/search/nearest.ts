import {editDistance} from './distance.ts';
import {wordsIn} from './folded.ts';

/**
Up to three of the candidates that the text may have meant, the closest first: those that it is a part of, then those
that a few signs make of it, then those that it begins with. None where most of it would have to change.
*/
export function nearest(text: string, candidates: readonly string[]): readonly string[] {
	const typed = wordsIn(text).join('_');
	return candidates
		.map(candidate => ({candidate, distance: distanceTo(typed, wordsIn(candidate).join('_'))}))
		.filter(({distance}) => distance !== Number.POSITIVE_INFINITY)
		.sort((a, b) => a.distance - b.distance)
		.slice(0, 3)
		.map(near => near.candidate);
}

/** Parts of less than three signs are in too much. Who begins with a candidate may have meant no more than that. */
function distanceTo(typed: string, candidate: string): number {
	if (typed.length > 2 && candidate.includes(typed)) return 0;
	const distance = distanceWithin(typed, candidate);
	const isLonger = typed.startsWith(candidate) && candidate.length > 2 && typed.length < 4 * candidate.length;
	return distance === Number.POSITIVE_INFINITY && isLonger ? typed.length : distance;
}

/** The edit distance, or infinity above half of the longer text; what is far too long is not even compared. */
function distanceWithin(a: string, b: string): number {
	const limit = Math.max(a.length, b.length) / 2;
	if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
	const distance = editDistance(a, b);
	return distance > limit ? Number.POSITIVE_INFINITY : distance;
}
