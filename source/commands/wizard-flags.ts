import {parseArgs} from 'node:util';
import {type ApiGeneration, apiGenerations, describeApi, normalBaseUrl} from '../domain/api-generation.ts';
import {environments, regions} from '../domain/credential.ts';
import {findProvider, nearestSlugs} from '../domain/providers/find-providers.ts';
import {uuid} from '../domain/schemas.ts';
import type {Settled} from '../ui/services.ts';
import type {Answers} from '../wizard/answers.ts';
import {providerOf} from '../wizard/steps.ts';
import {fieldsFrom} from './field-flags.ts';

/** What the flags settle in advance, or everything that is wrong with them at once. */
export type WizardFlags =
	| {readonly ok: true; readonly preset: Answers; readonly settled: Settled}
	| {readonly ok: false; readonly problems: readonly string[]};

const options = {
	org: {type: 'string'},
	env: {type: 'string'},
	region: {type: 'string'},
	team: {type: 'string'},
	provider: {type: 'string'},
	'client-id': {type: 'string'},
	'redirect-url-override': {type: 'string'},
	detail: {type: 'string', multiple: true},
	'allow-unknown-provider': {type: 'boolean'},
	present: {type: 'boolean'},
	report: {type: 'string'},
	api: {type: 'string'},
	'api-url': {type: 'string'},
	'no-color': {type: 'boolean'},
} as const;

/** Reads the wizard's flags. What was typed is never repeated: it may be a secret in the wrong place. */
export function readWizardFlags(argv: readonly string[]): WizardFlags {
	if (argv.some(argument => argument.startsWith('--client-secret'))) {
		return refused('The wizard asks for the client secret, masked. No flag takes a secret as its value.');
	}
	if (argv.includes('--json')) {
		return refused('--json is for commands without prompts, and the wizard asks. byoo set will be its twin.');
	}
	const values = parsed(argv);
	if (!values) {
		return refused(
			'There is a word or a flag that byoo does not know, or a flag without its value. See byoo --help.',
		);
	}
	const problems: string[] = [];
	const generation = choice('--api', values.api, apiGenerations, problems);
	const apiUrl = values['api-url'] === undefined ? undefined : normalBaseUrl(values['api-url']);
	if (values['api-url'] !== undefined && apiUrl === undefined) {
		problems.push('--api-url takes an https address, or http to this computer only.');
	}
	if (values.report === '') problems.push('--report takes the name of a file.');
	const settled: Settled = {
		...(generation ? {generation} : {}),
		...(apiUrl ? {apiUrl} : {}),
		...(values.team ? {team: values.team} : {}),
		...(values.present ? {isPresenting: true} : {}),
		...(values.report ? {reportFile: values.report} : {}),
	};
	const environment = choice('--env', values.env, environments, problems);
	const region = choice('--region', values.region, regions, problems);
	const chosen = provider(values.provider, values['allow-unknown-provider'] === true, problems);
	// A provider that own OAuth is not for is asked about, with the reason, before it counts as an answer.
	const isDoubted = chosen.provider !== undefined && findProvider(chosen.provider.slug)?.ownOAuth === 'no';
	const preset: Answers = {
		...organization(values.org, settled, problems),
		...(environment ? {environment} : {}),
		...(region ? {region} : {}),
		...(isDoubted ? {} : chosen),
		...fieldsFrom(values, chosen.provider && providerOf(chosen), problems),
	};
	if (problems.length > 0) return {ok: false, problems};
	const doubted = isDoubted ? {provider: values.provider} : {};
	return {ok: true, preset, settled: {...settled, ...doubted}};
}

const refused = (problem: string): WizardFlags => ({ok: false, problems: [problem]});

function parsed(argv: readonly string[]) {
	try {
		return parseArgs({args: [...argv], options, strict: true, allowPositionals: false}).values;
	} catch {
		return undefined;
	}
}

function choice<Value extends string>(
	flag: string,
	given: string | undefined,
	allowed: readonly Value[],
	problems: string[],
): Value | undefined {
	const found = allowed.find(value => value === given);
	if (given !== undefined && found === undefined) problems.push(`${flag} takes ${allowed.join(' or ')}.`);
	return found;
}

function organization(given: string | undefined, {generation, apiUrl}: Settled, problems: string[]): Answers {
	if (given === undefined) return {};
	const id = uuid.safeParse(given);
	if (!id.success) {
		problems.push(
			'--org takes the organization’s ID, which looks like 8a1f0c3e-5b7d-4e2a-9c6f-0123456789ab.',
		);
		return {};
	}
	return {organization: {id: id.data, isDemo: false, ...api(generation, apiUrl)}};
}

const api = (generation: ApiGeneration | undefined, url: string | undefined) =>
	generation ? {api: {generation, url: url ?? describeApi(generation).url}} : {};

function provider(given: string | undefined, mayBeUnknown: boolean, problems: string[]): Answers {
	if (given === undefined) return {};
	if (mayBeUnknown && /^[a-z0-9_]{1,60}$/.test(given)) return {provider: {slug: given}};
	const known = findProvider(given);
	if (!known) {
		const nearest = nearestSlugs(given).join(', ');
		const hint = nearest === '' ? 'such as strava or google_health.' : `the nearest: ${nearest}.`;
		problems.push(`--provider takes one of the API’s names, ${hint}`);
		return {};
	}
	return {provider: {slug: known.slug}};
}
