import assert from 'node:assert/strict';
import {suite, type TestContext, test} from 'node:test';
import type {Demo, DemoOptions} from '../../source/demo/server.ts';
import {startDemo} from '../../source/demo/server.ts';
import {liveSecrets} from '../../source/domain/live-secrets.ts';
import type {
	ConnectionProgress,
	NotedUser,
	ProofTarget,
	ProofWorld,
} from '../../source/domain/proof/ports.ts';
import {providerOfSlug} from '../../source/domain/providers/find-providers.ts';
import {Secret} from '../../source/domain/secret.ts';
import {connect} from '../../source/management-api/client.ts';
import {directly, type Fetch, fetchOver} from '../../source/management-api/node-fetch.ts';
import {proveApplication} from '../../source/operations/prove-application.ts';
import {type ConnectionOptions, proveConnection} from '../../source/operations/prove-connection.ts';
import {deleteLeftUser} from '../../source/operations/test-users.ts';
import {junctionWith} from '../../source/proving/junction.ts';
import {openLoopback} from '../../source/proving/loopback.ts';

const place = {environment: 'sandbox', region: 'us'} as const;
const start = Date.parse('2026-11-26T12:00:00Z');

type Opened = {
	readonly world: ProofWorld;
	readonly server: Demo;
	readonly target: ProofTarget;
	readonly left: () => readonly NotedUser[];
	/** Lets time pass on both sides. */
	readonly pass: (seconds: number) => void;
	readonly prove: () => ReturnType<typeof proveApplication>;
	/** Proves a connection; `act` is told of its steps. */
	readonly join: (
		act?: (progress: ConnectionProgress) => unknown,
		more?: Partial<ConnectionOptions>,
	) => ReturnType<typeof proveConnection>;
};

type Options = DemoOptions & {
	readonly clientId?: string;
	/** In place of what a request to the demo gives. */
	readonly meet?: (request: Request, answer: () => Promise<Response>) => Promise<Response>;
};

const direct = fetchOver(directly);

/** A demo with Strava saved, and the world of a proof on it, whose waits pass at once. */
async function open(t: TestContext, {clientId = 'abc', meet, ...options}: Options = {}): Promise<Opened> {
	let clock = start;
	const now = () => clock;
	const pass = (seconds: number) => {
		clock += seconds * 1000;
	};
	/** What somebody does at the browser; nothing else happens meanwhile. */
	let acting: unknown;
	const wait = async (seconds: number) => {
		await acting;
		pass(seconds);
		await new Promise(resolve => setImmediate(resolve));
	};
	const server = await startDemo({latencyScale: 0, now, ...options});
	t.after(() => server.close());
	const secrets = liveSecrets();
	const fetch: Fetch = (request, signal) =>
		meet ? meet(request, () => direct(request, signal)) : direct(request, signal);
	const [organization] = server.organizations;
	const [team] = server.teams;
	assert.ok(organization && team);
	const api = connect(
		{
			generation: 'junction',
			url: server.url,
			organizationId: organization.id,
			key: new Secret(organization.key),
		},
		{userAgent: 'test', secrets, wait, fetch, now},
	);
	const saved = await api.upsert(
		place,
		{
			teamId: team.id,
			provider: 'strava',
			values: {
				client_id: clientId,
				client_secret: new Secret('a-client-secret'),
				details: null,
				redirect_url_override: null,
			},
		},
		{signal: t.signal},
	);
	assert.ok(saved.ok);
	const notes = new Map<string, NotedUser>();
	let count = 0;
	const world: ProofWorld = {
		organization: {url: server.url, id: organization.id},
		api,
		junctionUrl: server.url,
		connectJunction: junctionWith({userAgent: 'test', timeoutSeconds: 5, secrets, fetch, wait}),
		notes: {
			left: () => [...notes.values()],
			note: user => void notes.set(user.clientUserId, user),
			forget: user => void notes.delete(user.clientUserId),
		},
		tokens: new Map(),
		newId: () => `0b6e8a1e-2222-4a4a-8a8a-${String(++count).padStart(12, '0')}`,
		now: () => new Date(clock),
		wait,
		openLoopback: () => openLoopback(secrets),
	};
	const target = {place, teamId: team.id, provider: providerOfSlug('strava'), clientId};
	const {signal} = t;
	return {
		world,
		server,
		target,
		left: () => [...notes.values()],
		pass,
		prove: () => proveApplication(world, target, {signal}),
		join: (act, more) =>
			proveConnection(world, target, {
				signal,
				onProgress(progress) {
					if (progress.kind === 'open') acting = act?.(progress);
					else act?.(progress);
				},
				...more,
			}),
	};
}

