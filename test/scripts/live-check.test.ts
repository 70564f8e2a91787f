import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import {commandNamed} from '../../source/commands/flags/command-table.ts';
import {takesValue} from '../../source/commands/flags/flags.ts';
import {demoReach, providerAnswer} from '../../source/demo/provider-doubles.ts';
import type {Demo} from '../../source/demo/server.ts';
import {checkedHosts, pairCheckOf} from '../../source/domain/proof/pair-checks.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {byoo, documentOf, onDemo} from '../support/byoo.ts';
import {assertAbsent} from '../support/canaries.ts';
import {type Recorded, startScriptedServer} from '../support/scripted-server.ts';
import {place, startServer, storedFor, writesTo} from '../support/wizard-terminal.ts';

const secret = 'live-canary "é/+%&:\\ 7f3a91';
const env = {S: secret};
const bySecret = ['--client-secret-env', 'S', '--exact', 'client-secret'];

async function world(t: TestContext) {
	const server = await startServer(t);
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-live-'));
	t.after(() => rmSync(folder, {recursive: true, force: true}));
	const file = join(folder, 'fleet.yaml');
	const {run, json, start} = onDemo(server);
	const running = {env, reach: demoReach(server.url)};
	const set = (provider: string, clientId: string): readonly string[] => [
		...['set', ...place, '--team', server.teams[0]?.id ?? '', '--provider', provider],
		...['--client-id', clientId, ...bySecret, '--live-check'],
	];
	return {
		server,
		file,
		set,
		run: (argv: readonly string[], more: Parameters<typeof run>[1] = running) => run(argv, more),
		json: (argv: readonly string[]) => json(argv, running),
		start: (argv: readonly string[]) => start(argv, running),
		/** Writes a manifest of a row for each provider and client ID, in sandbox. */
		rows(...rows: readonly (readonly [provider: string, clientId: string, team?: number])[]) {
			const lines = rows.map(
				([provider, clientId, team = 0]) =>
					`  - {team: ${server.teams[team]?.id}, env: sandbox, region: ${server.teams[team]?.region}, provider: ${provider}, client_id: ${clientId}, client_secret: {env: S}, exact: [client_secret]}`,
			);
			writeFileSync(file, ['version: 1', 'credentials:', ...lines, ''].join('\n'));
		},
	};
}

const askedOf = ({requests}: Demo): readonly string[] =>
	requests().flatMap(({path}) => (path.startsWith('/provider/') ? [path.split('?')[0] ?? ''] : []));

const proof = (pair: string, more: object = {}) => ({
	pair,
	application: 'not-tried',
	connection: 'not-tried',
	differences: [],
	error: null,
	testUserDeleted: null,
	...more,
});

