import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import type {Json, JsonObject, PlacedCredential} from '../../source/domain/credential.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {readManifest} from '../../source/manifest/read-manifest.ts';
import {writeManifest} from '../../source/manifest/write-manifest.ts';
import {organizationId, place, teamId} from '../support/credentials.ts';
import {given, stored} from '../support/play.ts';
import {isThorough, runs} from '../support/thorough.ts';
import {altered, type StoredChanges} from '../support/values.ts';

const placed = (changes: StoredChanges = {}, teamName?: string): PlacedCredential => ({
	place,
	stored: altered(stored, changes),
	...(teamName === undefined ? {} : {teamName}),
});

function readBack(credentials: readonly PlacedCredential[], format: 'yaml' | 'json') {
	const {text} = writeManifest(organizationId, credentials, format);
	const reading = readManifest(text, {allowsLiteralSecrets: false, allowsUnknownProviders: true});
	assert.ok(reading.ok, `${JSON.stringify(reading)}\n${text}`);
	assert.equal(reading.manifest.organizationId, organizationId);
	return reading.manifest.rows;
}

suite('what is stored, written as a manifest', () => {
	test('is a row with its secret by a telling name, and its team in a comment', () => {
		const {text, variables} = writeManifest(organizationId, [placed({}, 'São Runners')], 'yaml');
		assert.deepEqual(variables, ['STRAVA_SAO_RUNNERS_SANDBOX_CLIENT_SECRET']);
		assert.equal(
			text,
			`version: 1
org: ${organizationId}
credentials:
  - team: ${teamId} # São Runners
    env: sandbox
    region: us
    provider: strava
    client_id: "12345"
    client_secret: { env: STRAVA_SAO_RUNNERS_SANDBOX_CLIENT_SECRET }
`,
		);
	});

	test('keeps known details, and has a reference for whatever may be a secret', () => {
		const details = {webhook_secret: '****', added: {token: 'abc', count: 2, on: false, none: null}};
		const [row] = readBack([placed({provider: 'polar', details})], 'json');
		assert.deepEqual(
			row?.secrets.map(({path}) => path.join('.')),
			['client_secret', 'details.webhook_secret', 'details.added.token'],
		);
		const google = {project_number: '42', service_account_email: 'a@b.example'};
		const [health] = readBack([placed({provider: 'google_health', details: google})], 'yaml');
		assert.deepEqual(health?.answers['details.project_number'], given('42'));
	});

	test('leaves out what cannot be entered as it is shown, and says so', () => {
		const strange = placed({client_id: ' a ', redirect_url_override: 'ftp://x', details: {list: ['a']}});
		const {text} = writeManifest(organizationId, [strange], 'yaml');
		assert.match(
			text,
			/# Left out, and so kept as stored: client_id, redirect_url_override, details\.list$/m,
		);
		assert.deepEqual(readBack([strange], 'yaml')[0]?.answers, {});
	});

	test('is a practice binding without a secret', () => {
		const [row] = readBack(
			[placed({provider: 'freestyle_libre', client_id: 'p-1', clientSecretHash: null})],
			'yaml',
		);
		assert.deepEqual([row?.answers, row?.secrets], [{'client-id': given('p-1')}, []]);
	});

	test('names the secrets of teams of one name apart, the same each time', () => {
		const twins = [placed({}, 'Twins'), placed({teamId: '0b6e8a1e-2222-4a4a-8a8a-00000000000b'}, 'twins')];
		const {variables} = writeManifest(organizationId, twins, 'yaml');
		assert.equal(new Set(variables).size, 2);
		assert.deepEqual(writeManifest(organizationId, twins.toReversed(), 'yaml').variables, variables);
	});

	test('lacks what no row can name, and says which', () => {
		const all = [
			placed({id: 'kept'}),
			placed({id: 'twin'}),
			placed({id: 'odd', provider: 'Not A Slug'}),
			placed({id: 'blank', teamId: ' '}),
		];
		const {text, leftOut} = writeManifest(organizationId, all, 'yaml');
		assert.deepEqual(leftOut.toSorted(), ['blank', 'odd', 'twin']);
		for (const id of leftOut) assert.match(text.split('\n')[0] ?? '', new RegExp(id));
		for (const format of ['yaml', 'json'] as const) assert.equal(readBack(all, format).length, 1);
	});

	test('leaves out what is nested deeper than is read', () => {
		let deep: Json = true;
		for (let depth = 0; depth < 5000; depth++) deep = {a: deep};
		const one = placed({details: {deep, flat: true}});
		assert.match(writeManifest(organizationId, [one], 'yaml').text, /# Left out/);
		for (const format of ['yaml', 'json'] as const) assert.equal(readBack([one], format).length, 1);
	});

	test('has a name of its own for each of thousands of secrets of one team name', () => {
		const count = isThorough ? 10_000 : 1000;
		const teams = Array.from({length: count}, (_, index) =>
			placed({teamId: `${teamId.slice(0, -12)}${String(index).padStart(12, '0')}`}, 'Team '.repeat(40)),
		);
		assert.equal(new Set(writeManifest(organizationId, teams, 'json').variables).size, count);
	});

	test('is read again for every provider, in both formats', () => {
		const all = providers.map(({slug}) => placed({provider: slug}));
		for (const format of ['yaml', 'json'] as const) {
			assert.deepEqual(
				readBack(all, format)
					.map(({provider}) => provider)
					.sort(),
				providers.map(({slug}) => slug).sort(),
			);
		}
	});

	test('is read again whatever the values, and nothing of them acts on a terminal', () => {
		const text = fc.string({unit: 'binary'});
		const oddKey = fc.constantFrom(
			'<<',
			'env',
			'file',
			'command',
			'1',
			'01',
			'null',
			'fitbit',
			'is_hr_enabled',
		);
		const {json} = fc.letrec<{json: Json; object: JsonObject}>(tie => ({
			json: fc.oneof(
				{maxDepth: 3},
				text,
				fc.integer(),
				fc.constantFrom(2 ** 53, -1e21, 1e300, 0.1, 5e-324),
				fc.boolean(),
				fc.constant(null),
				fc.array(tie('json'), {maxLength: 3}),
				tie('object'),
			),
			object: fc.dictionary(fc.oneof(fc.string(), oddKey), tie('json'), {maxKeys: 4}),
		}));
		const details = fc.oneof(fc.constant(null), fc.dictionary(fc.oneof(text, oddKey), json, {maxKeys: 4}));
		const row = fc.record({
			client_id: fc.oneof(fc.constant(null), text),
			redirect_url_override: fc.oneof(fc.constant(null), text, fc.webUrl()),
			details,
			provider: fc.constantFrom('strava', 'polar', 'fitbit', 'google_fit', 'freestyle_libre'),
		});
		fc.assert(
			fc.property(row, text, (changes, teamName) => {
				for (const format of ['yaml', 'json'] as const) {
					const one = placed(changes as StoredChanges, teamName);
					assert.equal(readBack([one], format).length, 1);
					const written = writeManifest(organizationId, [one], format).text;
					assert.doesNotMatch(written, /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|\p{Co}|\p{Zl}|\p{Zp}/u);
				}
			}),
			{numRuns: runs(300)},
		);
	});
});
