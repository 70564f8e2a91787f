import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:https';
import {type AddressInfo, isIP} from 'node:net';
import {suite, type TestContext, test} from 'node:test';
import type {OverrideSeen} from '../../source/domain/watch/override.ts';
import {isProxied} from '../../source/management-api/proxy.ts';
import {type WatchOptions, watchRedirect} from '../../source/management-api/watched-redirect.ts';
import {certificateFor} from '../faults/certificate.ts';
import {callback, forward, target} from '../support/forwarding.ts';
import {startScriptedServer} from '../support/scripted-server.ts';

const {signal} = new AbortController();

/** A name server that knows these addresses alone, and counts. */
function nameServer(...addresses: readonly string[]) {
	const asked: string[] = [];
	const addressesOf = async (host: string) => {
		asked.push(host);
		return addresses.map(address => ({address, family: isIP(address)}));
	};
	return {asked, addressesOf};
}

const watch = (address: string, options: Partial<WatchOptions> = {}): Promise<OverrideSeen> =>
	watchRedirect(address, {signal, whyUnasked: () => undefined, timeoutSeconds: 5, ...options});

const onLoopback = (of: string) => of === 'loopback';

const deviations = (seen: OverrideSeen) => {
	assert.equal(seen.kind, 'asked');
	return seen.kind === 'asked' ? seen.judge(target).deviations : [];
};

/** A server that would see any connection to this computer, which it has a port of. */
async function listening(t: TestContext) {
	const server = await startScriptedServer(t, forward());
	return {server, port: new URL(server.url).port};
}

