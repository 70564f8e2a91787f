import {forwardsWords} from '../domain/callback.ts';
import type {ChecklistStep} from '../domain/portal/checklist.ts';
import type {Preparation, PreparationStep, RedirectCheck} from '../domain/ports.ts';
import type {Problem} from '../domain/problem.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {clean} from '../domain/text.ts';
import {shownInvisible} from '../domain/values/signs.ts';
import type {Paint} from './paint.ts';
import {problemJson} from './problem-words.ts';
import {checklistLines} from './steps-lines.ts';

/** The document of `byoo prepare --json`, its values exactly as they are to be registered. */
export const preparationJson = ({steps}: Preparation): object => ({
	status: steps.length > 0 ? 'preparations_required' : 'no_action_needed',
	steps: steps.map(({type, key, value, description}) => ({
		type,
		key: key === '' ? null : key,
		value,
		description: description === '' ? null : description,
	})),
});

const titles: ReadonlyMap<string, string> = new Map([
	['redirect_domain', 'Callback domain'],
	['redirect_uri', 'Redirect URI'],
	['webhook_uri', 'Webhook URI'],
	['iam_principal', 'IAM principal'],
]);

/** The same for a person, each value on a line of its own, to be copied; then the steps at the portal. */
export function preparationLines(
	{steps}: Preparation,
	{name, portalUrl}: Provider,
	checklist: readonly ChecklistStep[],
	options: {readonly width: number; readonly paint: Paint},
): readonly string[] {
	const values =
		steps.length === 0
			? [`Junction’s API names nothing more to register at ${name}.`]
			: [
					`Register at ${name}${portalUrl === undefined ? '' : `, ${portalUrl}`}:`,
					...steps.flatMap(stepLines),
				];
	if (checklist.length === 0) return values;
	return [...values, '', `Step by step at ${name}:`, ...checklistLines(checklist, options)];
}

const stepLines = ({type, key, value, description}: PreparationStep): readonly string[] => [
	'',
	`${titles.get(type) ?? clean(type)}${key === '' ? '' : ` (${clean(key)})`}`,
	`  ${value}`,
	...(description === '' ? [] : [`  ${clean(description, 500)}`]),
];

/** What a try of the endpoint showed, as a part of the document of `byoo prepare --json`. */
export const redirectCheckJson = ({deviations}: RedirectCheck) => ({
	redirect: {
		forwards: deviations.length === 0,
		deviations: deviations.map(({kind, message, advice}) => ({
			kind,
			message: shownInvisible(message),
			advice: shownInvisible(advice),
		})),
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
