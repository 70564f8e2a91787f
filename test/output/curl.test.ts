import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import {apis, describeApi} from '../../source/domain/api-generation.ts';
import {sealed} from '../../source/domain/body/seal.ts';
import type {Credential} from '../../source/domain/credential.ts';
import {Secret} from '../../source/domain/secret.ts';
import {connect} from '../../source/management-api/client.ts';
import {curlFor} from '../../source/output/curl.ts';
import {connectionTo, credential, keyText, place, row} from '../support/credentials.ts';
import {canRunCurl, handOffTo, runBash, runScript} from '../support/curl-script.ts';
import {nastyTexts} from '../support/hand-offs.ts';
import {commandLines} from '../support/processes.ts';
import {startScriptedServer} from '../support/scripted-server.ts';
import {altered, type Changes} from '../support/values.ts';

const accepted = {status: 200, json: row()};
const key = {JUNCTION_MANAGEMENT_KEY: keyText, VITAL_ORG_KEY: keyText};

/** A secret of that name, with all that shells, JSON and addresses mind. */
const tricky = (name: string): string =>
	`${name}-canary-7f3a9 "q" 'z' \\ \\\\ \\n \\" \\& \t % %s & ü 漢 🙂 $(x) \`y\` $HOME {} [] / end\\`;

type Case = {readonly credential: Changes<Credential>; readonly secrets: Readonly<Record<string, string>>};

const secret = {CLIENT_SECRET: tricky('client')};
const clientSecret = new Secret(secret.CLIENT_SECRET);
const fitbit = {
	DETAILS_FITBIT_WORKOUT_VERIFY_TOKEN: tricky('workout'),
	DETAILS_FITBIT_SLEEP_VERIFY_TOKEN: tricky('sleep'),
	DETAILS_FITBIT_BODY_VERIFY_TOKEN: tricky('body'),
};
const [workout, sleep, body] = Object.values(fitbit).map(text => new Secret(text));
const unknown = {
	DETAILS_HOOK_TOKEN: tricky('hook'),
	DETAILS_LIST_0: tricky('list'),
	DETAILS_LIST_2_0__BER: tricky('deep'),
	DETAILS_A_B: tricky('dash'),
	DETAILS_A_B_2: tricky('underscore'),
	DETAILS_PRIVATE_KEY: '-----BEGIN KEY-----\r\ncanary-7f3a9\n-----END KEY-----\n',
};

const cases: Readonly<Record<string, Case>> = {
	strava: {
		credential: {client_secret: clientSecret, redirect_url_override: "https://a.example/?b='$(c)&d=%20"},
		secrets: secret,
	},
	fitbit: {
		credential: {
			client_secret: clientSecret,
			details: {
				fitbit: {
					workout_verify_token: workout ?? null,
					sleep_verify_token: sleep ?? null,
					body_verify_token: body ?? null,
					foods_verify_token: null,
					is_hr_enabled: true,
				},
			},
		},
		secrets: {...secret, ...fitbit},
	},
	polar: {
		credential: {client_secret: clientSecret, details: {webhook_secret: new Secret(tricky('webhook'))}},
		secrets: {...secret, DETAILS_WEBHOOK_SECRET: tricky('webhook')},
	},
	freestyle_libre: {credential: {client_secret: null}, secrets: {}},
	brand_new: {
		credential: {
			client_secret: clientSecret,
			details: sealed({
				hook: {token: unknown.DETAILS_HOOK_TOKEN, isOn: true, nothing: null, 'it"s $(key)': 7},
				list: [unknown.DETAILS_LIST_0, 1.5, [{über: unknown.DETAILS_LIST_2_0__BER}], [], {}],
				'a-b': unknown.DETAILS_A_B,
				a_b: unknown.DETAILS_A_B_2,
				private_key: unknown.DETAILS_PRIVATE_KEY,
			}),
		},
		secrets: {...secret, ...unknown},
	},
};

/** Saves by the printed script and then by the client, and gives both requests. */
async function sendBoth(
	t: TestContext,
	sent: Credential,
	{secrets, generation = 'junction' as const}: {secrets: Case['secrets']; generation?: 'junction' | 'vital'},
) {
	const lines: string[] = [];
	const server = await startScriptedServer(t, () => {
		lines.push(...commandLines(process.pid));
		return accepted;
	});
	const handOff = handOffTo(server.url, {generation, credential: sent});
	const ended = await runScript(handOff, {...key, ...secrets});
	assert.deepEqual([ended.code, ended.stderr], [0, '']);
	const api = connect(connectionTo(server.url, generation), {userAgent: 'byoo/test'});
	const saved = await api.upsert(place, sent, {signal: new AbortController().signal});
	assert.ok(saved.ok, JSON.stringify(saved));
	const [byCurl, byClient] = server.requests;
	assert.ok(byCurl && byClient && server.requests.length === 2);
	return {byCurl, byClient, lines, script: curlFor(handOff), url: server.url};
}

