import {callbackIn, documentedCallback} from '../callback.ts';
import type {Environment, Region} from '../credential.ts';
import type {PreparationStep} from '../ports.ts';
import {clean} from '../text.ts';
import type {PortalStep, PortalValue, Statement} from './portal.ts';

/** Where the values come from. What is absent is not known. */
export type ValueSources = {
	readonly slug: string;
	readonly environment: Environment;
	readonly region?: Region | undefined;
	readonly prepared?: readonly PreparationStep[] | undefined;
	readonly redirectOverride?: string | undefined;
	readonly scopes: readonly string[];
};

/** A value for a field of the portal. Without `value` it is not known yet, and `missing` says where it comes from. */
export type PlacedValue = {
	readonly field: string;
	/** Which of several, where the API names more than one. */
	readonly label?: string;
	readonly value?: string;
	readonly missing?: string;
};

type Found = Pick<PlacedValue, 'label' | 'value' | 'missing'>;

/** The type of the preparation that each value is made of. */
const preparedTypes: Readonly<Partial<Record<PortalValue, string>>> = {
	redirect_uri: 'redirect_uri',
	redirect_domain: 'redirect_uri',
	own_callback: 'redirect_uri',
	forward_target: 'redirect_uri',
	webhook_uri: 'webhook_uri',
	iam_principal: 'iam_principal',
};

/** Whether a value of the preparation is placed by one of the steps. */
export const isPlacedBy = (steps: readonly PortalStep[], {type}: PreparationStep): boolean =>
	steps.some(({puts}) => puts && preparedTypes[puts.value] === type);

/** Whether a step registers where the provider sends users back to. */
export const namesRedirect = ({puts}: PortalStep): boolean =>
	puts !== undefined && ['redirect_uri', 'redirect_domain', 'own_callback'].includes(puts.value);

/** Whether the step applies, by what the API names where it was asked. */
export const isNamed = ({onlyWith}: PortalStep, {prepared}: ValueSources): boolean =>
	onlyWith === undefined || !prepared || prepared.some(({type}) => type === preparedTypes[onlyWith]);

/** The values of ours that belong in the field of a step. */
export const placedIn = ({puts}: PortalStep, sources: ValueSources): readonly PlacedValue[] =>
	puts ? foundFor(puts.value, sources).map(found => ({field: puts.field, ...found})) : [];

function foundFor(value: PortalValue, sources: ValueSources): readonly Found[] {
	const {redirectOverride: override, scopes} = sources;
	switch (value) {
		case 'redirect_uri':
			return override === undefined ? callbacks(sources) : [{value: override}];
		case 'redirect_domain':
			return foundFor('redirect_uri', sources).map(domainOf);
		case 'own_callback':
			return [override === undefined ? {missing: ownCallbackWords} : {value: override}];
		case 'forward_target':
			return callbacks(sources);
		case 'webhook_uri':
		case 'iam_principal': {
			const found = foundIn(sources, value);
			return found.length > 0 ? found : [missingIn(sources)];
		}
		case 'scopes':
			return scopes.length > 0 ? [{value: scopes.join('\n')}] : [];
	}
}

const ownCallbackWords = 'your own callback, which forwards to Junction’s';

/** What the API names, or the callback that Junction documents for the place. */
function callbacks(sources: ValueSources): readonly Found[] {
	const named = foundIn(sources, 'redirect_uri');
	if (named.length > 0) return named;
	const documented = documentedFor(sources);
	return [documented === undefined ? missingIn(sources) : {value: documented}];
}

const documentedFor = ({slug, environment, region}: ValueSources): string | undefined =>
	region && documentedCallback({environment, region}, slug);

/** What is to be known of a value that is documented and was not named. */
export function sourceOf({puts}: PortalStep, sources: ValueSources): readonly Statement[] {
	const {prepared, redirectOverride} = sources;
	if (puts === undefined || preparedTypes[puts.value] !== 'redirect_uri') return [];
	const isJunctions = puts.value === 'forward_target' || redirectOverride === undefined;
	if (!isJunctions || puts.value === 'own_callback') return [];
	if (callbackIn(prepared) !== undefined || documentedFor(sources) === undefined) return [];
	return [
		prepared
			? 'Junction’s API names none here: this is the one of its documentation.'
			: 'Junction could not be asked: this is the one of its documentation.',
	];
}

function foundIn({prepared = []}: ValueSources, type: string): readonly Found[] {
	return labelled(prepared.filter(step => step.type === type));
}

/** Values of one type; of several each has its key, which tells them apart. */
export const labelled = (steps: readonly PreparationStep[]): readonly (Found & {readonly value: string})[] =>
	steps.map(({key, value}) => ({
		...(steps.length > 1 && key !== '' ? {label: clean(key, 60)} : {}),
		value,
	}));

const missingIn = ({prepared}: ValueSources): Found => ({
	missing: prepared ? 'Junction names none here' : 'Junction could not be asked',
});

/** The host alone of what may be an address. */
const domainOf = ({value, ...found}: Found): Found => {
	if (value === undefined) return found;
	return URL.canParse(value)
		? {...found, value: new URL(value).hostname}
		: {...found, missing: 'the host of the redirect URI'};
};
