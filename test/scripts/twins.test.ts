import assert from 'node:assert/strict';
import {suite, type TestContext, test} from 'node:test';
import {fieldsFrom} from '../../source/commands/flags/field-flags.ts';
import {forwarders} from '../../source/demo/forwarders.ts';
import {contested} from '../../source/demo/seed-credentials.ts';
import {answersFromDetails} from '../../source/domain/body/details-answers.ts';
import {jsonOf, opened} from '../../source/domain/body/seal.ts';
import {forwardsWords} from '../../source/domain/callback.ts';
import type {Credential} from '../../source/domain/credential.ts';
import type {Field} from '../../source/domain/field.ts';
import type {FieldAnswers} from '../../source/domain/field-values.ts';
import {planSave} from '../../source/domain/plan-save.ts';
import {success} from '../../source/domain/problem.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {findProvider, unknownProvider} from '../../source/domain/providers/find-providers.ts';
import {Secret} from '../../source/domain/secret.ts';
import {exactNames} from '../../source/domain/values/exact.ts';
import {readManifest} from '../../source/manifest/read-manifest.ts';
import {onDemo, spawnedOnDemo} from '../support/byoo.ts';
import {place as sandbox, teamId} from '../support/credentials.ts';
import {fieldAnswer, fieldsFor} from '../support/field-answers.ts';
import {credentialOf, targetAnswers} from '../support/play.ts';
import {place, startServer, storedFor} from '../support/wizard-terminal.ts';

// What the wizard does for one person, the commands do for a script: the same answers come to the same body.

/** The body as it would be sent, secrets opened, so that nothing can hide behind a mask. */
const bodyOf = (credential: Credential | undefined) => {
	assert.ok(credential, 'A step is open.');
	return {...credential, values: opened(credential.values)};
};

const answersFor = (slug: string): FieldAnswers =>
	Object.fromEntries(fieldsFor(slug).map(field => [field.id, fieldAnswer(slug, field)]));

const plain = (answers: FieldAnswers, {id, kind}: Field): unknown => {
	const answer = answers[id];
	if (answer?.kind !== 'given') return null;
	const {value} = answer;
	if (!(value instanceof Secret)) return value;
	return kind === 'json' ? jsonOf(value) : value.reveal();
};

/** The details of these answers as one JSON object, which is what a details file and a manifest hold. */
function detailsObject(slug: string, answers: FieldAnswers): object | undefined {
	const fields = fieldsFor(slug).filter(({path}) => path[0] === 'details');
	const [first] = fields;
	if (!first) return undefined;
	if (first.path.length === 1) return (plain(answers, first) as object | null) ?? undefined;
	const details: Record<string, Record<string, unknown> | unknown> = {};
	for (const field of fields) {
		const [head = '', leaf] = field.path.slice(1);
		if (leaf === undefined) details[head] = plain(answers, field);
		else details[head] = {...(details[head] as object), [leaf]: plain(answers, field)};
	}
	return details;
}

const providerOf = (slug: string) => findProvider(slug) ?? unknownProvider(slug);

/** What `byoo set` makes of the same answers: texts by flags, details by a file. */
function bySet(slug: string, answers: FieldAnswers) {
	const fields = fieldsFor(slug);
	const text = (id: Field['id']) => {
		const field = fields.find(candidate => candidate.id === id);
		const value = field && plain(answers, field);
		return typeof value === 'string' ? {[id]: value} : {};
	};
	const problems: never[] = [];
	const flags = fieldsFrom(
		{...text('client-id'), ...text('redirect-url-override'), exact: ['client-id']},
		providerOf(slug),
		problems,
	);
	const details = detailsObject(slug, answers);
	const file = details
		? answersFromDetails(providerOf(slug), JSON.parse(JSON.stringify(details)))
		: undefined;
	assert.deepEqual([problems, file?.problems ?? []], [[], []]);
	const secret = answers['client-secret'];
	return {...flags, ...file?.answers, ...(secret ? {'client-secret': secret} : {})};
}

