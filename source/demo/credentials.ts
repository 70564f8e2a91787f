import type {Environment, JsonObject} from '../domain/credential.ts';
import {haldenMoss, quillfeather} from './organizations.ts';
import type {StoredRow} from './store.ts';
import {demoTeams, idFrom} from './teams.ts';

type Seed = {
	readonly organizationId: string;
	/** The team's number in its organization's list. */
	readonly team: number;
	readonly environment: Environment;
	readonly provider: string;
	readonly clientId: string;
	readonly createdDaysAgo: number;
	readonly updatedDaysAgo: number;
	readonly details?: JsonObject;
	readonly override?: string;
	readonly appUrl?: string;
};

const contestedSeed = {
	organizationId: quillfeather.id,
	team: 10,
	environment: 'sandbox',
	provider: 'strava',
	clientId: '120455',
	createdDaysAgo: 64,
	updatedDaysAgo: 8,
} as const satisfies Seed;

/**
What is stored at the start:

- Quillfeather's first team (US): strava in sandbox, google_health with an override in production
- its second team (US): polar in sandbox
- its fourth team (EU): fitbit in both environments
- its eleventh team (US): strava in sandbox, which a colleague changes in the meantime (`contested`)
- Halden & Moss's first team (EU): whoop_v2 in production
*/
const seeds: readonly Seed[] = [
	{
		organizationId: quillfeather.id,
		team: 0,
		environment: 'sandbox',
		provider: 'strava',
		clientId: '104872',
		createdDaysAgo: 41,
		updatedDaysAgo: 3,
	},
	{
		organizationId: quillfeather.id,
		team: 0,
		environment: 'production',
		provider: 'google_health',
		clientId: '518204417733-quillfeather.apps.googleusercontent.com',
		createdDaysAgo: 96,
		updatedDaysAgo: 12,
		details: {
			project_number: '518204417733',
			service_account_email: 'health@quillfeather-demo.iam.gserviceaccount.com',
		},
		override: 'https://connect.quillfeather.example/google/callback',
		appUrl: 'https://console.cloud.google.com/apis/credentials',
	},
	{
		organizationId: quillfeather.id,
		team: 1,
		environment: 'sandbox',
		provider: 'polar',
		clientId: '7b0c2c54-0d7e-4d0b-9b0e-5a2f6f0c9d11',
		createdDaysAgo: 20,
		updatedDaysAgo: 20,
		details: {webhook_secret: '****'},
	},
	...(['sandbox', 'production'] as const).map(environment => ({
		organizationId: quillfeather.id,
		team: 3,
		environment,
		provider: 'fitbit',
		clientId: '23QF7K',
		createdDaysAgo: 310,
		updatedDaysAgo: 58,
		details: {
			fitbit: {
				workout_verify_token: '****',
				sleep_verify_token: '****',
				body_verify_token: '****',
				foods_verify_token: null,
				is_hr_enabled: true,
			},
		},
	})),
	{
		organizationId: haldenMoss.id,
		team: 0,
		environment: 'production',
		provider: 'whoop_v2',
		clientId: '3c9a52e0-61b7-4f7e-a2c1-0e4d8f7b6a90',
		createdDaysAgo: 5,
		updatedDaysAgo: 5,
	},
	contestedSeed,
];

const contestedTeam = demoTeams[contestedSeed.team];

/**
The credential that changes once, between the review of an update and the write: the second time it is read after
a preparation was asked for it. `what` is a row of the readme's table.
*/
export const contested = {
	teamId: contestedTeam?.id ?? '',
	teamName: contestedTeam?.name ?? '',
	environment: contestedSeed.environment,
	region: contestedTeam?.region ?? 'us',
	provider: contestedSeed.provider,
	clientId: contestedSeed.clientId,
	changedClientId: '133790',
	what: 'A colleague changes the stored credential after you have reviewed yours, once.',
} as const;

/** The stored credentials as they are when the server starts, at `start` (milliseconds since 1970). */
export const seedCredentials = (start: number): readonly StoredRow[] => seeds.map(seed => rowOf(seed, start));

function rowOf(seed: Seed, start: number): StoredRow {
	const team = demoTeams.filter(({organizationId}) => organizationId === seed.organizationId)[seed.team];
	if (!team) throw new TypeError(`There is no team ${seed.team} to seed.`);
	const id = idFrom(`credential ${team.id} ${seed.environment} ${seed.provider}`);
	return {
		organizationId: seed.organizationId,
		environment: seed.environment,
		region: team.region,
		id,
		teamId: team.id,
		provider: seed.provider,
		clientId: seed.clientId,
		clientSecretHash: id.replaceAll('-', '').slice(0, 16),
		details: seed.details ?? null,
		redirectUrlOverride: seed.override ?? null,
		appUrl: seed.appUrl ?? null,
		createdAt: daysBefore(start, seed.createdDaysAgo),
		updatedAt: daysBefore(start, seed.updatedDaysAgo),
	};
}

const daysBefore = (start: number, days: number): string =>
	new Date(start - days * 24 * 60 * 60 * 1000).toISOString();
