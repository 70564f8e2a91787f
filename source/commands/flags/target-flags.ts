import {type ApiGeneration, apiGenerations, normalBaseUrl} from '../../domain/api-generation.ts';
import {type Environment, environments, type Region, regions} from '../../domain/credential.ts';
import {uuid} from '../../domain/field-values.ts';
import type {FieldProblem} from '../../domain/problem.ts';
import {findProvider, isSlug, nearestSlugs, unknownProvider} from '../../domain/providers/find-providers.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {isPlaceholder} from '../../domain/text.ts';
import {checkExact, type ExactOf} from './exact-flags.ts';
import type {FlagName, Values} from './flags.ts';
import {wholeNumber} from './whole-number.ts';

/** What the flags say of the target and the API, each read where it was given and is right. */
export type TargetFlags = {
	readonly organizationId?: string;
	readonly environment?: Environment;
	readonly region?: Region;
	/** An ID or a name. */
	readonly team?: string;
	readonly provider?: Provider;
	readonly generation?: ApiGeneration;
	readonly apiUrl?: string;
	/** Junction's API for teams. */
	readonly junctionUrl?: string;
	readonly timeoutSeconds?: number;
};

/** Reads the flags of the target. What was typed is never repeated: it may be a secret in the wrong place. */
export function readTargetFlags(
	values: Values,
	problems: FieldProblem[],
	exactOf: ExactOf = 'fields',
): TargetFlags {
	const organizationId = organization(values.org, problems);
	const environment = choice('env', values.env, environments, problems);
	const region = choice('region', values.region, regions, problems);
	const provider = providerFor(values.provider, values['allow-unknown-provider'] === true, problems);
	checkExact(values, provider, exactOf, problems);
	const generation = choice('api', values.api, apiGenerations, problems);
	const apiUrl = address('api-url', values, problems);
	const junctionUrl = address('junction-url', values, problems);
	if (values.team !== undefined && (values.team.trim() === '' || isPlaceholder(values.team))) {
		problems.push({field: 'team', message: '--team takes the ID of a team, or its name.'});
	}
	if ((values['confirm-production'] ?? []).some(text => !uuid.safeParse(text).success)) {
		const message = '--confirm-production takes the ID of the team, not its name.';
		problems.push({field: 'confirm-production', message});
	}
	const timeoutSeconds = wholeNumber('timeout', values.timeout, {from: 1, to: 600}, problems);
	return {
		...(organizationId === undefined ? {} : {organizationId}),
		...(environment === undefined ? {} : {environment}),
		...(region === undefined ? {} : {region}),
		...(values.team === undefined ? {} : {team: values.team}),
		...(provider === undefined ? {} : {provider}),
		...(generation === undefined ? {} : {generation}),
		...(apiUrl === undefined ? {} : {apiUrl}),
		...(junctionUrl === undefined ? {} : {junctionUrl}),
		...(timeoutSeconds === undefined ? {} : {timeoutSeconds}),
	};
}

function address(
	flag: 'api-url' | 'junction-url',
	{[flag]: given}: Values,
	problems: FieldProblem[],
): string | undefined {
	const url = given === undefined ? undefined : normalBaseUrl(given);
	if (given !== undefined && url === undefined) {
		const message = `--${flag} takes an https address, or http to this computer only.`;
		problems.push({field: flag, message});
	}
	return url;
}

function choice<Value extends string>(
	flag: FlagName,
	given: string | undefined,
	allowed: readonly Value[],
	problems: FieldProblem[],
): Value | undefined {
	const found = allowed.find(value => value === given);
	if (given !== undefined && found === undefined) {
		problems.push({field: flag, message: `--${flag} takes ${allowed.join(' or ')}.`});
	}
	return found;
}

function organization(given: string | undefined, problems: FieldProblem[]): string | undefined {
	if (given === undefined) return undefined;
	const id = uuid.safeParse(given);
	if (!id.success) {
		const message =
			'--org takes the organization’s ID, which looks like 8a1f0c3e-5b7d-4e2a-9c6f-0123456789ab.';
		problems.push({field: 'org', message});
	}
	return id.data;
}

function providerFor(
	given: string | undefined,
	mayBeUnknown: boolean,
	problems: FieldProblem[],
): Provider | undefined {
	if (given === undefined) return undefined;
	const known = findProvider(given);
	if (known) return known;
	if (mayBeUnknown && isSlug(given)) return unknownProvider(given);
	problems.push({field: 'provider', message: `--provider takes one of the API’s names, ${nearWords(given)}`});
	return undefined;
}

/** The end of a sentence that asks for a slug, with those that may have been meant. */
export function nearWords(given: string): string {
	const nearest = nearestSlugs(given).join(', ');
	return nearest === '' ? 'such as strava or google_health.' : `the nearest: ${nearest}.`;
}
