import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Json, StoredCredential} from '../../source/domain/credential.ts';
import type {Field} from '../../source/domain/field.ts';
import {bodyFields, bodyName, readableFields} from '../../source/domain/fields.ts';
import {planSave} from '../../source/domain/plan-save.ts';
import {unknownProvider} from '../../source/domain/providers/find-providers.ts';
import {Secret} from '../../source/domain/secret.ts';
import {parseCredential} from '../../source/management-api/schemas.ts';
import {readManifest} from '../../source/manifest/read-manifest.ts';
import {writeManifest} from '../../source/manifest/write-manifest.ts';
import {scriptCommandFor} from '../../source/output/command.ts';
import {credentialJson} from '../../source/output/credential-list.ts';
import {curlFor} from '../../source/output/curl.ts';
import {shownSave} from '../../source/output/dry-run.ts';
import {apiName} from '../../source/output/problem-words.ts';
import {reportFor} from '../../source/output/report.ts';
import {savedLines} from '../../source/output/saved-words.ts';
import {connectionTo, organizationId, place, row, secretText, teamId} from '../support/credentials.ts';
import {given} from '../support/play.ts';

// A field at the top of the body is one entry of `bodyFields`. Nothing that tells of a credential may leave it out.

const samples: Readonly<Record<Field['kind'], Json>> = {
	text: 'a value',
	url: 'https://a.example/b',
	secret: null,
	'yes-no': true,
	list: ['a value'],
	json: {level: 1},
};

const provider = unknownProvider('brand_new');
const values = Object.fromEntries(readableFields.map(field => [bodyName(field), samples[field.kind]]));

function storedWith(more: Readonly<Record<string, Json>> = {}): StoredCredential {
	const stored = parseCredential({...row({source: provider.slug}), ...values, ...more});
	assert.ok(stored);
	return stored;
}

const stored = storedWith();

function planned(before: StoredCredential) {
	const answers = {'client-secret': given(new Secret(secretText))};
	const plan = planSave({place, teamId, provider, answers}, {ok: true, value: before});
	assert.ok(plan.ok, JSON.stringify(plan));
	return plan.value;
}

const {credential} = planned(stored);
const handOff = {
	generation: 'junction',
	url: 'https://api.example',
	isDemo: false,
	organizationId,
	place,
	credential,
} as const;

suite('every field at the top of the body', () => {
	test('is read, kept, and sent again as it is', () => {
		assert.deepEqual(stored.values, values);
		assert.deepEqual(Object.keys(credential.values), bodyFields.map(bodyName));
		assert.deepEqual(planned(stored).changes, []);
	});

	test('is null where nothing is stored', () => {
		const bare = Object.fromEntries(
			readableFields.filter(({isRequired}) => !isRequired).map(field => [bodyName(field), null]),
		);
		assert.deepEqual(
			Object.entries(storedWith(bare).values).filter(([name]) => name in bare),
			Object.entries(bare),
		);
	});

	test('makes a row unreadable where it is of another kind', () => {
		for (const field of readableFields) {
			assert.equal(parseCredential({...row(), [bodyName(field)]: 1}), undefined, field.id);
		}
	});

	test('has its name in the request, the curl, JSON and a manifest, and its title in the report and when it is saved', () => {
		const {body} = shownSave(connectionTo('https://api.example'), {place, credential});
		const {text} = writeManifest(organizationId, [{place, stored}], 'json');
		const written = JSON.parse(text).credentials[0];
		const json = Object.keys(credentialJson({place, stored}));
		const report = reportFor({
			handOff,
			outcome: {kind: 'confirmed', action: 'created', by: 'read-back', stored},
			at: '',
			provider,
			proof: '',
			openSteps: [],
		});
		const saved = savedLines(stored).map(({label}) => label);
		for (const field of bodyFields) {
			const name = bodyName(field);
			assert.ok(name in (body ?? {}), name);
			assert.ok(curlFor(handOff).includes(`"${name}":`), name);
			assert.ok(name in written, name);
			assert.ok(
				json.some(key => key.toLowerCase().startsWith(name.replaceAll('_', ''))),
				name,
			);
			assert.ok(saved.includes(field.title), field.title);
			assert.equal(apiName(field.id), name);
			if (field.kind !== 'json') assert.ok(report.includes(`| ${field.title} |`), field.title);
		}
		const reading = readManifest(text, {allowsLiteralSecrets: false, allowsUnknownProviders: true});
		assert.ok(reading.ok, JSON.stringify(reading));
	});

	test('has its flag in the printed command, if one takes it', () => {
		const command = scriptCommandFor(handOff);
		for (const {id, flag} of bodyFields) assert.equal(command.includes(`--${id} `), flag !== undefined, id);
	});
});
