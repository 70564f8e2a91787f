import assert from 'node:assert/strict';
import {test} from 'node:test';
import {redirectChecking} from '../../source/commands/shared/redirect-checking.ts';
import type {Terminal} from '../../source/commands/shared/terminal.ts';
import {assertNoSecret, secretText} from '../support/credentials.ts';
import {forward, target} from '../support/forwarding.ts';
import {startScriptedServer} from '../support/scripted-server.ts';

test('an endpoint is not called past a proxy whose address cannot be understood', async t => {
	const server = await startScriptedServer(t, forward());
	const environment = {HTTPS_PROXY: `http://user:${secretText}#@proxy.example`};
	const check = redirectChecking({environment} as unknown as Terminal);
	const result = await check(server.url, target, {signal: new AbortController().signal});
	assert.deepEqual(
		result.deviations.map(({kind}) => kind),
		['unreachable'],
	);
	assert.match(
		result.deviations[0]?.message ?? '',
		/^HTTPS_PROXY is not the address of an http or https proxy\.$/,
	);
	assertNoSecret(result);
	assert.equal(server.requests.length, 0);
});
