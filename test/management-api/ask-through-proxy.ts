// A program of its own, since Node reads NODE_EXTRA_CA_CERTS only when it starts.
// Arguments: the URL of the API and that of the proxy. Says what came of a write, a read and a removal, and which
// connections, lookups or clocks hold the process afterwards.

import {setImmediate as turn} from 'node:timers/promises';
import {fetchFor} from '../../source/management-api/proxy.ts';
import {connectionTo, credential, place} from '../support/credentials.ts';

async function ask(): Promise<void> {
	const [apiUrl = '', proxyUrl = ''] = process.argv.slice(2);
	const through = fetchFor({HTTPS_PROXY: proxyUrl});
	if (!through.ok || !through.value) throw new Error('There is no proxy.');
	const {connect} = await import('../../source/management-api/client.ts');
	const api = connect(connectionTo(apiUrl), {userAgent: 'byoo/test', fetch: through.value});
	const {signal} = new AbortController();
	const results = [
		await api.upsert(place, credential, {signal}),
		await api.credentials(place, undefined, {signal}),
		await api.remove(place, ['c1'], {signal}),
	];
	const holding = () =>
		process.getActiveResourcesInfo().filter(name => /TCP|TLS|Connect|AddrInfo|Process|Timeout/.test(name));
	// A connection whose answer was read is put aside a turn later, or two.
	for (let turns = 0; turns < 50 && holding().length > 0; turns++) await turn();
	console.log(JSON.stringify([...results, holding()]));
}

ask();