const get = (address: string, method = 'GET') =>
	direct(new Request(address, {method}), new AbortController().signal);

/** What a browser does: opens the page here, chooses, and comes back. */
const choose = (choice: 'allow' | 'refuse') => async (progress: ConnectionProgress) => {
	if (progress.kind !== 'open') return;
	const led = await get(progress.page);
	assert.equal(led.status, 303);
	assert.equal(led.headers.get('referrer-policy'), 'no-referrer');
	assert.ok(progress.address.is(led.headers.get('location') ?? ''));
	const chosen = await get(`${progress.address.reveal()}/${choice}`, 'POST');
	const back = chosen.headers.get('location');
	if (back !== null) assert.match(await (await get(back)).text(), /close this page/);
};

const isOf = (request: Request, method: string, path: RegExp): boolean =>
	request.method === method && path.test(new URL(request.url).pathname);

const broken = () => Object.assign(new Error('reset'), {code: 'ECONNRESET'});

suite('an application', () => {
	test('that is sent as saved is proved, and no test user stays', async t => {
		const {prove, server, left} = await open(t);
		const {application, isTestUserDeleted, notes} = await prove();
		assert.equal(application.verdict, 'proved', application.message);
		assert.match(application.message, /All 4 scopes that are required/);
		assert.deepEqual([isTestUserDeleted, notes, server.users(), left()], [true, [], [], []]);
	});

	test('is asked for with a token of the team, never with the management key, for data of today alone', async t => {
		const asked: Request[] = [];
		const {prove, server} = await open(t, {
			meet(request, answer) {
				if (new URL(request.url).pathname.startsWith('/v2/')) asked.push(request.clone());
				return answer();
			},
		});
		await prove();
		const [made] = asked;
		assert.ok(made);
		const {client_user_id: name, ...day} = JSON.parse(await made.text());
		assert.match(name, /^byoo-proof-[0-9a-f-]{36}$/);
		assert.deepEqual(day, {ingestion_start: '2026-11-26', ingestion_end: '2026-11-26'});
		for (const {url, headers} of asked) {
			const isConsent = url.includes('/provider/oauth/');
			assert.equal(/^Bearer demo-team-token-/.test(headers.get('authorization') ?? ''), !isConsent, url);
			assert.equal(headers.has('x-vital-link-token'), isConsent, url);
			assert.ok(![...headers.values()].some(value => value.includes(server.organizations[0]?.key ?? '-')));
		}
	});

	for (const [clientId, verdict, type] of [
		['demo-prove-other-client', 'refuted', 'other-client-id'],
		['demo-prove-other-uri', 'refuted', 'other-redirect-uri'],
		['demo-prove-scopes', 'refuted', 'missing-scopes'],
		['demo-prove-elsewhere', 'unknown', 'other-host'],
		['demo-prove-junction', 'proved', undefined],
	] as const) {
		test(`saved as ${clientId}: ${type ?? verdict}`, async t => {
			const hosts = new Set<string>();
			const {prove, server, left} = await open(t, {
				clientId,
				meet(request, answer) {
					hosts.add(new URL(request.url).host);
					return answer();
				},
			});
			const {application} = await prove();
			assert.deepEqual([application.verdict, application.type], [verdict, type]);
			assert.deepEqual([server.users(), left()], [[], []]);
			assert.deepEqual([...hosts], [new URL(server.url).host], 'nothing is sent to anybody else');
		});
	}

	const gaps = ['teamTokens', 'users', 'userDeletions', 'links', 'consentAddresses'] as const;
	for (const gap of gaps) {
		for (const [kind, type] of [
			['missing', 'unavailable'],
			['limited', 'retry'],
		] as const) {
			test(`with ${gap} ${kind} is ${gap === 'userDeletions' ? 'proved, and the user stays' : 'not known'}`, async t => {
				const {prove, server, left} = await open(t, {[gap]: kind});
				const {application, isTestUserDeleted, notes} = await prove();
				if (gap === 'userDeletions') {
					assert.equal(application.verdict, 'proved');
					assert.equal(isTestUserDeleted, false);
					assert.match(notes.join(), /could not be deleted/);
					assert.equal(left()[0]?.id, server.users()[0]?.id);
					return;
				}
				assert.deepEqual([application.verdict, application.type], ['unknown', type]);
				assert.deepEqual([server.users(), left()], [[], []]);
			});
		}
	}

	test('is judged without the scopes of the team where the API does not tell them', async t => {
		const {prove} = await open(t, {scopeRequirements: 'missing'});
		const {application} = await prove();
		assert.equal(application.verdict, 'proved');
		assert.match(application.message, /Scopes asked for: activity:read_all/);
	});

	test('is proved where tokens have the name of the other page', async t => {
		const {prove} = await open(t, {teamTokens: 'other-name'});
		assert.equal((await prove()).application.verdict, 'proved');
	});

	test('uses a token until it ends, and gets another one in its place', async t => {
		const {prove, server, pass, world} = await open(t);
		await prove();
		await prove();
		const tokens = () =>
			server.requests().filter(({path}) => path.endsWith('create_api_access_token')).length;
		assert.equal(tokens(), 1);
		// As if this computer’s clock were slow: the token ended, which only its refusal tells.
		const [[key, token] = []] = world.tokens;
		assert.ok(key && token);
		world.tokens.set(key, {...token, endsAt: Number.POSITIVE_INFINITY});
		pass(301);
		assert.equal((await prove()).application.verdict, 'proved');
		assert.equal(tokens(), 2);
		assert.deepEqual(server.users(), []);
	});

	test('whose test user has another name is left alone, and said', async t => {
		const {prove, server, left, world} = await open(t, {clientId: 'demo-prove-not-ours'});
		const {isTestUserDeleted, notes} = await prove();
		assert.equal(isTestUserDeleted, false);
		assert.match(notes.join(), /another name/);
		assert.equal(server.users().length, 1);
		const [noted] = left();
		assert.ok(noted);
		assert.deepEqual(await deleteLeftUser(world, noted, {signal: t.signal}), {kind: 'not-ours'});
		assert.equal(server.requests().filter(({method}) => method === 'DELETE').length, 0);
	});
});

