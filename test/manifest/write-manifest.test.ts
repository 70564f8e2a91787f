import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import type {Json, JsonObject, PlacedCredential, StoredCredential} from '../../source/domain/credential.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {readManifest} from '../../source/manifest/read-manifest.ts';
import {writeManifest} from '../../source/manifest/write-manifest.ts';
import {organizationId, place, teamId} from '../support/credentials.ts';
import {given, stored} from '../support/play.ts';

const placed = (changes: Partial<StoredCredential> = {}, teamName?: string): PlacedCredential => ({
	place,
	stored: {...stored, ...changes},
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
		const strange = placed({clientId: ' a ', redirectUrlOverride: 'ftp://x', details: {list: ['a']}});
		const {text} = writeManifest(organizationId, [strange], 'yaml');
		assert.match(
			text,
			/# Left out, and so kept as stored: client_id, redirect_url_override, details\.list$/m,
		);
		assert.deepEqual(readBack([strange], 'yaml')[0]?.answers, {});
	});

	test('is a practice binding without a secret', () => {
		const [row] = readBack(
			[placed({provider: 'freestyle_libre', clientId: 'p-1', clientSecretHash: null})],
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
		const {json} = fc.letrec<{json: Json; object: JsonObject}>(tie => ({
			json: fc.oneof(
				{maxDepth: 3},
				text,
				fc.integer(),
				fc.boolean(),
				fc.constant(null),
				fc.array(tie('json'), {maxLength: 3}),
				tie('object'),
			),
			object: fc.dictionary(fc.string(), tie('json'), {maxKeys: 4}),
		}));
		const details = fc.oneof(fc.constant(null), fc.dictionary(text, json, {maxKeys: 4}));
		const row = fc.record({
			clientId: fc.oneof(fc.constant(null), text),
			redirectUrlOverride: fc.oneof(fc.constant(null), text, fc.webUrl()),
			details,
			provider: fc.constantFrom('strava', 'polar', 'fitbit', 'google_fit', 'freestyle_libre'),
		});
		fc.assert(
			fc.property(row, text, (changes, teamName) => {
				for (const format of ['yaml', 'json'] as const) {
					const one = placed(changes as Partial<StoredCredential>, teamName);
					assert.equal(readBack([one], format).length, 1);
					const written = writeManifest(organizationId, [one], format).text;
					assert.doesNotMatch(written, /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|\p{Co}|\p{Zl}|\p{Zp}/u);
				}
			}),
			{numRuns: 300},
		);
	});
});
