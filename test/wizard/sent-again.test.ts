import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {opened} from '../../source/domain/body/seal.ts';
import {storedValue} from '../../source/domain/body/stored.ts';
import type {Json, JsonObject, StoredCredential} from '../../source/domain/credential.ts';
import type {Field} from '../../source/domain/field.ts';
import {Secret} from '../../source/domain/secret.ts';
import {currentStep, type Wizard} from '../../source/wizard/state.ts';
import {fieldAnswers, fieldsFor} from '../support/field-answers.ts';
import {
	answer,
	answering,
	changesFrom,
	credentialOf,
	empty,
	given,
	otherTeamId,
	play,
	reopen,
	stored,
	targetAnswers,
	update,
} from '../support/play.ts';
import {altered, detailsIn, type StoredChanges} from '../support/values.ts';

const slugs = [
	'strava',
	'polar',
	'fitbit',
	'google_health',
	'google_fit',
	'my_fitness_pal_v2',
	'peloton',
	'newer',
];

/** Goes on with whatever is offered, as one who presses Enter at each field; secrets have to be entered. */
function accepted(wizard: Wizard, slug: string): Wizard {
	return fieldsFor(slug).reduce((state, field) => {
		if (currentStep(state) !== field.id) return state;
		const draft = state.drafts[field.id];
		return update(state, answer(field.id, draft ?? blank(field)));
	}, wizard);
}

const blank = (field: Field) =>
	field.kind === 'secret' ? given(new Secret('entered')) : field.kind === 'yes-no' ? given(false) : empty;

const word = fc
	.string({unit: 'grapheme-ascii', minLength: 1, maxLength: 20})
	.filter(text => /^[^\s*]+$/.test(text));
const address = word.map(text => `https://a.example/${encodeURIComponent(text)}`);

/** Arbitrary JSON that can be sent again: without masks, and without integers that lose digits when they are read. */
const sendable = fc
	.jsonValue()
	.map(value =>
		JSON.stringify(value)
			.replaceAll(/[*•…]/g, '-')
			.replaceAll(/\d+(?:\.\d+)?e\+\d+|\d{16,}/g, '7'),
	)
	.map(text => JSON.parse(text) as Json);

/** What no field asks about: anything, with keys that no provider's field has. */
const unasked = fc.dictionary(
	word.map(text => `other ${text}`),
	sendable,
	{maxKeys: 4},
);

function anyValue(field: Field): fc.Arbitrary<Json> {
	switch (field.kind) {
		case 'url':
			return address;
		case 'yes-no':
			return fc.boolean();
		case 'list':
			return fc.uniqueArray(word, {minLength: 1, maxLength: 4});
		case 'secret':
			return fc.constantFrom<Json>('••••', 'in the open', null);
		default:
			return word;
	}
}

/** Details as they may be stored for a provider: each field with a value, amid what nobody asks about. */
const detailsFor = (slug: string): fc.Arbitrary<JsonObject> => {
	const fields = fieldsFor(slug).filter(({path}) => path[0] === 'details' && path.length > 1);
	return fc.tuple(unasked, unasked, fc.tuple(...fields.map(anyValue))).map(([outer, inner, values]) => {
		const details: Record<string, Json> = {...outer};
		for (const [index, {path}] of fields.entries()) {
			const [, key = '', inside] = path;
			const value = values[index] ?? null;
			const object = (details[key] ?? inner) as JsonObject;
			details[key] = inside === undefined ? value : {...object, [inside]: value};
		}
		return details;
	});
};

const storedFor = (slug: string): fc.Arbitrary<StoredCredential> =>
	fc
		.record({client_id: word, details: detailsFor(slug), redirect_url_override: fc.option(address)})
		.map(changes => altered(stored, {provider: slug, ...changes}));

/** The details without what the fields ask for in secret, for that is entered anew. */
const withoutSecrets = (details: JsonObject, slug: string): JsonObject => {
	const copy = structuredClone(details) as Record<string, unknown>;
	for (const {kind, path} of fieldsFor(slug)) {
		if (kind !== 'secret' || path[0] !== 'details') continue;
		const [, key = '', inside] = path;
		if (inside === undefined) delete copy[key];
		else delete (copy[key] as Record<string, unknown> | undefined)?.[inside];
	}
	return copy as JsonObject;
};