suite('the printed curl', {skip: !canRunCurl}, () => {
	for (const [provider, {credential: changes, secrets}] of Object.entries(cases)) {
		test(`sends for ${provider} what the client sends, and no secret by a command line`, async t => {
			const sent = altered(credential, {provider, client_id: nastyTexts[1], ...changes});
			const {byCurl, byClient, lines, script, url} = await sendBoth(t, sent, {secrets});
			assert.deepEqual(JSON.parse(byCurl.body), JSON.parse(byClient.body));
			assert.deepEqual([byCurl.method, byCurl.path], [byClient.method, byClient.path]);
			assert.equal(byCurl.headers['content-type'], 'application/json');
			assert.ok(lines.some(line => line.includes('curl') && line.includes(url)));
			for (const text of [...lines, script]) {
				for (const value of [keyText, ...Object.values(secrets)]) assert.ok(!text.includes(value));
				assert.doesNotMatch(text, /canary-7f3a9/);
			}
			const asked = [...script.matchAll(/ read -rs (\w+);/g)].map(([, name]) => name);
			assert.deepEqual(asked.toSorted(), ['JUNCTION_MANAGEMENT_KEY', ...Object.keys(secrets)].toSorted());
		});
	}

	for (const {generation, keyHeader} of apis) {
		test(`sends the key in the header of ${generation}, to its path`, async t => {
			const {byCurl, byClient} = await sendBoth(t, altered(credential, {client_secret: clientSecret}), {
				secrets: secret,
				generation,
			});
			const header = keyHeader.toLowerCase();
			assert.equal(byCurl.headers[header], keyText);
			assert.equal(byCurl.headers[header], byClient.headers[header]);
			assert.equal(byCurl.path, byClient.path);
			const own = handOffTo(describeApi(generation).url, {generation});
			assert.ok(curlFor(own).includes(`${describeApi(generation).url}/v1/org/`));
		});
	}

	test('sends every nasty client ID as it is', async t => {
		for (const clientId of [...nastyTexts, 'right-to-left \u202e mark \u{e0041}']) {
			const {byCurl} = await sendBoth(
				t,
				altered(credential, {client_id: clientId, client_secret: clientSecret}),
				{secrets: secret},
			);
			assert.equal(JSON.parse(byCurl.body).client_id, clientId);
		}
	});

	test('shows nothing that a terminal would obey', () => {
		const details = {'\u009b2J\u202e\u001b[2J': '\u009b31m\u2066\u2028\u0007'};
		const script = curlFor(handOffTo('http://127.0.0.1:1', {credential: altered(credential, {details})}));
		assert.doesNotMatch(script, /[^\P{Cc}\n]|\p{Cf}|\p{Zl}/u);
	});

	test('asks for what is not in the environment, pasted whole, and keeps nothing for the next paste', async t => {
		const server = await startScriptedServer(t, () => accepted);
		const typed = [keyText, ` ${tricky('typed')} `];
		const script = curlFor(handOffTo(server.url));
		const ended = await runBash([], {input: [script, ...typed, 'echo "<$CLIENT_SECRET>"', ''].join('\n')});
		assert.deepEqual([ended.code, ended.stderr], [0, 'JUNCTION_MANAGEMENT_KEY: \nCLIENT_SECRET: \n']);
		assert.equal(server.requests[0]?.headers['x-management-key'], keyText);
		assert.equal(JSON.parse(server.requests[0]?.body ?? '').client_secret, ` ${tricky('typed')} `);
		assert.ok(ended.stdout.endsWith('<>\n'), ended.stdout);
	});

	test('sends nothing where a secret is left empty, for it would take the place of what is stored', async t => {
		const server = await startScriptedServer(t, () => accepted);
		const ended = await runScript(handOffTo(server.url), {...key, CLIENT_SECRET: ''});
		assert.equal(ended.code, 2);
		assert.match(ended.stderr, /CLIENT_SECRET is empty\. Nothing was sent\.\n$/);
		assert.equal(server.requests.length, 0);
	});

	test('asks for every text of the details that the catalogue does not know as no secret', async t => {
		const details = {webhook_secret: new Secret(tricky('webhook')), stored: {token: 'canary', isOn: true}};
		const sent = altered(credential, {provider: 'polar', client_secret: clientSecret, details});
		const secrets = {
			...secret,
			DETAILS_WEBHOOK_SECRET: tricky('webhook'),
			DETAILS_STORED_TOKEN: 'canary',
		};
		const {byCurl, byClient, script} = await sendBoth(t, sent, {secrets});
		assert.deepEqual(JSON.parse(byCurl.body), JSON.parse(byClient.body));
		assert.doesNotMatch(script, /canary/);
	});

	test('shows the details that are known to be no secret', () => {
		const details = {redirect_uri: 'https://a.example', data_scopes: ['openid', 'email']};
		const script = curlFor(
			handOffTo('http://127.0.0.1:1', {credential: altered(credential, {provider: 'google_fit', details})}),
		);
		assert.ok(
			script.includes('{"redirect_uri":"https://a.example","data_scopes":["openid","email"]}'),
			script,
		);
	});

	test('shows the answer to a refused save and ends as failed', async t => {
		const server = await startScriptedServer(t, () => ({status: 422, json: {detail: 'no such team'}}));
		const ended = await runScript(handOffTo(server.url), {...key, ...secret});
		assert.equal(ended.code, 22);
		assert.match(ended.stdout, /no such team/);
	});

	test('takes a redirect for a failure and follows none, whatever curl is told elsewhere', async t => {
		const home = await mkdtemp(path.join(tmpdir(), 'byoo-curl-'));
		t.after(() => rm(home, {recursive: true}));
		await writeFile(path.join(home, '.curlrc'), 'location\nmax-redirs = 5\n');
		const elsewhere = await startScriptedServer(t, () => accepted);
		for (const status of [301, 302, 303, 307, 308]) {
			const headers = {location: `${elsewhere.url}/taken`};
			const server = await startScriptedServer(t, () => ({status, headers}));
			const ended = await runScript(handOffTo(server.url), {...key, ...secret, CURL_HOME: home});
			assert.equal(ended.code, 47, `${status} ${ended.stderr}`);
			assert.equal(server.requests.length, 1);
		}
		assert.equal(elsewhere.requests.length, 0);
	});
});
