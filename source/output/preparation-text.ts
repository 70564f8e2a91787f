import type {Preparation, PreparationStep} from '../domain/ports.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {clean} from '../domain/text.ts';

/** The document of `byoo prepare --json`, its values exactly as the API gave them. */
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
	['redirect_uri', 'Redirect URI'],
	['webhook_uri', 'Webhook URI'],
	['iam_principal', 'IAM principal'],
]);

/** The same for a person, each value on a line of its own, to be copied. */
export function preparationLines({steps}: Preparation, provider: Provider): readonly string[] {
	const {name, portalUrl, checklist = []} = provider;
	if (steps.length === 0) return [`Nothing has to be registered at ${name}.`];
	return [
		`Register at ${name}${portalUrl === undefined ? '' : `, ${portalUrl}`}:`,
		...steps.flatMap(stepLines),
		...(checklist.length === 0 ? [] : ['', ...checklist.map(item => `• ${item}`)]),
	];
}

const stepLines = ({type, key, value, description}: PreparationStep): readonly string[] => [
	'',
	`${titles.get(type) ?? clean(type)}${key === '' ? '' : ` (${clean(key)})`}`,
	`  ${value}`,
	...(description === '' ? [] : [`  ${clean(description, 500)}`]),
];
