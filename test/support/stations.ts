import type {StoredCredential, Team} from '../../source/domain/credential.ts';
import type {SaveOutcome} from '../../source/domain/outcome.ts';
import {failure, type Problem, success} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import type {Services} from '../../source/ui/services.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {answered, type mountApp} from './conversation.tsx';
import {fakeServices, now, pacedClock, teams} from './fake-services.ts';
import {keys} from './keys.ts';
import {linkAddress, loopbackPage, notedUser, savedOutcome} from './proofs.ts';

type App = ReturnType<typeof mountApp>;

/** A screen of the wizard, and how one comes to it. */
export type Station = {
	readonly name: string;
	readonly preset: Answers;
	readonly services?: Services;
	/** From the first step that the preset leaves open. */
	readonly reach?: (app: App) => Promise<void>;
	/** What one must always see of it: where the next key goes. */
	readonly prompt: RegExp;
};

const names = 'Alder Birch Cedar Dogwood Elm Fir Ginkgo Hazel Ivy Juniper Larch Maple Oak Pine Rowan'.split(
	' ',
);

export const manyTeams: readonly Team[] = names.map((name, index) => ({
	id: `0b6e8a1e-2222-4a4a-8a8a-0000000000${index + 10}`,
	name: `${name} Clinic`,
	region: 'us',
}));

const stored: StoredCredential = {
	id: '0b6e8a1e-3333-4a4a-8a8a-000000000001',
	teamId: teams[0]?.id ?? '',
	provider: 'oura',
	values: {
		client_id: 'the-earlier-application',
		details: null,
		redirect_url_override: 'https://connect.example.com/callback',
	},
	clientSecretHash: '5f2b1c9d',
	appUrl: null,
	createdAt: '2026-01-01T00:00:00Z',
	updatedAt: '2026-03-01T12:00:00Z',
};

const busy: Problem = {
	kind: 'retry',
	message: 'The server answers that it has had too many requests of this organization.',
	advice: 'Nothing was saved. Wait a minute, then try it again.',
	status: 429,
	requestId: 'req-7',
};

const forbidden: Problem = {
	kind: 'reauthenticate',
	message: 'Not allowed.',
	advice: 'Use another key.',
	status: 403,
};

const ofStrava: Answers = {...answered.everything, provider: {slug: 'strava'}};
const refused = {
	verdict: 'refuted',
	message: 'Strava refused this client ID with this secret (as reported; Strava does not document it).',
	advice: 'Copy both anew from https://www.strava.com/settings/api.',
} as const;
const otherApplication = {
	verdict: 'refuted',
	message: 'Junction sends users to Strava with another client ID than the one that is saved.',
	advice: 'Look at what is stored with byoo list, and save it again.',
	differences: [{field: 'client_id', saved: '104872', used: 'another-client'}],
	scopes: [],
} as const;
const proving = fakeServices({
	now: pacedClock(),
	save: async () => savedOutcome,
	checkPair: async () => refused,
	proveApplication: async () => ({application: otherApplication, isTestUserDeleted: true, notes: []}),
}).services;
const connecting = fakeServices({
	now: pacedClock(),
	save: async () => savedOutcome,
	proveApplication: async () => ({
		application: {...otherApplication, verdict: 'unknown', differences: []},
		notes: [],
	}),
	proveConnection: (_at, _target, {onProgress}) => {
		onProgress({
			kind: 'open',
			address: new Secret(linkAddress),
			page: loopbackPage,
			endsAt: now.getTime() + 600_000,
		});
		return new Promise(() => undefined);
	},
}).services;

async function moveTo(app: App, label: string): Promise<void> {
	for (let moves = 0; moves < 20 && !app.screen().includes(`❯ ${label}`); moves++) await app.press(keys.down);
}

/** Reads what a proof does, however many pages that takes, and chooses it. */
async function readAndChoose(app: App, choice: string): Promise<void> {
	for (let pages = 0; pages < 30 && !app.screen().includes(`❯ ${choice}`); pages++) {
		await app.press(keys.enter);
	}
	await app.press(keys.enter);
}

