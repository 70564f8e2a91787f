import type {PreparationStep} from '../ports.ts';
import {clean} from '../text.ts';
import {isPlacedBy, labelled, type PlacedValue} from './placing.ts';
import type {PortalStep, PortalValue} from './portal.ts';

/** A step with values that no value of a portal stands for. */
export type Draft = PortalStep & {readonly given?: readonly PlacedValue[]};

const known: Readonly<
	Record<string, {readonly title: string; readonly value: PortalValue; readonly field: string}>
> = {
	redirect_uri: {title: 'Register the redirect URI', value: 'redirect_uri', field: 'Redirect URI'},
	webhook_uri: {title: 'Register the webhook URI', value: 'webhook_uri', field: 'Webhook URI'},
	iam_principal: {
		title: 'Grant access to Junction’s principal',
		value: 'iam_principal',
		field: 'IAM principal',
	},
};

/** The steps, and one of its own for each kind of value that the API names and none of them places. */
export function withUnplaced(
	steps: readonly PortalStep[],
	prepared: readonly PreparationStep[] = [],
): readonly Draft[] {
	const unplaced = prepared.filter(step => !isPlacedBy(steps, step));
	const kinds = [...new Set(unplaced.map(idOf))];
	const drafts = kinds.map(id =>
		draftOf(
			id,
			unplaced.filter(step => idOf(step) === id),
		),
	);
	const secret = steps.findIndex(({showsSecret}) => showsSecret);
	return steps.toSpliced(secret === -1 ? steps.length : secret, 0, ...drafts);
}

/** The type of a value in the form of a step's ID. A server may name any. */
const idOf = ({type}: PreparationStep): string =>
	`value-${type
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 40)}`;

function draftOf(id: string, values: readonly PreparationStep[]): Draft {
	const type = values[0]?.type ?? '';
	const how = [...new Set(values.map(({description}) => clean(description, 500)))].filter(
		text => text !== '',
	);
	const one = Object.hasOwn(known, type) ? known[type] : undefined;
	if (one) return {id, title: one.title, how, puts: one};
	const field = clean(type.replaceAll('_', ' '), 40) || 'Value';
	return {
		id,
		title: 'Register what else Junction names',
		how,
		given: labelled(values).map(value => ({field, ...value})),
	};
}