/** What a row of a manifest makes of them. */
function byManifest(slug: string, answers: FieldAnswers) {
	const entries = fieldsFor(slug).flatMap(field =>
		field.path.length === 1 && field.kind !== 'json' ? [[field.path[0], plain(answers, field)]] : [],
	);
	const row = {
		...{team: teamId, env: 'sandbox', region: 'us', provider: slug},
		// The texts of these answers are made up, and read like words.
		exact: [
			...exactNames(providerOf(slug)),
			...(fieldsFor(slug).some(({kind}) => kind === 'json') ? ['details.token'] : []),
		],
		...Object.fromEntries(entries),
		...(detailsObject(slug, answers) ? {details: detailsObject(slug, answers)} : {}),
	};
	const reading = readManifest(JSON.stringify({version: 1, credentials: [row]}), {
		allowsLiteralSecrets: true,
		allowsUnknownProviders: true,
	});
	assert.ok(reading.ok, JSON.stringify(reading));
	return reading.manifest.rows[0]?.answers ?? {};
}

function planned(slug: string, answers: FieldAnswers) {
	const result = planSave({place: sandbox, teamId, provider: providerOf(slug), answers}, success(undefined));
	assert.ok(result.ok, JSON.stringify(result));
	return result.value.credential;
}

suite('the wizard, byoo set and a manifest send the same body', () => {
	for (const slug of [...providers.map(provider => provider.slug), 'brand_new_2']) {
		test(`for ${slug}`, () => {
			const answers = answersFor(slug);
			const wizard = bodyOf(credentialOf({...targetAnswers(slug), ...answers}));
			assert.deepEqual(bodyOf(planned(slug, bySet(slug, answers))), wizard);
			assert.deepEqual(bodyOf(planned(slug, byManifest(slug, answers))), wizard);
		});
	}
});

async function world(t: TestContext) {
	const server = await startServer(t);
	return {server, ...onDemo(server)};
}

const env = {S: 'a-client-secret'};