suite('byoo set --live-check', () => {
	test('saves a right pair, and says before where it goes', async t => {
		const {server, set, run} = await world(t);
		const {code, stderr} = await run(set('oura', 'abc'));
		assert.equal(code, 0);
		assert.equal(
			stderr,
			'The live check sends client ID and secret to moi.ouraring.com and api.ouraring.com.\n✔ pair         Oura knows this client ID with this secret (as reported; Oura does not document it).\n',
		);
		assert.equal(storedFor(server).length, 1);
	});

	test('saves nothing where the pair is refused', async t => {
		const {server, set, run} = await world(t);
		for (const more of [[], ['--dry-run'], ['--yes', '--replace']]) {
			const {code, stdout, stderr} = await run([...set('oura', 'demo-pair-wrong-secret'), ...more]);
			assert.deepEqual([code, stdout], [1, '']);
			assert.match(stderr, /Oura refused this client ID with this secret.*\n.*Nothing was saved\.\n$/);
		}
		assert.equal(writesTo(server), 0);
	});

	test('tells of the refusal in one document', async t => {
		const {set, json} = await world(t);
		const {code, document} = await json(set('google_fit', 'demo-pair-unknown').concat('--details-file', '-'));
		// Google Fit needs details, which are told first: nothing was asked.
		assert.deepEqual([code, document.proof], [2, undefined]);
		const refused = await json(set('withings', 'demo-pair-unknown'));
		assert.equal(refused.code, 1);
		assert.deepEqual(Object.keys(refused.document), ['error', 'proof']);
		const {error} = refused.document;
		assert.deepEqual([error?.kind, error?.status], ['correct', 200]);
		assert.deepEqual(
			error?.fields.map(({field}) => field),
			['client_id', 'client_secret'],
		);
		assert.equal(refused.document.proof?.pair, 'refuted');
		assert.equal(refused.document.proof?.error?.type, 'invalid client id/secret');
	});

	test('warns of what is not known, and saves', async t => {
		const {server, set, json} = await world(t);
		const {code, document, stderr} = await json(set('oura', 'demo-pair-page'));
		assert.equal(code, 0);
		assert.deepEqual([document.outcome, document.proof?.pair], ['created', 'unknown']);
		assert.equal(document.proof?.error?.type, 'html');
		assert.deepEqual(
			document.warnings?.map(({code: name}) => name),
			['pair-unknown'],
		);
		assert.match(stderr, /Warning: Oura answered with an HTML page \(200\), which tells nothing\./);
		assert.equal(storedFor(server).length, 1);
	});

	test('does not ask a provider whose answers are not known, and says so', async t => {
		const {server, set, json} = await world(t);
		const {code, document, stderr} = await json(set('wahoo', 'abc'));
		assert.equal(code, 0);
		assert.deepEqual(document.proof, proof('not-tried'));
		assert.ok(document.warnings?.some(warning => warning.code === 'pair-not-offered'));
		assert.doesNotMatch(stderr, /The live check sends/);
		assert.deepEqual(askedOf(server), []);
	});

	test('asks WHOOP for the page of consent too, without the secret', async t => {
		const {server, set, json} = await world(t);
		const right = await json(set('whoop_v2', 'abc'));
		assert.deepEqual(right.document.proof, proof('proved', {application: 'proved'}));
		for (const [clientId, type, fields] of [
			['demo-consent-uri', 'invalid_request', ['redirect_url_override']],
			['demo-consent-scope', 'invalid_scope', []],
			['demo-pair-unknown', 'invalid_client', ['client_id', 'client_secret', 'client_id']],
		] as const) {
			const {code, document} = await json([...set('whoop_v2', clientId), '--yes', '--replace']);
			assert.deepEqual(
				[code, document.proof?.application, document.proof?.error?.type],
				[1, 'refuted', type],
			);
			assert.deepEqual(
				document.error?.fields.map(({field}) => field),
				fields,
			);
		}
		assert.equal(writesTo(server), 1);
	});

	test('has its proof in a dry run and after an unconfirmed save', async t => {
		const {set, json} = await world(t);
		assert.deepEqual((await json([...set('oura', 'abc'), '--dry-run'])).document.proof, proof('proved'));
		const unconfirmed = await json(set('oura', 'demo-differs'));
		assert.deepEqual([unconfirmed.code, unconfirmed.document.proof], [5, proof('proved')]);
	});

	test('asks nobody before it may write', async t => {
		const {server, set, run} = await world(t);
		assert.equal((await run([...set('strava', '999')])).code, 2);
		assert.deepEqual(askedOf(server), []);
	});

	test('without the flag no provider is asked, and no document has a proof', async t => {
		const {server, set, json} = await world(t);
		const {document} = await json(set('oura', 'abc').filter(word => word !== '--live-check'));
		assert.equal(document.proof, undefined);
		assert.deepEqual(askedOf(server), []);
	});

	test('beside an API on this computer nothing is sent to a provider', async t => {
		const {server, set, run} = await world(t);
		const {code, stdout, stderr} = await run([...set('strava', 'abc'), '--json', '--yes', '--replace'], {
			env,
		});
		assert.equal(code, 0);
		const {proof: found} = documentOf({code, stdout, stderr});
		assert.equal(
			found?.error?.message,
			'Not tried: beside an API on this computer nothing is sent to Strava.',
		);
		assert.equal(found?.error?.type, 'local-api');
		assert.doesNotMatch(stderr, /The live check sends/);
		assert.deepEqual(askedOf(server), []);
	});

	test('beside one nothing is said twice of WHOOP, and its page of consent is not tried', async t => {
		const {file, rows, set, run} = await world(t);
		const {code, stdout, stderr} = await run([...set('whoop_v2', 'abc'), '--json', '--dry-run'], {env});
		assert.equal(code, 0);
		const words = 'Not tried: beside an API on this computer nothing is sent to WHOOP.';
		assert.equal(stderr.split(words).length, 2);
		const error = {type: 'local-api', message: words};
		assert.deepEqual(documentOf({code, stdout, stderr}).proof, proof('unknown', {error}));
		rows(['whoop_v2', 'abc']);
		const planned = await run(['plan', file, '--live-check'], {env});
		assert.match(planned.stderr, new RegExp(`^Line 3: ${words}$`, 'm'));
		assert.ok(planned.stdout.includes(`\n    ? pair         ${words}\n`));
	});

	test('stops at a signal, and saves nothing', async t => {
		const {server, set, start} = await world(t);
		const {ended, stop} = start(set('oura', 'demo-pair-slow'));
		while (askedOf(server).length === 0) await new Promise(setImmediate);
		stop('SIGINT');
		const {code, stderr} = await ended;
		assert.equal(code, 130);
		assert.match(stderr, /Cancelled during the live check\. Nothing was saved\./);
		assert.equal(writesTo(server), 0);
	});
});

