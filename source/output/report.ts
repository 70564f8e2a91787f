import {describeApi} from '../domain/api-generation.ts';
import {shownLines} from '../domain/body/show.ts';
import type {HandOff} from '../domain/hand-off.ts';
import type {SaveOutcome} from '../domain/outcome.ts';
import type {RedirectCheck} from '../domain/ports.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {clean, visible} from '../domain/text.ts';
import {lifecycleWarnings} from '../domain/warnings.ts';
import {commandFor, scriptCommandFor} from './command.ts';
import {dateLine} from './provider-dates.ts';

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
};

/** A file's name for the report: `byoo-strava-ashbourne-cardiology-sandbox-us.md`. A name without letters is left out. */
export const reportName = ({credential, teamName, place}: HandOff): string =>
	[
		'byoo',
		...[credential.provider, teamName ?? credential.teamId].map(fileWord),
		place.environment,
		place.region,
	]
		.filter(word => word !== '')
		.join('-')
		.concat('.md');

const fileWord = (text: string): string =>
	text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9_]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '');

/** One page of Markdown for whoever goes on: what was set, how that is known, what is left. Never a secret. */
export function reportFor({
	handOff,
	outcome,
	at,
	provider,
	proof,
	openSteps,
	redirectCheck,
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

const nowAnUpdate =
	'It is stored now, so this needs --yes too, and in production --confirm-production with the ID of the team.';

const commandBlock = (command: string): readonly string[] => [
	...command.split('\n').map(line => `    ${line}`),
	'',
];

const row = (name: string, value: string): string => `| ${name} | ${plain(value)} |`;

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

/** Text of others, on one line, that Markdown and HTML take as text. Plain words stand as code, to be copied. */
function plain(text: string): string {
	const line = clean(text, 500);
	if (/^[\w.:/@%+?=&#-]*[:/@][\w.:/@%+?=&#-]*$/.test(line)) return `\`${line}\``;
	return line
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replace(/[\\`*_{}[\]()#+!|~@]|:(?=\/)/g, sign => `\\${sign}`)
		.replace(/www(?=\.)/gi, 'www\\');
}
