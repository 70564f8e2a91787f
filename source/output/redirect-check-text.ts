import type {RedirectCheck} from '../domain/ports.ts';
import type {Problem} from '../domain/problem.ts';
import type {Paint} from './paint.ts';
import {problemJson} from './problem-json.ts';

/** Said of a redirect endpoint that does what it must. */
export const forwardsWords = 'It forwards with 307, to the right place, the query unchanged.';

/** What a try of the endpoint showed, as a part of the document of `byoo prepare --json`. */
export const redirectCheckJson = ({deviations}: RedirectCheck) => ({
	redirect: {
		forwards: deviations.length === 0,
		deviations: deviations.map(({kind, message, advice}) => ({kind, message, advice})),
	},
	...(deviations.length > 0 && problemJson(problemOf(deviations))),
});

const problemOf = (deviations: RedirectCheck['deviations']): Problem => ({
	kind: 'correct',
	message: 'The redirect endpoint does not forward as it must.',
	advice: 'Mend the endpoint as each deviation says, then check it again.',
	fields: deviations.map(({message}) => ({field: 'redirect-url-override', message})),
});

/** The same for a person. */
export const redirectCheckLines = ({deviations}: RedirectCheck, paint: Paint): readonly string[] => [
	'',
	'Redirect endpoint, called with a made-up code:',
	...(deviations.length === 0 ? [paint(`  ✔ ${forwardsWords}`, 'good')] : []),
	...deviations.flatMap(({message, advice}) => [paint(`  ✖ ${message}`, 'bad'), `    ${advice}`]),
];