suite('byoo plan and apply --live-check', () => {
	test('plan has the proof of every row, and exits with 1 where a pair is refused', async t => {
		const {file, rows, run, json} = await world(t);
		rows(['oura', 'abc'], ['withings', 'demo-pair-unknown'], ['strava', 'demo-pair-busy'], ['wahoo', 'abc']);
		const {code, stdout, stderr} = await run(['plan', file, '--live-check']);
		assert.equal(code, 1);
		assert.match(stdout, /· oura\n {4}✔ pair {9}Oura knows this client ID with this secret/);
		assert.match(stdout, /· withings\n {4}✖ pair {9}Withings refused this client ID with this secret/);
		assert.match(stdout, /· wahoo\n {4}– pair {9}not tried\n/);
		assert.match(
			stderr,
			/^The live check sends each client ID and secret to its own provider: .*wbsapi\.withings\.net/m,
		);
		assert.match(stderr, /Line 5: Strava asks for fewer requests/);
		assert.match(stderr, /One row is refused by the provider\. Nothing was saved\.\n$/);
		const {document} = await json(['plan', file, '--live-check']);
		assert.deepEqual(
			document.plan?.map(row => row.proof?.pair),
			['proved', 'refuted', 'unknown', 'not-tried'],
		);
		assert.deepEqual(
			document.warnings?.map(({row, code: name}) => `${row} ${name}`).filter(text => /pair/.test(text)),
			['credentials[2] pair-unknown', 'credentials[3] pair-not-offered'],
		);
	});

	test('plan goes on as before where none is', async t => {
		const {file, rows, json} = await world(t);
		rows(['oura', 'abc'], ['oura', 'demo-pair-unclear', 1]);
		assert.equal((await json(['plan', file, '--live-check'])).code, 0);
		assert.equal((await json(['plan', file, '--live-check', '--detailed-exitcode'])).code, 6);
	});

	test('apply saves nothing where one pair is refused, and names its line', async t => {
		const {server, file, rows, run, json} = await world(t);
		rows(['oura', 'abc'], ['withings', 'demo-pair-wrong-secret']);
		for (const more of [[], ['--dry-run']]) {
			const {code, stderr} = await run(['apply', file, '--live-check', ...more]);
			assert.equal(code, 1);
			assert.match(stderr, /fleet\.yaml:4:5: Withings refused this client ID with this secret/);
		}
		const {document} = await json(['apply', file, '--live-check']);
		assert.match(document.error?.fields[0]?.field ?? '', /fleet\.yaml:4:5$/);
		assert.deepEqual(
			document.plan?.map(row => row.proof?.pair),
			['proved', 'refuted'],
		);
		assert.equal(writesTo(server), 0);
	});

	test('apply saves the rest, and its results have the proofs', async t => {
		const {server, file, rows, json} = await world(t);
		rows(['oura', 'abc'], ['withings', 'demo-pair-unclear']);
		const {code, document} = await json(['apply', file, '--live-check']);
		assert.equal(code, 0);
		assert.deepEqual(
			document.results?.map(row => `${row.outcome} ${row.proof?.pair}`),
			['created proved', 'created unknown'],
		);
		assert.equal(writesTo(server), 2);
	});

	test('apply shows a person the proof of every row, as plan does', async t => {
		const {file, rows, run} = await world(t);
		rows(['oura', 'abc'], ['wahoo', 'abc']);
		const dry = await run(['apply', file, '--live-check', '--dry-run']);
		assert.equal(dry.stdout.match(/^ {4}(?:✔ pair {9}Oura knows|– pair {9}not tried)/gm)?.length, 2);
		const {code, stdout} = await run(['apply', file, '--live-check']);
		assert.equal(code, 0);
		assert.match(stdout, /^✔ created .+ · oura\n {4}✔ pair {9}Oura knows/m);
		assert.match(stdout, /^✔ created .+ · wahoo\n {4}– pair {9}not tried$/m);
	});

	test('the same pair of several rows is tried once', async t => {
		const {server, file, rows, json} = await world(t);
		rows(['withings', 'abc'], ['withings', 'abc', 1], ['withings', 'other', 2]);
		const {document} = await json(['plan', file, '--live-check']);
		assert.deepEqual(
			document.plan?.map(row => row.proof?.pair),
			['proved', 'proved', 'proved'],
		);
		assert.equal(askedOf(server).length, 2);
	});
});

