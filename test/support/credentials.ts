import assert from 'node:assert/strict';
import {inspect} from 'node:util';
import type {Credential, Place} from '../../source/domain/credential.ts';
import type {Connection} from '../../source/domain/ports.ts';
import {Secret} from '../../source/domain/secret.ts';
import type {Scripted} from './scripted-server.ts';

export const keyText = 'mg_key/canary+"1"';
export const secretText = 'client-secret/canary&"2" ü';
export const detailSecretText = 'detail-secret canary\\3';

export const organizationId = '0b6e8a1e-1111-4a4a-8a8a-000000000001';
export const teamId = '0b6e8a1e-2222-4a4a-8a8a-000000000002';
export const place: Place = {environment: 'sandbox', region: 'us'};

export const connectionTo = (url: string, generation: Connection['generation'] = 'junction'): Connection => ({
	generation,
	url,
	organizationId,
	key: new Secret(keyText),
});

export const credential: Credential = {
	teamId,
	provider: 'strava',
	values: {
		client_id: '12345',
		client_secret: new Secret(secretText),
		details: null,
		redirect_url_override: null,
	},
};

export const firstTime = '2026-01-01T10:00:00Z';
export const secondTime = '2026-02-02T10:00:00Z';

/** A credential as the API shows it, changed where told. */
export const row = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
	id: 'c1',
	team_id: teamId,
	source: 'strava',
	client_id: '12345',
	client_secret_hash: 'hash-1',
	details: null,
	redirect_url_override: null,
	app_url: null,
	created_at: firstTime,
	updated_at: firstTime,
	...changes,
});

export const listed = (...rows: readonly unknown[]): Scripted => ({
	status: 200,
	json: {credentials: rows, next_cursor: null},
});

/** Fails where any secret of these tests shows in the value, raw, JSON- or URL-escaped. */
export function assertNoSecret(value: unknown): void {
	const shown = [
		JSON.stringify(value),
		inspect(value, {depth: 9}),
		inspect(value, {depth: 9, showHidden: true}),
		String(value),
	].join('\n');
	for (const text of [keyText, secretText, detailSecretText]) {
		const json = JSON.stringify(text).slice(1, -1);
		for (const form of [text, json, JSON.stringify(json).slice(1, -1), encodeURIComponent(text)]) {
			assert.ok(!shown.includes(form), `${shown} shows ${form}`);
		}
	}
}
