import assert from 'node:assert/strict';
import type {Problem} from '../../source/domain/problem.ts';
import {connect} from '../../source/management-api/client.ts';
import {fetchFor} from '../../source/management-api/proxy.ts';
import {assertNoSecret, connectionTo, credential, detailSecretText, place} from '../support/credentials.ts';
import {tlsHost} from './tls-server.ts';

type Given = Parameters<typeof fetchFor>;

/** The proxy's password is the detail secret, so that `assertNoSecret` looks for it too. */
export const passwordText = detailSecretText;

/** User name and password as they stand in the address of a proxy. */
export const login = `us%20er:${encodeURIComponent(passwordText)}`;

export async function fetchOf(...given: Given) {
	const through = fetchFor(...given);
	assert.ok(through.ok && through.value);
	return through.value;
}

/** What becomes of a write that cannot succeed. */
export async function problemThrough(
	environment: Given[0],
	url = `https://${tlsHost}`,
	options?: Given[1],
): Promise<Problem> {
	const fetch = await fetchOf(environment, options);
	const api = connect(connectionTo(url), {userAgent: 'byoo/test', fetch});
	const result = await api.upsert(place, credential, {signal: new AbortController().signal});
	assert.ok(!result.ok);
	assertNoSecret(result.problem);
	return result.problem;
}