/** Providers in place of all hosts, each below its name, and what arrived. */
async function startProviders(t: TestContext) {
	return startScriptedServer(t, ({method, path, query, headers, body}) => {
		const reply = providerAnswer({method, path, query, authorization: headers.authorization, body});
		return reply?.kind === 'json' ? {status: reply.status, json: reply.body} : {status: 404, json: {}};
	});
}

const holdsSecret = ({body, rawQuery, headers}: Recorded): boolean =>
	[new URLSearchParams(body).get('client_secret') ?? '', rawQuery, basicOf(headers.authorization)].some(
		text => text.includes('live-canary'),
	);

const basicOf = (authorization = ''): string =>
	Buffer.from(authorization.replace('Basic ', ''), 'base64').toString();

suite('a secret that is tried', () => {
	const offered = providers.filter(provider => pairCheckOf(provider) && provider.details.length === 0);

	test('reaches the hosts named for its provider alone, by set, plan and apply, and no output', async t => {
		const {file, rows, set, run} = await world(t);
		const others = await startProviders(t);
		const running = {env: {...env, DEBUG: '*'}, reach: demoReach(others.url)};
		let count = 0;
		for (const {slug} of offered) {
			rows([slug, 'abc']);
			for (const argv of [
				[...set(slug, 'abc'), '--dry-run'],
				['plan', file],
				['apply', file, '--yes', '--replace'],
			]) {
				// With one document, but for what apply says to a person.
				const how = argv[0] === 'apply' ? ['--debug'] : ['--debug', '--json'];
				const {stdout, stderr} = await run([...new Set([...argv, '--live-check', ...how])], running);
				const arrived = others.requests.slice(count);
				count = others.requests.length;
				const codes = arrived.map(
					({body, query}) => new URLSearchParams(body).get('code') ?? query.get('state'),
				);
				assert.ok(arrived.some(holdsSecret), `${slug} was not asked`);
				for (const request of arrived.filter(holdsSecret)) {
					assert.ok(checkedHosts({slug}).includes(request.path.split('/')[2] ?? ''), request.path);
				}
				assert.ok(codes.every(code => code?.startsWith('byoo-check-')));
				assertAbsent(`${argv[0]} of ${slug}`, stdout + stderr, [secret, 'byoo-check-']);
			}
		}
	});

	/** The words with this flag, in place of where it was given before. */
	function withFlag(words: readonly string[], flag: string, value: string): readonly string[] {
		const at = words.indexOf(`--${flag}`);
		const others = at === -1 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
		return [...others, `--${flag}`, value];
	}

	test('goes nowhere else, whatever a flag, a variable or a manifest names', async t => {
		const {server, file, rows, set, run} = await world(t);
		// Whatever it is taken for, it is asked like an API that offers nothing but saves.
		const trap = await startScriptedServer(t, () => ({status: 404, json: {}}));
		const [organization] = server.organizations;
		const target = ['--api-url', server.url, '--org', organization?.id ?? ''];
		const words = [...set('strava', '12345'), ...target, '--dry-run', '--json'];
		const key = {JUNCTION_MANAGEMENT_KEY: organization?.key};
		const valued = commandNamed('set').flags.filter(flag => takesValue(`--${flag}`));
		for (const flag of valued) {
			for (const value of [trap.url, `token_url=${trap.url}`]) {
				await byoo(withFlag(words, flag, value), {env: {...env, ...key}});
			}
		}
		assert.ok(trap.requests.length > 0, 'the API of --api-url was not asked');
		const beside = await byoo(withFlag(words, 'api-url', trap.url), {env: {...env, ...key}});
		assert.equal(documentOf(beside).proof?.error?.type, 'local-api');

		const variables = ['TOKEN_URL', 'STRAVA_TOKEN_URL', 'BYOO_TOKEN_URL', 'BYOO_REACH', 'REACH'];
		const named = Object.fromEntries(variables.map(variable => [variable, trap.url]));
		const proxied = {HTTPS_PROXY: trap.url, ALL_PROXY: trap.url, HTTP_PROXY: trap.url};
		const told = await byoo(words, {env: {...env, ...key, ...named, ...proxied}});
		assert.equal(documentOf(told).proof?.error?.type, 'local-api');
		rows(['strava', `12345, token_url: "${trap.url}"`]);
		assert.equal((await run(['plan', file, '--live-check'], {env})).code, 2);

		assert.deepEqual(trap.requests.filter(holdsSecret), []);
		const askedForTokens = trap.requests.filter(({body}) => body.includes('grant_type'));
		assert.deepEqual(askedForTokens, []);
		assert.deepEqual(askedOf(server), []);
	});

	test('has no double in the program as it is started', () => {
		assert.doesNotMatch(readFileSync('source/cli.ts', 'utf8'), /reach/i);
	});
});
