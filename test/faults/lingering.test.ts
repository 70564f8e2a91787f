import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {connect} from 'node:net';
import {suite, type TestContext, test} from 'node:test';
import {startConnectProxy} from '../management-api/connect-proxy.ts';
import {startRawServer} from '../management-api/raw-server.ts';
import {spawnByoo} from '../support/byoo.ts';
import {organizationId} from '../support/credentials.ts';
import {place} from '../support/wizard-terminal.ts';

type Silence = {readonly url: string; readonly env?: Readonly<Record<string, string>>};

/** A listener that was stopped, and whose queue is full: who connects now gets no answer at all. */
async function fullQueue(t: TestContext): Promise<Silence> {
	const listen =
		"const s = net.createServer().listen(0, '127.0.0.1', 1, () => console.log(s.address().port))";
	const child = spawn(
		process.execPath,
		['--input-type=module', '-e', `import net from 'node:net'; ${listen}`],
		{
			stdio: ['ignore', 'pipe', 'inherit'],
		},
	);
	t.after(() => child.kill('SIGKILL'));
	const [port] = await once(child.stdout, 'data');
	child.kill('SIGSTOP');
	for (let count = 0; count < 8; count++) {
		const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
		t.after(() => socket.destroy());
	}
	return {url: `https://127.0.0.1:${Number(port)}`};
}

async function silentHandshake(t: TestContext): Promise<Silence> {
	const {url} = await startRawServer(t, () => undefined);
	return {url: url.replace('http:', 'https:')};
}

async function silentProxy(t: TestContext): Promise<Silence> {
	const {host} = await startConnectProxy(t, 'hang');
	return {url: 'https://api.byoo.invalid', env: {HTTPS_PROXY: host}};
}

const silences: Readonly<Record<string, (t: TestContext) => Promise<Silence>>> = {
	'a host that takes no connection': fullQueue,
	'a TLS handshake that is never answered': silentHandshake,
	'a proxy that says nothing': silentProxy,
};

// That nothing can have been sent is known.
const noWay =
	/^No (?:secure )?connection to \S+ could be made\.$|^The proxy on the way to \S+ did not answer\.$/;

// Nobody gives up but the program: the other side is silent until the test is over.
suite('a process ends with its answer', {concurrency: true}, () => {
	for (const [name, silence] of Object.entries(silences)) {
		for (const flag of ['--timeout', '--deadline']) {
			test(`before ${name} would have done, by ${flag}`, async t => {
				const {url, env} = await silence(t);
				const argv = ['list', '--api-url', url, '--org', organizationId, ...place, '--json', flag, '2'];
				const start = performance.now();
				const {child, ended} = spawnByoo(argv, {env: {...env, JUNCTION_MANAGEMENT_KEY: 'mg_waits'}});
				const answered = child.stdout && once(child.stdout, 'data').then(() => performance.now());
				const {code, stdout} = await ended;
				const end = performance.now();
				assert.equal(code, 1);
				assert.match(JSON.parse(stdout).error.message, flag === '--timeout' ? noWay : /^The deadline passed/);
				const answer = await answered;
				assert.ok(answer && end - answer < answer - start, 'it went on for longer than it took to answer');
			});
		}
	}
});