suite('an address that a watch found', () => {
	test('is not called where its host is an address that not everybody reaches, and no name is looked up', async t => {
		const {server, port} = await listening(t);
		const {asked, addressesOf} = nameServer('127.0.0.1');
		for (const [host, of] of [
			['127.0.0.1', 'loopback'],
			['2130706433', 'loopback'],
			['0', 'unspecified'],
			['[::1]', 'loopback'],
			['[::ffff:127.0.0.1]', 'loopback'],
			['[64:ff9b::7f00:1]', 'loopback'],
			['[2002:7f00:1::]', 'loopback'],
			['localhost', 'loopback'],
			['LOCALHOST.', 'loopback'],
			['byoo.localhost', 'loopback'],
			['10.0.0.1', 'private'],
			['169.254.169.254', 'link-local'],
			['100.64.0.1', 'shared'],
			['192.0.2.1', 'documentation'],
		] as const) {
			for (const scheme of ['http', 'https']) {
				const address = `${scheme}://${host}:${port}/callback`;
				assert.deepEqual(
					await watch(address, {guard: {addressesOf}}),
					{kind: 'not-public', of, byName: false},
					address,
				);
			}
		}
		assert.deepEqual([asked, server.requests], [[], []]);
	});

	test('is not called where one of the addresses of its name is such', async t => {
		const {server, port} = await listening(t);
		for (const [addresses, of] of [
			[['127.0.0.1'], 'loopback'],
			[['8.8.8.8', '127.0.0.1'], 'loopback'],
			[['10.1.2.3'], 'private'],
			[['fd00::1', '2606:4700::1111'], 'private'],
			[['::ffff:192.168.0.1'], 'private'],
			[['0.0.0.0'], 'unspecified'],
			[['fe80::1%eth0'], 'reserved'],
		] as const) {
			const {asked, addressesOf} = nameServer(...addresses);
			const seen = await watch(`https://connect.example.com:${port}/callback`, {guard: {addressesOf}});
			assert.deepEqual(seen, {kind: 'not-public', of, byName: true}, addresses.join());
			assert.deepEqual(asked, ['connect.example.com']);
		}
		assert.deepEqual(server.requests, []);
	});

	test('is called at the very address that was looked at, by its name, and looked up once', async t => {
		const {server, port} = await listening(t);
		const {asked, addressesOf} = nameServer('127.0.0.1');
		const guard = {addressesOf, mayCall: onLoopback};
		assert.deepEqual(deviations(await watch(`http://localhost:${port}/callback`, {guard})), []);
		assert.deepEqual(asked, ['localhost']);
		assert.deepEqual(
			server.requests.map(({path, headers}) => [path, headers.host]),
			[['/callback', `localhost:${port}`]],
		);
	});

	test('is told the name by TLS, whose certificate has to be one for it', async t => {
		const server = createServer({...certificateFor({host: 'connect.example.com'})});
		const names: unknown[] = [];
		server.on('connection', () => names.push('connected'));
		server.on('tlsClientError', (_, socket) => names.push(Reflect.get(socket, 'servername')));
		server.listen(0, '127.0.0.1');
		t.after(() => server.close());
		await once(server, 'listening');
		const refused = once(server, 'tlsClientError');
		const address = `https://connect.example.com:${(server.address() as AddressInfo).port}/callback`;
		const guard = {...nameServer('127.0.0.1'), mayCall: onLoopback};
		const [first] = deviations(await watch(address, {guard}));
		assert.match(
			first?.message ?? '',
			/^The certificate of connect\.example\.com:\d+ is not trusted here\.$/,
		);
		await refused;
		assert.deepEqual(names, ['connected', 'connect.example.com']);
	});

	test('is judged for each target that names it, and asked once', async t => {
		const {server, port} = await listening(t);
		const seen = await watch(`http://127.0.0.1:${port}/callback`, {guard: {mayCall: onLoopback}});
		assert.deepEqual(deviations(seen), []);
		assert.ok(seen.kind === 'asked');
		const others = seen.judge({
			...target,
			environment: 'production',
			callback: callback.replace('sandbox.', ''),
		});
		assert.deepEqual(
			others.deviations.map(({kind}) => kind),
			['other-environment'],
		);
		assert.equal(server.requests.length, 1);
	});

	test('whose name nobody knows does not forward', async () => {
		const addressesOf = () => Promise.reject(Object.assign(new Error('no'), {code: 'ENOTFOUND'}));
		const [first] = deviations(await watch('https://gone.example/callback', {guard: {addressesOf}}));
		assert.match(first?.message ?? '', /^The name gone\.example could not be found\.$/);
	});

	test('is not called where no browser should be sent', async () => {
		const {asked, addressesOf} = nameServer('8.8.8.8');
		for (const address of [
			'',
			'connect.example.com',
			'http://connect.example.com/',
			'ftp://example.com/',
			'https://a:b@example.com/',
		]) {
			assert.deepEqual(await watch(address, {guard: {addressesOf}}), {kind: 'unusable'}, address);
		}
		assert.deepEqual(asked, []);
	});

	test('is neither called nor looked up where that was forbidden, or nobody waits any more', async () => {
		const {asked, addressesOf} = nameServer('8.8.8.8');
		const environment = {HTTPS_PROXY: 'http://proxy.example:8080', NO_PROXY: 'direct.example'};
		const whyUnasked = (url: URL) => (isProxied(environment, url) ? ('proxy' as const) : undefined);
		const options = {guard: {addressesOf}, whyUnasked};
		assert.deepEqual(await watch('https://connect.example.com/', options), {kind: 'unasked', why: 'proxy'});
		const stopped = {...options, signal: AbortSignal.abort()};
		assert.deepEqual(await watch('https://direct.example/', stopped), {kind: 'unasked', why: 'stopped'});
		assert.deepEqual(asked, []);
	});

	test('is given up with the job', async t => {
		const controller = new AbortController();
		const server = await startScriptedServer(t, () => 'hang');
		const watching = watch(server.url, {guard: {mayCall: onLoopback}, signal: controller.signal});
		await server.received(1);
		controller.abort();
		assert.deepEqual(await watching, {kind: 'unasked', why: 'stopped'});
	});
});