suite('what was stored and not touched', () => {
	for (const slug of slugs) {
		test(`is sent again exactly as it was read, for ${slug}`, () => {
			fc.assert(
				fc.property(storedFor(slug), row => {
					const read = update(play(...answering(targetAnswers(slug))), {type: 'stored-read', stored: row});
					const wizard = accepted(read, slug);
					assert.equal(currentStep(wizard), 'review');
					const body = credentialOf(wizard.answers, row);
					assert.ok(body);
					assert.equal(body.values.client_id, row.values.client_id);
					assert.equal(body.values.redirect_url_override, row.values.redirect_url_override);
					const sent = withoutSecrets(opened(detailsIn(body) ?? {}), slug);
					assert.deepEqual(sent, withoutSecrets(opened(detailsIn(row) ?? {}), slug));
					// Of a mask nobody can tell; what stands in the open is not what was typed here.
					const newSecrets = fieldsFor(slug).filter(
						field =>
							field.kind === 'secret' &&
							field.id !== 'client-secret' &&
							[undefined, 'in the open'].includes(storedValue(row, field) as string | undefined),
					);
					assert.deepEqual(
						changesFrom(row, wizard.answers).map(({id}) => id),
						newSecrets.map(({id}) => id),
					);
				}),
			);
		});
	}
});

test('an update never erases: only a line that was changed is another one', () => {
	const ids = ['client-id', 'redirect-url-override', 'details.project_number'] as const;
	const slug = 'google_health';
	fc.assert(
		fc.property(storedFor(slug), fc.constantFrom(...ids), (row, id) => {
			const read = update(play(...answering(targetAnswers(slug))), {type: 'stored-read', stored: row});
			const whole = accepted(read, slug);
			const text = id === 'redirect-url-override' ? 'https://new.example/' : 'new value';
			const edited = [reopen(id), answer(id, given(text))].reduce(update, whole);
			assert.deepEqual(
				changesFrom(row, edited.answers).map(change => [change.id, change.to]),
				[[id, text]],
			);
			const before = credentialOf(whole.answers, row);
			const after = credentialOf(edited.answers, row);
			assert.ok(after && before);
			assert.deepEqual(Object.keys(detailsIn(after) ?? {}), Object.keys(detailsIn(before) ?? {}));
		}),
	);
});

test('any line that may be left out can be cleared', () => {
	for (const slug of slugs) {
		for (const field of fieldsFor(slug).filter(({isRequired, kind}) => !isRequired && kind !== 'yes-no')) {
			const [row] = fc.sample(storedFor(slug), {numRuns: 1, seed: 1});
			assert.ok(row);
			const stored = altered(row, {redirect_url_override: 'https://a.example/'});
			const read = update(play(...answering(targetAnswers(slug))), {type: 'stored-read', stored});
			const cleared = [reopen(field.id), answer(field.id, empty)].reduce(update, accepted(read, slug));
			const body = credentialOf(cleared.answers, stored);
			assert.ok(body, `${slug} ${field.id}`);
			const inside = field.path.reduce<unknown>(
				(value, key) => (value as Readonly<Record<string, unknown>>)[key],
				body.values,
			);
			assert.equal(inside, null, `${slug} ${field.id}`);
		}
	}
});

suite('details that no field asks about', () => {
	const wizard = play(...answering({...targetAnswers('fitbit'), ...fieldAnswers('fitbit')}));
	const sent = (details: JsonObject, changes: StoredChanges = {}): JsonObject => {
		const body = credentialOf(wizard.answers, altered(stored, {provider: 'fitbit', details, ...changes}));
		assert.ok(body);
		return opened(detailsIn(body) ?? {});
	};

	test('are kept beside a field that is masked', () => {
		const {fitbit, other} = sent({
			fitbit: {workout_verify_token: '••••', beside: 1},
			other: {deep: 'text'},
		});
		assert.deepEqual(other, {deep: 'text'});
		assert.deepEqual({...(fitbit as JsonObject), beside: 1}, fitbit);
	});

	test('are left out as far as they are masked, for a mask is no value', () => {
		const details = sent({other: {masked: '***', beside: {on: true}}, list: ['••'], text: 'ab…'});
		assert.deepEqual(Object.keys(details), ['other', 'fitbit']);
		assert.deepEqual(details.other, {beside: {on: true}});
	});

	test('of another team or provider are not sent', () => {
		assert.deepEqual(Object.keys(sent({other: 1})), ['other', 'fitbit']);
		assert.deepEqual(Object.keys(sent({other: 1}, {provider: 'polar'})), ['fitbit']);
		assert.deepEqual(Object.keys(sent({other: 1}, {teamId: otherTeamId})), ['fitbit']);
	});
});
