import assert from 'node:assert/strict';
import {suite, type TestContext, test} from 'node:test';
import {serveDemo} from '../../source/commands/demo-server.ts';
import {demoOrganizations, quillfeather} from '../../source/demo/seed-organizations.ts';
import {type Demo, startDemo} from '../../source/demo/server.ts';

const fast: typeof startDemo = options => startDemo({...options, latencyScale: 0});

/** A command that runs: what it has written, its server once the address is written, and a way to cancel it. */
function serve(t: TestContext, port = 0, start = fast) {
	let output = '';
	let refusal = '';
	let cancel = () => {};
	let demo: Demo | undefined;
	let isReady = (_: Demo) => {};
	const ready = new Promise<Demo>(resolve => {
		isReady = resolve;
	});
	const exitCode = serveDemo({
		port,
		write(text) {
			output += text;
			if (demo) isReady(demo);
		},
		fail(text) {
			refusal += text;
		},
		onStop(listener) {
			cancel = listener;
		},
		async start(options) {
			const started = await start(options);
			t.after(() => started.close());
			demo = started;
			return started;
		},
	});
	return {exitCode, ready, output: () => output, refusal: () => refusal, cancel: () => cancel()};
}

suite('the demo as a server', () => {
	test('says where it is, both organizations with ID and key, and how to use it', async t => {
		const {ready, output} = serve(t);
		const {url} = await ready;
		for (const {id, name, key} of demoOrganizations) {
			assert.ok(output().includes(`${name}\n  ID   ${id}\n  key  ${key}\n`), name);
		}
		const {id, key} = quillfeather;
		assert.ok(output().includes(`  export JUNCTION_MANAGEMENT_KEY=${key}\n`));
		assert.ok(output().includes(`  byoo list --api-url ${url} --org ${id} --all\n`));
		assert.match(
			output(),
			new RegExp(
				`^  byoo prove --api-url ${url} --junction-url ${url} --org ${id} .*--team [\\w-]{36} --provider strava$`,
				'm',
			),
		);
		assert.ok(output().split('\n').length < 16);
	});

	test('answers with the key it shows until it is cancelled, and gives 130', async t => {
		const {ready, output, exitCode, cancel} = serve(t);
		const {url} = await ready;
		const response = await fetch(`${url}/v1/org/${quillfeather.id}`, {
			headers: {'x-management-key': quillfeather.key},
		});
		assert.equal(response.status, 200);
		await response.body?.cancel();
		cancel();
		assert.equal(await exitCode, 130);
		await assert.rejects(fetch(url), TypeError);
		assert.match(output(), /The demo has ended; nothing of it is kept\.\n$/);
	});

	test('cancelled twice ends once', async t => {
		const {ready, exitCode, cancel, output} = serve(t);
		await ready;
		cancel();
		cancel();
		assert.equal(await exitCode, 130);
		assert.equal(output().split('has ended').length, 2);
	});

	test('cancelled before it has begun ends at once, with its port free', async t => {
		const {ready, exitCode, cancel} = serve(t);
		cancel();
		assert.equal(await exitCode, 130);
		await assert.rejects(fetch((await ready).url), TypeError);
	});

	test('names a port that is taken and what to do, and gives 1', async t => {
		const taken = await fast();
		t.after(() => taken.close());
		const {exitCode, output, refusal} = serve(t, taken.port);
		assert.equal(await exitCode, 1);
		assert.equal(output(), '');
		assert.equal(
			refusal(),
			`Port ${taken.port} is taken by another program. Give another one with --port N, or leave --port out to take any free one.\n`,
		);
	});

	test('names a port that is kept for others, and gives 1', async t => {
		const refused = async () => {
			throw Object.assign(new Error('listen EACCES'), {code: 'EACCES'});
		};
		const {exitCode, refusal} = serve(t, 80, refused);
		assert.equal(await exitCode, 1);
		assert.match(refusal(), /^Port 80 may not be used .* --port N/);
	});

	test('does not hide a fault of its own', async t => {
		const broken = async () => {
			throw new TypeError('a fault');
		};
		await assert.rejects(serve(t, 0, broken).exitCode, {message: 'a fault'});
	});
});
