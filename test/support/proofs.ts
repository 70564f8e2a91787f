import type {StoredCredential} from '../../source/domain/credential.ts';
import type {SaveOutcome} from '../../source/domain/outcome.ts';
import type {ConnectionProof, NotedUser} from '../../source/domain/proof/ports.ts';
import {Secret} from '../../source/domain/secret.ts';

export const linkAddress = 'http://127.0.0.1:4321/link/Wk3tQ0p1Zr8vYb5uN6cXaM';
export const loopbackPage = 'http://127.0.0.1:5432/open/5f0c';

export const savedOutcome: SaveOutcome = {
	kind: 'confirmed',
	action: 'created',
	by: 'read-back',
	stored: {
		id: '0b6e8a1e-3333-4a4a-8a8a-000000000002',
		teamId: '0b6e8a1e-2222-4a4a-8a8a-000000000001',
		provider: 'strava',
		values: {client_id: 'an-application', details: null, redirect_url_override: null},
		clientSecretHash: null,
		appUrl: null,
		createdAt: '2026-03-04T12:00:00Z',
		updatedAt: '2026-03-04T12:00:00Z',
	} satisfies StoredCredential,
};

export const connected: ConnectionProof = {
	connection: {verdict: 'proved', message: 'Strava is connected.', account: new Secret('athlete-7')},
	isTestUserDeleted: true,
	notes: [],
};

export const notedUser: NotedUser = {
	organization: {url: 'https://api.management.junction.com', id: '0b6e8a1e-1111-4a4a-8a8a-000000000001'},
	place: {environment: 'sandbox', region: 'us'},
	teamId: '0b6e8a1e-2222-4a4a-8a8a-000000000001',
	junctionUrl: 'https://api.sandbox.us.junction.com',
	clientUserId: 'byoo-proof-0b6e8a1e-5555-4a4a-8a8a-000000000001',
};