async function toSaved(app: App): Promise<void> {
	await app.waitFor(atSubmit);
	await enter(app);
	await app.waitFor(/^Saved$/m);
}

async function toConnection(app: App): Promise<void> {
	await toSaved(app);
	await app.press(keys.down, keys.enter);
	await readAndChoose(app, 'Prove it');
	await app.waitFor(/^❯ Connect/m);
	await app.press(keys.enter);
	await app.waitFor(/^❯ (?:Make|Read on)/m);
}

const saved: SaveOutcome = {kind: 'confirmed', action: 'created', by: 'read-back', stored};
const saving = (outcome: SaveOutcome) => fakeServices({save: async () => outcome}).services;

const remembered = names.map((name, index) => ({
	url: 'https://api.management.junction.com',
	generation: 'junction' as const,
	id: `0b6e8a1e-4444-4a4a-8a8a-0000000000${index + 10}`,
	name: `${name} Health`,
	lastUsed: new Date(now.getTime() - (index + 1) * 86_400_000).toISOString(),
}));

const steps = [
	{
		key: 'redirect',
		type: 'redirect_uri',
		value: 'https://api.junction.com/v2/link/oauth/oura/callback',
		description: 'Add it to the redirect URIs of the application.',
	},
	{
		key: 'webhook',
		type: 'webhook_uri',
		value: 'https://api.junction.com/v2/webhooks/oura',
		description: 'Where Oura announces new data.',
	},
] as const;

const deviations = [
	{
		kind: 'wrong-address',
		message: 'The endpoint sends the browser to another address than the API expects of this team.',
		advice: 'Send it on to the redirect URI of the API, with all of its query.',
	},
	{
		kind: 'lost-state',
		message: 'The state parameter does not come back as it was sent.',
		advice: 'Hand on the state exactly as it came.',
	},
] as const;

const ofFitbit: Answers = {...answered.team, provider: {slug: 'fitbit'}, register: {steps: []}};
const ofGoogle: Answers = {
	...answered.team,
	provider: {slug: 'google_fit'},
	register: {steps: []},
	'client-id': {kind: 'given', value: '1234-abc.apps.googleusercontent.com'},
	'client-secret': {kind: 'given', value: new Secret('GOCSPX-abcdefghijklmnopqrstuvwxyz12')},
	'details.redirect_uri': {kind: 'given', value: 'https://connect.example.com/callback'},
};
const production: Answers = {...answered.everything, environment: 'production'};
/** There the callback has to be on one's own domain. */
const needingForwarder: Answers = {
	environment: 'production',
	provider: {slug: 'google_health'},
	'details.project_number': {kind: 'given', value: '518204417733'},
	'details.service_account_email': {kind: 'given', value: 'reader@example.iam.gserviceaccount.com'},
};
const {'redirect-url-override': _override, ...withoutOverride} = answered.everything;
const {'client-secret': _secret, ...withoutSecret} = withoutOverride;

const enter = (app: App) => app.press(keys.home, keys.enter);
const atSubmit = /^❯ Submit/m;
const atPrompt = /^❯/m;
const atFilter = /^› /m;

