import {describeApi} from '../domain/api-generation.ts';
import {shownLines} from '../domain/body/show.ts';
import {isObject} from '../domain/body/walk.ts';
import type {HandOff} from '../domain/hand-off.ts';
import type {SaveOutcome} from '../domain/outcome.ts';
import type {ChecklistContext} from '../domain/portal/checklist.ts';
import type {PreparationStep, RedirectCheck} from '../domain/ports.ts';
import type {Proofs} from '../domain/proof/finding.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {visible} from '../domain/text.ts';
import {lifecycleWarnings} from '../domain/warnings.ts';
import {commandFor, scriptCommandFor} from './command.ts';
import {blockOf, pageName, plain, row} from './markdown.ts';
import {leftUserWords, proofLines} from './proof-words.ts';
import {dateLine} from './provider-dates.ts';
import {stepsSection, trialSection} from './steps-page.ts';

export type ReportInput = {
	readonly handOff: HandOff;
	readonly outcome: Extract<SaveOutcome, {kind: 'confirmed'}>;
	/** When it was confirmed, as an ISO 8601 time. */
	readonly at: string;
	readonly provider: Provider;
	/** What is known of the proof, and what is left to do, one line each. */
	readonly proof: string;
	readonly openSteps: readonly string[];
	readonly redirectCheck?: RedirectCheck;
	/** What was proved besides, as far as somebody tried. */
	readonly proofs?: Proofs;
	/** What the API names to register; undefined where it was not asked. */
	readonly prepared?: readonly PreparationStep[];
	/** The IDs of the steps at the portal that are done. */
	readonly ticked?: ReadonlySet<string>;
};

/** A file's name for the report: `byoo-strava-ashbourne-cardiology-sandbox-us.md`. A name without letters is left out. */
export const reportName = ({credential, teamName, place}: HandOff): string =>
	pageName(['byoo', credential.provider, teamName ?? credential.teamId, place.environment, place.region]);

/** One page of Markdown for whoever goes on: what was set, how that is known, what is left. Never a secret. */
export function reportFor({
	handOff,
	outcome,
	at,
	provider,
	proof,
	openSteps,
	redirectCheck,
	proofs = {},
	prepared,
	ticked = new Set(),
}: ReportInput): string {
	const {place, credential, generation, url, organizationId, organizationName, teamName} = handOff;
	return [
		`# ${plain(provider.name)} for ${plain(teamName ?? credential.teamId)}, ${place.environment}`,
		'',
		'| | |',
		'|---|---|',
		row('Organization', `${organizationName ?? ''} ${organizationId}`),
		row('Environment', place.environment),
		row('Region', place.region),
		row('Team', `${teamName ?? ''} ${credential.teamId}`),
		row('Provider', `${provider.name} (${credential.provider})`),
		row('API', `${describeApi(generation).name}, ${url}`),
		row('Credential', visible(outcome.stored.id)),
		...shownLines(credential).map(({title, value}) => row(title, visible(value, 500))),
		row('Confirmed at', at),
		'',
		'## How it is known',
		'',
		plain(proof),
		...proofSection(proofs),
		...redirectLines(redirectCheck),
		'',
		'## What is left to do',
		'',
		...openSteps
			.map(step => step.replace(/^[•\s]+/, ''))
			.filter(step => step !== provider.portalUrl)
			.map(step => `- ${plain(step)}`),
		...links(provider),
		...dateSection(provider, new Date(at)),
		'',
		...portalLines(contextOf(handOff, provider, prepared), ticked, proofs.connection?.verdict === 'proved'),
		'## The same again',
		'',
		...commandBlock(commandFor(handOff)),
		...(handOff.isDemo
			? []
			: ['Without prompts:', '', ...commandBlock(scriptCommandFor(handOff)), nowAnUpdate, '']),
		credential.values.client_secret === null
			? 'The organization key is not in it.'
			: 'Keys and secrets are not in it: the wizard asks for them, masked.',
		'',
	].join('\n');
}

/** What was proved, a point each, with what differs. */
function proofSection(proofs: Proofs): readonly string[] {
	const lines = proofLines(proofs);
	if (lines.length === 0) return [];
	return [
		'',
		'## Whether it works',
		'',
		...lines.map(line => `- ${plain(line.trim())}`),
		...leftUser(proofs),
	];
}

const leftUser = ({isTestUserDeleted}: Proofs): readonly string[] =>
	isTestUserDeleted === false ? [`- ${plain(leftUserWords)}`] : [];

/** The steps to compare with the portal, by whom, and how to try it. */
function portalLines(
	context: ChecklistContext,
	ticked: ReadonlySet<string>,
	isConnected: boolean,
): readonly string[] {
	const steps = stepsSection(context, ticked);
	if (steps.length === 0) return [];
	const {name} = context.provider;
	return [
		'## Whose turn it is',
		'',
		`It is saved. Whoever looks after the application at ${plain(name)} compares each open step with its portal${isConnected ? '.' : '; then it is tried with one user.'}`,
		'',
		...steps,
		// It was tried already.
		...(isConnected ? [] : trialSection(context.provider)),
	];
}

/** The steps by what was saved: a redirect override is what had to be registered. */
function contextOf(
	{place, credential: {values}}: HandOff,
	provider: Provider,
	prepared: readonly PreparationStep[] | undefined,
): ChecklistContext {
	const {redirect_url_override: override, details} = values;
	const {project_number: number, service_account_email: email} = isObject(details) ? details : {};
	return {
		provider,
		...place,
		...(prepared ? {prepared} : {}),
		...(typeof override === 'string' ? {redirectOverride: override} : {}),
		...(typeof number === 'string' ? {projectNumber: number} : {}),
		...(typeof email === 'string' ? {serviceAccountEmail: email} : {}),
	};
}

const nowAnUpdate =
	'It is stored now, so this needs --yes too, and in production --confirm-production with the ID of the team.';

const commandBlock = (command: string): readonly string[] => [...blockOf(command), ''];

function redirectLines(check: RedirectCheck | undefined): readonly string[] {
	if (!check) return [];
	const lines = check.deviations.map(({message, advice}) => `- ${plain(message)} ${plain(advice)}`);
	return ['', '## The redirect endpoint', '', ...(lines.length > 0 ? lines : ['It forwards as it must.'])];
}

/** What is known by date of the provider, on the day of the save; the first of it is that the provider ends. */
function dateSection(provider: Provider, today: Date): readonly string[] {
	const {name, dates = []} = provider;
	const endings = lifecycleWarnings(provider, today).map(({message}) => message);
	const lines = [...endings, ...dates.map(date => `${dateLine(date, today)} Source: ${date.source}`)];
	if (lines.length === 0) return [];
	return ['', `## Dates of ${plain(name)}`, '', ...lines.map(line => `- ${plain(line)}`)];
}

const links = ({portalUrl, docsUrl}: Provider): readonly string[] =>
	[portalUrl, docsUrl].flatMap(link => (link === undefined ? [] : [`- <${link}>`]));
