// A program of its own, since Node reads NODE_EXTRA_CA_CERTS only when it starts.
// Arguments: the URL of the API and that of the proxy. Says what came of a write, a read and a removal.

import {fetchFor} from '../../source/management-api/proxy.ts';
import {connectionTo, credential, place} from '../support/credentials.ts';

const [apiUrl = '', proxyUrl = ''] = process.argv.slice(2);
const through = await fetchFor({HTTPS_PROXY: proxyUrl});
if (!through.ok || !through.value) throw new Error('There is no proxy.');
const {connect} = await import('../../source/management-api/client.ts');
const api = connect(connectionTo(apiUrl), {userAgent: 'byoo/test', fetch: through.value});
const {signal} = new AbortController();
const results = [
	await api.upsert(place, credential, {signal}),
	await api.credentials(place, undefined, {signal}),
	await api.remove(place, ['c1'], {signal}),
];
console.log(JSON.stringify(results));
