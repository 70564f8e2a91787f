import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {readWizardFlags} from '../../source/commands/flags/wizard-flags.ts';
import {describeApi} from '../../source/domain/api-generation.ts';
import type {Field} from '../../source/domain/field.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {findProvider} from '../../source/domain/providers/find-providers.ts';
import {schemas} from '../../source/domain/schemas.ts';
import {commandFor} from '../../source/output/command.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {assertNoSecret, teamId} from '../support/credentials.ts';
import {fieldsFor} from '../support/field-answers.ts';
import {answersWith, handOffFor, nastyTexts, shellWords} from '../support/hand-offs.ts';
import {empty, given, keyAnswer, organizationAnswer} from '../support/play.ts';

/** What the printed command settles, read back from the words that a shell makes of it. */
function readBack(answers: Answers) {
	const command = commandFor(handOffFor(answers));
	assertNoSecret(command);
	const words = shellWords(command);
	const name = answers.organization?.isDemo ? ['byoo', 'demo'] : ['byoo'];
	assert.deepEqual(words.slice(0, name.length), name);
	const {values: _, ...flags} = {values: {}, ...readWizardFlags(words.slice(name.length))};
	return flags;
}

/** A yes-no that was left empty is sent as a no, and so told. */
const settledField = ({id, kind}: Field, answers: Answers) =>
	kind === 'yes-no' && answers[id]?.kind === 'empty' ? given(false) : answers[id];

/** What a command can settle of these answers: no secrets, nothing left empty, no details of unknown shape. */
function settledBy(answers: Answers) {
	const {organization, 'organization-key': key, environment, region, provider} = answers;
	const slug = provider?.slug ?? '';
	const isDoubted = findProvider(slug)?.ownOAuth === 'no';
	const fields = fieldsFor(slug)
		.map(field => [field, settledField(field, answers)] as const)
		.filter(([{kind}, answer]) => kind !== 'secret' && kind !== 'json' && answer?.kind === 'given')
		.map(([{id}, answer]) => [id, answer]);
	const {generation, url} = key ?? keyAnswer();
	const isDemo = organization?.isDemo === true;
	const isOwn = url === describeApi(generation).url;
	return {
		ok: true,
		preset: {
			organization: {id: organization?.id, isDemo: false, ...(isDemo ? {} : {api: {generation, url}})},
			environment,
			region,
			...(isDoubted ? {} : {provider: {slug}}),
			...Object.fromEntries(fields),
		},
		settled: {
			team: teamId,
			...(isDemo ? {} : {generation}),
			...(isDemo || isOwn ? {} : {apiUrl: url}),
			...(isDoubted ? {provider: slug} : {}),
		},
	};
}

const assertRoundTrip = (answers: Answers): void => assert.deepEqual(readBack(answers), settledBy(answers));

suite('the printed command, given to a shell, answers the same', () => {
	for (const {slug} of providers) {
		test(`for ${slug}`, () => {
			for (const text of nastyTexts) assertRoundTrip(answersWith(slug, text));
		});
	}

	test('for a provider that the catalogue lacks', () => {
		for (const text of nastyTexts) assertRoundTrip(answersWith('brand_new_2', text));
	});

	test('for every place', () => {
		for (const environment of ['sandbox', 'production'] as const) {
			for (const region of ['us', 'eu'] as const) {
				assertRoundTrip(answersWith('strava', '42', {environment, region}));
			}
		}
	});

	test('for both APIs, at their own address and at another', () => {
		for (const generation of ['vital', 'junction'] as const) {
			const own = describeApi(generation).url;
			for (const url of [own, 'https://api.example.com', "https://api.example.com/it's/$(x)&y;z"]) {
				assertRoundTrip(answersWith('strava', '42', {'organization-key': keyAnswer({generation, url})}));
			}
		}
	});

	test('for a demo', () => {
		const changes: Answers = {
			organization: {...organizationAnswer, isDemo: true},
			'organization-key': keyAnswer({url: 'http://127.0.0.1:4000'}),
		};
		for (const {slug} of providers) assertRoundTrip(answersWith(slug, "it's $(x)", changes));
	});

	test('with what was left empty still to be asked', () => {
		for (const {slug} of providers) {
			const optional = fieldsFor(slug).filter(({isRequired}) => !isRequired);
			const left: Answers = Object.fromEntries(optional.map(({id}) => [id, empty]));
			assertRoundTrip(answersWith(slug, '42', left));
		}
	});

	test('whatever the values', () => {
		const value = fc
			.string({unit: 'binary', minLength: 1})
			.filter(text => schemas.text.safeParse(text).success);
		fc.assert(
			fc.property(fc.constantFrom('google_health', 'my_fitness_pal_v2'), value, (slug, text) => {
				assertRoundTrip(answersWith(slug, text, {'redirect-url-override': empty}));
			}),
		);
	});
});