export const stations: readonly Station[] = [
	{name: 'organization', preset: {}, services: fakeServices({remembered}).services, prompt: atPrompt},
	{name: 'organization-key', preset: answered.organization, prompt: atPrompt},
	{name: 'environment', preset: answered.key, prompt: /^ {2}production/m},
	{name: 'region', preset: {...answered.key, environment: 'sandbox'}, prompt: /^ {2}eu/m},
	{
		name: 'team',
		preset: answered.region,
		services: fakeServices({api: {teams: async () => success({rows: manyTeams})}}).services,
		prompt: atFilter,
	},
	{
		name: 'team-not-all-listed',
		preset: answered.region,
		services: fakeServices({
			api: {
				teams: async () =>
					success({
						rows: manyTeams,
						warning: 'The server stopped after 15 teams, so some may be missing here.',
					}),
			},
		}).services,
		prompt: atFilter,
	},
	{
		name: 'team-list-failed',
		preset: answered.region,
		services: fakeServices({api: {teams: async () => failure(busy)}}).services,
		prompt: /^❯ Enter the team’s/m,
	},
	{
		name: 'team-by-its-key',
		preset: answered.region,
		services: fakeServices({
			api: {teams: async () => failure(forbidden), team: async () => failure(forbidden)},
		}).services,
		reach: async app => {
			await app.waitFor(/^❯$/m);
			await app.press(teams[0]?.id ?? '');
			await app.waitFor(/❯ .*0001/);
			await app.press(keys.enter);
			await app.waitFor('✖');
		},
		prompt: /^❯ .*0001/m,
	},
	{
		name: 'new-team-confirmation',
		preset: answered.region,
		reach: async app => {
			await app.waitFor(atFilter);
			await app.press(keys.end, keys.up, keys.enter);
			await app.waitFor(/^❯$/m);
			await app.press('Night Owls');
			await app.waitFor(/❯ .*Owls/);
			await app.press(keys.enter);
			await app.waitFor('Change the name');
		},
		prompt: /^ {2}Create it/m,
	},
	{name: 'provider', preset: answered.team, prompt: atFilter},
	{
		name: 'provider-asked-for',
		preset: answered.team,
		reach: async app => {
			await app.waitFor(atFilter);
			await app.press(keys.enter);
			await app.waitFor('Choose with');
		},
		prompt: atFilter,
	},
	{
		name: 'provider-ended',
		preset: answered.team,
		services: fakeServices({now: () => new Date('2026-11-26T12:00:00Z')}).services,
		reach: async app => {
			await app.waitFor(atFilter);
			await app.press('fitbit');
			await app.waitFor(/^❯ Fitbit/m);
			await app.press(keys.enter);
			await app.waitFor(atPrompt);
		},
		prompt: /^❯ Take Google/m,
	},
	{
		name: 'register',
		preset: {...answered.team, provider: {slug: 'oura'}},
		services: fakeServices({api: {prepare: async () => success({steps})}}).services,
		reach: async app => {
			await app.waitFor('❯ ○');
			await app.press(keys.down.repeat(4));
		},
		prompt: /^❯ ○ 5 Put/m,
	},
	{
		name: 'client-id-doubted',
		preset: ofFitbit,
		reach: async app => {
			await app.waitFor(atPrompt);
			await app.press('ab-1');
			await app.waitFor('❯ ab-1');
			await app.press(keys.enter);
			await app.waitFor('!');
		},
		prompt: /^❯ ab-1/m,
	},
	{
		name: 'client-secret-masked',
		preset: withoutSecret,
		reach: async app => {
			await app.waitFor(/^Client secret$/m);
			await app.paste('wQ7-canary-3c9a52e061b74f7e');
			await app.waitFor('•••');
		},
		prompt: /^❯ •{8}/m,
	},
	{
		name: 'client-secret-doubted',
		preset: withoutSecret,
		reach: async app => {
			await app.waitFor(/^Client secret$/m);
			await app.paste(' "wQ7-canary-3c9a52e0" ');
			await app.press(keys.enter);
			await app.waitFor(/Keep it|Enter it/);
		},
		prompt: atPrompt,
	},
	{
		name: 'data-scopes',
		preset: ofGoogle,
		reach: async app => {
			await app.waitFor('[');
			await app.press(keys.down, ' ');
		},
		prompt: /^❯ \[x\]/m,
	},
	{
		name: 'redirect-checked',
		preset: withoutOverride,
		services: fakeServices({checkRedirect: async () => ({outcome: 'deviates', deviations}) as never})
			.services,
		reach: async app => {
			await app.waitFor(atPrompt);
			await app.press('https://connect.example.com/back');
			await app.waitFor(/❯ .*back/);
			await app.press(keys.enter);
			await app.waitFor('❯ Check it');
			await app.press(keys.enter);
			await app.waitFor(/❯ Change it/);
		},
		prompt: /^❯ Change it/m,
	},
	{
		name: 'forwarder-kinds',
		preset: {...withoutOverride, ...needingForwarder},
		reach: async app => {
			await app.waitFor(/^❯ Write/m);
			await app.press(keys.enter);
			await app.waitFor(/^❯ Cloudflare/m);
		},
		prompt: /^ {2}FastAPI/m,
	},
	{
		name: 'forwarder-written',
		preset: {...withoutOverride, ...needingForwarder},
		services: fakeServices({writeForwarder: async () => success('callback/worker.mjs')}).services,
		reach: async app => {
			await app.waitFor(/^❯ Write/m);
			await app.press(keys.enter, keys.enter, keys.enter);
			await app.waitFor('✔ The forwarder');
		},
		prompt: /^❯ empty for none/m,
	},
	{name: 'review-of-a-new-one', preset: answered.everything, prompt: atSubmit},
	{
		name: 'review-of-an-update',
		preset: answered.everything,
		services: fakeServices({readBefore: async () => success(stored)}).services,
		prompt: atSubmit,
	},
	{
		name: 'review-of-a-long-line',
		preset: {...answered.everything, 'client-id': {kind: 'given', value: `app-${'0123456789'.repeat(12)}`}},
		services: fakeServices({readBefore: async () => success(stored)}).services,
		reach: async app => {
			await app.waitFor(atSubmit);
			await app.press('c');
		},
		prompt: /^❯ Client ID/m,
	},
	{
		name: 'review-after-a-failure',
		preset: answered.everything,
		services: saving({kind: 'failed', problem: busy}),
		reach: async app => {
			await app.waitFor(atSubmit);
			await enter(app);
			await app.waitFor('✖');
		},
		prompt: atSubmit,
	},
	{
		name: 'production-confirmation',
		preset: production,
		reach: async app => {
			await app.waitFor(atSubmit);
			await enter(app);
			await app.press('ash');
		},
		prompt: /^❯ ash/m,
	},
	{
		name: 'saved',
		preset: answered.everything,
		services: saving(saved),
		reach: async app => {
			await app.waitFor(atSubmit);
			await enter(app);
			await app.waitFor(/^Saved$/m);
		},
		prompt: /^❯ Done/m,
	},
	{
		name: 'pair-refused',
		preset: ofStrava,
		services: proving,
		reach: async app => {
			await app.waitFor(atSubmit);
			await moveTo(app, 'Check the pair');
			await app.press(keys.enter);
			await readAndChoose(app, 'Check it');
			await app.waitFor('✖');
		},
		prompt: /^❯ Back/m,
	},
	{
		name: 'left-user',
		preset: answered.team,
		services: fakeServices({leftUsers: () => [notedUser]}).services,
		reach: async app => void (await app.waitFor(/left$/m)),
		prompt: /^❯ (?:Delete|Read on)/m,
	},
	{
		name: 'application-refuted',
		preset: ofStrava,
		services: proving,
		reach: async app => {
			await toSaved(app);
			await app.press(keys.down, keys.enter);
			await readAndChoose(app, 'Prove it');
			await app.waitFor('✖');
		},
		prompt: /^❯ Back/m,
	},
	{
		name: 'connection-warned',
		preset: ofStrava,
		services: connecting,
		reach: toConnection,
		prompt: /^❯ (?:Make the link|Read on)/m,
	},
	{
		name: 'connection-open',
		preset: ofStrava,
		services: connecting,
		reach: async app => {
			await toConnection(app);
			await readAndChoose(app, 'Make');
			await app.waitFor(/^❯ Open it/m);
		},
		prompt: /^❯ Open it/m,
	},
	{
		name: 'show-as-curl',
		preset: answered.everything,
		reach: async app => {
			await app.waitFor(atSubmit);
			await app.press(keys.end, keys.up, keys.enter);
			await app.waitFor(/^Show as curl$/m);
		},
		prompt: /curl/,
	},
	{
		name: 'help',
		preset: answered.team,
		reach: async app => {
			await app.waitFor(atFilter);
			await app.press(keys.ctrlG);
			await app.waitFor('Help:');
		},
		prompt: /^Any key/m,
	},
];

/** The station of that name. */
export function station(name: string): Station {
	const found = stations.find(candidate => candidate.name === name);
	if (!found) throw new TypeError(`There is no station ${name}.`);
	return found;
}
