import type {Environment, JsonObject} from '../domain/credential.ts';
import {haldenMoss, quillfeather} from './seed-organizations.ts';
import {demoTeams, idFrom} from './seed-teams.ts';
import {type StoredRow, storedValues} from './store.ts';

type Seed = {
	readonly organizationId: string;
	/** The team's number in its organization's list. */
	readonly team: number;
	readonly environment: Environment;
	readonly provider: string;
	readonly values: JsonObject;
	readonly createdDaysAgo: number;
	readonly updatedDaysAgo: number;
	readonly appUrl?: string;
};

const contestedSeed = {
	organizationId: quillfeather.id,
	team: 10,
	environment: 'sandbox',
	provider: 'strava',
	values: {client_id: '120455'},
	createdDaysAgo: 64,
	updatedDaysAgo: 8,
} as const satisfies Seed;

/**
What is stored at the start:

- Quillfeather's first team (US): strava in sandbox, google_health with an override in production
- its second team (US): polar in sandbox
- its fourth team (EU): fitbit in both environments, a provider that has ended since
- its eleventh team (US): strava in sandbox, which a colleague changes in the meantime (`contested`)
- Halden & Moss's first team (EU): whoop_v2 in production
*/
const seeds: readonly Seed[] = [
	{
		organizationId: quillfeather.id,
		team: 0,
		environment: 'sandbox',
		provider: 'strava',
		values: {client_id: '104872'},
		createdDaysAgo: 41,
		updatedDaysAgo: 3,
	},
	{
		organizationId: quillfeather.id,
		team: 0,
		environment: 'production',
		provider: 'google_health',
		values: {
			client_id: '518204417733-quillfeather.apps.googleusercontent.com',
			details: {
				project_number: '518204417733',
				service_account_email: 'health@quillfeather-demo.iam.gserviceaccount.com',
			},
			redirect_url_override: 'https://connect.quillfeather.example/google/callback',
		},
		createdDaysAgo: 96,
		updatedDaysAgo: 12,
		appUrl: 'https://console.cloud.google.com/apis/credentials',
	},
	{
		organizationId: quillfeather.id,
		team: 1,
		environment: 'sandbox',
		provider: 'polar',
		values: {
			client_id: '7b0c2c54-0d7e-4d0b-9b0e-5a2f6f0c9d11',
			details: {webhook_secret: '****'},
		},
		createdDaysAgo: 20,
		updatedDaysAgo: 20,
	},
	...(['sandbox', 'production'] as const).map(environment => ({
		organizationId: quillfeather.id,
		team: 3,
		environment,
		provider: 'fitbit',
		values: {
			client_id: '23QF7K',
			details: {
				fitbit: {
					workout_verify_token: '****',
					sleep_verify_token: '****',
					body_verify_token: '****',
					foods_verify_token: null,
					is_hr_enabled: true,
				},
			},
		},
		createdDaysAgo: 310,
		updatedDaysAgo: 58,
	})),
	{
		organizationId: haldenMoss.id,
		team: 0,
		environment: 'production',
		provider: 'whoop_v2',
		values: {client_id: '3c9a52e0-61b7-4f7e-a2c1-0e4d8f7b6a90'},
		createdDaysAgo: 5,
		updatedDaysAgo: 5,
	},
	contestedSeed,
];

const contestedTeam = demoTeams[contestedSeed.team];

/**
The credential that changes once, between the review of an update and the write: the second time it is read after
a preparation was asked for it. docs/demo.md tells of it by the team's name.
*/
export const contested = {
	teamId: contestedTeam?.id ?? '',
	teamName: contestedTeam?.name ?? '',
	environment: contestedSeed.environment,
	region: contestedTeam?.region ?? 'us',
	provider: contestedSeed.provider,
	clientId: contestedSeed.values.client_id,
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
		values: storedValues(seed.values),
		clientSecretHash: id.replaceAll('-', '').slice(0, 16),
		appUrl: seed.appUrl ?? null,
		createdAt: daysBefore(start, seed.createdDaysAgo),
		updatedAt: daysBefore(start, seed.updatedDaysAgo),
	};
}

const daysBefore = (start: number, days: number): string =>
	new Date(start - days * 24 * 60 * 60 * 1000).toISOString();