suite('what the wizard leads a person through, a script is told', {concurrency: 2}, () => {
	test('a colleague’s change between the look and the write: nothing is sent', async t => {
		const {server, run, json} = await world(t);
		const target = [...place, '--team', contested.teamId, '--provider', contested.provider];
		assert.equal((await run(['prepare', ...target])).code, 0);
		const {code, document} = await json(['set', ...target, '--client-secret-env', 'S', '--yes'], {env});
		assert.deepEqual([code, document.error?.kind], [1, 'conflict']);
		const row = server.stored().find(one => one.teamId === contested.teamId && one.environment === 'sandbox');
		assert.equal(row?.values.client_id, contested.changedClientId);
	});

	test('a rotation without another secret: saved, with a warning', async t => {
		const {json} = await world(t);
		const target = [...place, '--team', contested.teamId, '--provider', contested.provider];
		const argv = ['set', ...target, '--client-secret-env', 'S', '--yes'];
		await json(argv, {env});
		const again = await json(argv, {env});
		assert.deepEqual([again.code, again.document.outcome], [0, 'updated']);
	});

	test('a provider that own OAuth is not for: taken, with the reason', async t => {
		const {server, json} = await world(t);
		const target = [
			...place,
			'--team',
			server.teams[0]?.id ?? '',
			'--provider',
			'peloton',
			'--client-id',
			'a',
		];
		const {code, document} = await json(['set', ...target, '--client-secret-env', 'S'], {env});
		assert.equal(code, 0);
		assert.deepEqual(
			document.warnings?.map(warning => warning.code),
			['own-oauth'],
		);
	});

	test('a provider that the catalogue lacks: refused with the nearest names, or sent as it is', async t => {
		const {server, run} = await world(t);
		const target = [
			...place,
			'--team',
			server.teams[0]?.id ?? '',
			'--client-id',
			'a',
			'--client-secret-env',
			'S',
		];
		assert.match(
			(await run(['set', ...target, '--provider', 'stravva'], {env})).stderr,
			/the nearest: strava/,
		);
		const argv = ['set', ...target, '--provider', 'brand_new', '--allow-unknown-provider'];
		// The demo’s API does not know it either, and says so.
		assert.equal((await run(argv, {env})).code, 1);
	});

	test('Google in production without an override: warned, and saved', async t => {
		const {server, json} = await world(t);
		const [, team] = server.teams;
		const {code, document} = await json(
			[
				...[
					'set',
					'--env',
					'production',
					'--region',
					'us',
					'--team',
					team?.id ?? '',
					'--provider',
					'google_health',
				],
				...['--client-id', 'a.apps.googleusercontent.com', '--client-secret-env', 'S'],
				...['--detail', 'project_number=42', '--detail', 'service_account_email=a@b.iam.gserviceaccount.com'],
				...['--yes', '--confirm-production', team?.id ?? ''],
			],
			{env},
		);
		assert.equal(code, 0);
		assert.ok(document.warnings?.some(warning => warning.code === 'redirect-domain'));
	});

	for (const {path, what} of forwarders) {
		test(`the check of a redirect endpoint: ${what}`, async t => {
			const {server, run, json} = await world(t);
			const address = `${server.url}${path}/sandbox/us/strava`;
			const target = [...place, '--team', server.teams[0]?.id ?? '', '--provider', 'strava'];
			const {code, document} = await json(['prepare', ...target, '--redirect-url-override', address]);
			const isRight = path === '/forward/right';
			assert.deepEqual([code, document.redirect?.forwards], [isRight ? 0 : 1, isRight]);
			const {stdout} = await run(['prepare', ...target, '--redirect-url-override', address]);
			for (const said of isRight ? [forwardsWords] : (document.redirect?.deviations ?? []))
				assert.ok(stdout.includes(typeof said === 'string' ? said : said.message), stdout);
		});
	}

	test('a practice binding: a practice ID, and neither secret, details nor override', async t => {
		const {server, run} = await world(t);
		const target = [
			...place,
			'--team',
			server.teams[0]?.id ?? '',
			'--provider',
			'freestyle_libre',
			'--client-id',
			'P-1',
		];
		for (const more of [
			['--client-secret-env', 'S'],
			['--redirect-url-override', 'https://a.example'],
			['--details-file', '/dev/null'],
			['--detail', 'a=b'],
			['--clear', 'redirect_url_override'],
		]) {
			assert.equal((await run(['set', ...target, ...more], {env})).code, 2, more.join(' '));
		}
		assert.equal((await run(['set', ...target])).code, 0);
		assert.equal(storedFor(server, 'freestyle_libre')[0]?.values.client_id, 'P-1');
	});

	test('too many requests and an overload: waited for, visibly, and given up in the end', async t => {
		const {server, run} = await world(t);
		const target = [...place, '--team', server.teams[0]?.id ?? '', '--provider', 'oura', '--client-id'];
		// As a process of its own, which really waits.
		const waits = await spawnedOnDemo(server).run(
			['set', ...target, 'demo-429', '--client-secret-env', 'S'],
			{env},
		);
		assert.equal(waits.code, 0);
		const [refused, saved] = server
			.requests()
			.filter(({method}) => method === 'POST')
			.map(({at}) => Date.parse(at));
		assert.ok(refused && saved && saved - refused > 1500, `${refused}, ${saved}`);
		assert.match(waits.stderr, /^Waiting 2 s: the server asks for fewer requests\.$/m);
		const ends = await run(
			['set', ...target, 'demo-429-forever', '--client-secret-env', 'S', '--yes', '--replace'],
			{env},
		);
		assert.equal(ends.code, 1);
	});
});
