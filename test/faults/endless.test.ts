import assert from 'node:assert/strict';
import {suite, type TestContext, test} from 'node:test';
import {type RawServer, startRawServer} from '../management-api/raw-server.ts';
import {spawnByoo} from '../support/byoo.ts';
import {listed, organizationId, teamId} from '../support/credentials.ts';
import {keys} from '../support/keys.ts';
import {type Script, startScriptedServer} from '../support/scripted-server.ts';
import {launch} from '../support/terminal.ts';
import {place, settingsFolder} from '../support/wizard-terminal.ts';
import {answerStep, walkTo} from '../support/wizard-walk.ts';

// Whatever a program leaves to it, the garbage collector takes at once, and says so.
const collecting = `data:text/javascript,${encodeURIComponent(
	"setInterval(() => { gc(); process.stderr.write('collected\\n'); }, 100).unref()",
)}`;
const node = ['--expose-gc', '--import', collecting];
const env = {JUNCTION_MANAGEMENT_KEY: 'mg_endless_key'};

/** Headers and one byte, and then nothing, for as long as the client stays. */
const endless = (t: TestContext): Promise<RawServer> =>
	startRawServer(t, socket => {
		socket.write(
			'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n',
		);
	});

const listing = ({url}: RawServer, ...flags: readonly string[]) =>
	spawnByoo(['list', '--api-url', url, '--org', organizationId, ...place, '--json', ...flags], {env, node});

suite('a body without an end, while the garbage collector takes all it can', () => {
	test('is left when its time is over, and the process ends', async t => {
		const server = await endless(t);
		const {code, stdout} = await listing(server, '--timeout', '2').ended;
		assert.equal(code, 1);
		assert.match(JSON.parse(stdout).error.message, /^No whole answer came within 2 seconds/);
		await server.left();
	});

	test('is left at SIGTERM, and the process ends', async t => {
		const server = await endless(t);
		const {child, ended} = listing(server, '--timeout', '600');
		await server.received(1);
		await collections(child, 3);
		child.kill('SIGTERM');
		const {code, stdout} = await ended;
		assert.deepEqual([code, JSON.parse(stdout).error.message], [130, 'Cancelled; nothing was sent.']);
		await server.left();
	});
});

/** Resolves after so many more collections. */
async function collections({stderr}: ReturnType<typeof spawnByoo>['child'], count: number): Promise<void> {
	assert.ok(stderr);
	let rest = count;
	await new Promise<void>(resolve => {
		stderr.on('data', (data: Buffer) => {
			rest -= data.toString().split('collected').length - 1;
			if (rest <= 0) resolve();
		});
	});
}

test('in the wizard, Ctrl+C leaves an answer to a save that never ends', async t => {
	const script: Script = ({method, path}) => {
		if (path.endsWith('/team'))
			return {status: 200, json: {teams: [{id: teamId, name: 'Night Runners', region: 'us'}]}};
		if (path.includes('/prepare_')) return {status: 404};
		if (!path.includes('/team_custom_credentials/')) return {status: 200, json: {id: organizationId}};
		return method === 'POST' ? 'stall' : listed();
	};
	const server = await startScriptedServer(t, script);
	const isWrite = ({method, path}: {readonly method: string; readonly path: string}) =>
		method === 'POST' && path.includes('/team_custom_credentials/');
	const terminal = launch({
		args: [
			...['dist/cli.js', '--api-url', server.url, '--org', organizationId, ...place],
			...['--team', teamId, '--provider', 'oura'],
		],
		env: {...env, BYOO_CONFIG_DIR: settingsFolder()},
	});
	t.after(() => terminal.close());
	await walkTo(terminal, 'Review');
	await answerStep(terminal);
	await terminal.waitFor(() => server.requests.some(isWrite));
	terminal.write(keys.ctrlC);
	assert.deepEqual(await terminal.exited, {exitCode: 130, signal: undefined});
	assert.match(terminal.all(), /^Sent, may be stored: Oura/m);
	assert.equal(server.requests.filter(isWrite).length, 1);
});