suite('an answer that gets lost', () => {
	test('of making the test user: it is looked for by its name', async t => {
		let isLost = false;
		const {prove, server, left} = await open(t, {
			async meet(request, answer) {
				const answered = await answer();
				if (!isOf(request, 'POST', /^\/v2\/user$/)) return answered;
				isLost = true;
				throw broken();
			},
		});
		const {application, isTestUserDeleted} = await prove();
		assert.ok(isLost);
		assert.deepEqual([application.verdict, isTestUserDeleted], ['proved', true]);
		assert.deepEqual([server.users(), left()], [[], []]);
	});

	test('of a test user that was not made: its note stays until it is certain', async t => {
		const {prove, left, world} = await open(t, {
			async meet(request, answer) {
				if (isOf(request, 'POST', /^\/v2\/user$/)) throw broken();
				return answer();
			},
		});
		const {application, isTestUserDeleted, notes} = await prove();
		assert.deepEqual([application.verdict, application.type], ['unknown', 'uncertain']);
		assert.equal(isTestUserDeleted, undefined);
		assert.match(notes.join(), /looked for at the next start/);
		const [noted] = left();
		assert.ok(noted && noted.id === undefined);
		assert.deepEqual(await deleteLeftUser(world, noted, {signal: t.signal}), {kind: 'gone'});
		assert.deepEqual(left(), []);
	});

	test('of deleting it: it is looked at again', async t => {
		const {prove, server, left} = await open(t, {
			async meet(request, answer) {
				const answered = await answer();
				if (isOf(request, 'DELETE', /^\/v2\/user\//)) throw broken();
				return answered;
			},
		});
		assert.equal((await prove()).isTestUserDeleted, true);
		assert.deepEqual([server.users(), left()], [[], []]);
	});

	test('a refusal because the name is there is of a request that arrived twice: the user is ours, and deleted', async t => {
		const {prove, server, left, world} = await open(t);
		await prove();
		const token = world.tokens.values().next().value;
		assert.ok(token);
		const junction = world.connectJunction({url: server.url, token: token.secret});
		const clientUserId = 'byoo-proof-0b6e8a1e-2222-4a4a-8a8a-000000000002';
		const made = await junction.createUser({clientUserId, day: '2026-11-26'}, {signal: t.signal});
		assert.ok(made.ok);
		const {application, isTestUserDeleted} = await prove();
		assert.deepEqual([application.verdict, isTestUserDeleted], ['proved', true]);
		assert.deepEqual([left(), server.users()], [[], []]);
	});

	for (const [what, body, headers, isGone] of [
		['in JSON is not believed where the name leads to the user', '{"detail":"Not found"}', {}, true],
		['with a page tells of a missing operation', '<html>', {'content-type': 'text/html'}, false],
	] as const) {
		test(`404 for the user’s ID ${what}`, async t => {
			const {prove, server, left} = await open(t, {
				meet: async ({method, url}, answer) =>
					method === 'GET' && /\/v2\/user\/[0-9a-f-]{36}$/.test(url)
						? new Response(body, {status: 404, headers})
						: answer(),
			});
			const {isTestUserDeleted} = await prove();
			assert.equal(isTestUserDeleted, isGone);
			assert.deepEqual([left().length, server.users().length], isGone ? [0, 0] : [1, 1]);
		});
	}

	for (const address of [
		'file:///etc/passwd',
		'http://elsewhere.example/',
		'https://you@elsewhere.example/',
		'none',
	]) {
		test(`with ${address} in place of a link is no link`, async t => {
			const {join} = await open(t, {
				meet: async ({url}, answer) =>
					url.endsWith('/v2/link/token')
						? Response.json({link_token: 'token', link_web_url: address})
						: answer(),
			});
			const opened: string[] = [];
			const {connection, isTestUserDeleted} = await join(({kind}) => opened.push(kind));
			assert.deepEqual(
				[connection.verdict, isTestUserDeleted, opened.includes('open')],
				['unknown', true, false],
			);
		});
	}

	test('with a link that holds what a terminal obeys gives it as a browser writes it', async t => {
		const {join} = await open(t, {
			meet: async ({url}, answer) =>
				url.endsWith('/v2/link/token')
					? Response.json({link_token: 'token', link_web_url: 'https://link.example/\u001b]8;;’\n'})
					: answer(),
		});
		const seen: string[] = [];
		const stopping = new AbortController();
		await join(
			progress => {
				if (progress.kind !== 'open') return;
				seen.push(progress.address.reveal());
				stopping.abort();
			},
			{signal: stopping.signal},
		);
		assert.deepEqual(seen, ['https://link.example/%1B]8;;%E2%80%99']);
	});
});

suite('a test user that an earlier run left', () => {
	test('is deleted, whether its ID is known or not', async t => {
		const {world, server, target, left} = await open(t, {});
		const token = await world.api.teamToken(target.teamId, 'sandbox', {signal: t.signal});
		assert.ok(token.ok);
		const junction = world.connectJunction({url: server.url, token: token.value.secret});
		for (const isKnown of [true, false]) {
			const clientUserId = `byoo-proof-${world.newId()}`;
			const made = await junction.createUser({clientUserId, day: '2026-11-26'}, {signal: t.signal});
			assert.ok(made.ok);
			const noted: NotedUser = {
				...{organization: world.organization, place, teamId: target.teamId, junctionUrl: server.url},
				...{clientUserId, ...(isKnown ? {id: made.value.id} : {})},
			};
			world.notes.note(noted);
			assert.deepEqual(await deleteLeftUser(world, noted, {signal: t.signal}), {kind: 'deleted'});
			assert.deepEqual([server.users(), left()], [[], []]);
		}
	});

	test('of an address that only its note names gets no token', async t => {
		const {world, server, target} = await open(t);
		const count = server.requests().length;
		const noted = {
			...{organization: world.organization, place, teamId: target.teamId},
			...{junctionUrl: 'http://127.0.0.1:9', clientUserId: 'byoo-proof-x', id: 'u'},
		};
		const removal = await deleteLeftUser(world, noted, {signal: t.signal});
		assert.equal(removal.kind, 'left');
		assert.equal(server.requests().length, count);
	});
});

suite('a connection', () => {
	test('is proved once somebody consents, and names the account to who asks', async t => {
		const {join, server, left} = await open(t);
		const {connection, isTestUserDeleted} = await join(choose('allow'));
		assert.equal(connection.verdict, 'proved', connection.message);
		assert.ok(connection.account?.is('demo-athlete-1'));
		assert.ok(!JSON.stringify(connection).includes('demo-athlete-1'));
		assert.deepEqual([isTestUserDeleted, server.users(), left()], [true, [], []]);
	});

	for (const [choice, clientId, verdict, type] of [
		['refuse', 'abc', 'unknown', 'user_cancelled'],
		['allow', 'demo-prove-credential-error', 'refuted', 'provider_credential_error'],
	] as const) {
		test(`that ends in ${type} is ${verdict}`, async t => {
			const {join, server} = await open(t, {clientId});
			const {connection} = await join(choose(choice));
			assert.deepEqual([connection.verdict, connection.type], [verdict, type]);
			assert.deepEqual(server.users(), []);
		});
	}

	test('is seen without a way back where Junction takes none', async t => {
		const {join} = await open(t, {links: 'without-redirects'});
		assert.equal((await join(choose('allow'))).connection.verdict, 'proved');
	});

	test('that nobody makes is not known once its link ends, however busy the API is meanwhile', async t => {
		let polls = 0;
		const {join, server, pass} = await open(t, {
			async meet(request, answer) {
				if (!isOf(request, 'GET', /^\/v2\/user\/providers\//)) return answer();
				polls += 1;
				pass(20);
				return polls % 2 === 0 ? answer() : new Response('', {status: 500});
			},
		});
		const {connection} = await join();
		assert.deepEqual([connection.verdict, connection.type], ['unknown', 'silence']);
		assert.ok(polls > 10);
		assert.deepEqual(server.users(), []);
	});

	test('ends with what a person read on the page', async t => {
		const {join, server} = await open(t);
		const {connection} = await join(undefined, {said: Promise.resolve('redirect-uri')});
		assert.deepEqual([connection.verdict, connection.type], ['refuted', 'said-redirect-uri']);
		assert.deepEqual(server.users(), []);
	});

	test('that is stopped in the middle leaves no test user', async t => {
		const {join, server, left} = await open(t);
		const stopping = new AbortController();
		const seen: string[] = [];
		const {connection, isTestUserDeleted} = await join(
			progress => {
				seen.push(progress.kind);
				if (progress.kind === 'open') stopping.abort('cancelled');
			},
			{signal: stopping.signal},
		);
		assert.deepEqual([connection.verdict, connection.message], ['unknown', 'Stopped.']);
		assert.deepEqual(seen, ['preparing', 'open', 'deleting']);
		assert.deepEqual([isTestUserDeleted, server.users(), left()], [true, [], []]);
	});

	test('that the deadline ends says so, and leaves no test user either', async t => {
		const {join, server} = await open(t);
		const stopping = new AbortController();
		const {connection, isTestUserDeleted} = await join(
			({kind}) => {
				if (kind === 'open') stopping.abort('deadline');
			},
			{signal: stopping.signal},
		);
		assert.deepEqual([connection.verdict, connection.type], ['unknown', 'deadline']);
		assert.match(connection.message, /^The deadline passed/);
		assert.deepEqual([isTestUserDeleted, server.users()], [true, []]);
	});

	for (const gap of ['teamTokens', 'users', 'links', 'connections'] as const) {
		test(`with ${gap} missing is not known`, async t => {
			const {join, server, left} = await open(t, {[gap]: 'missing'});
			const {connection} = await join();
			assert.deepEqual([connection.verdict, connection.type], ['unknown', 'unavailable']);
			assert.deepEqual([server.users(), left()], [[], []]);
		});
	}
});
