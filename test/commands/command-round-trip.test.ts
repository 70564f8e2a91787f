import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {readWizardFlags} from '../../source/commands/flags/wizard-flags.ts';
import {describeApi} from '../../source/domain/api-generation.ts';
import type {Field} from '../../source/domain/field.ts';
import {schemas} from '../../source/domain/field-values.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {hasEnded} from '../../source/domain/providers/dates.ts';
import {providerOfSlug} from '../../source/domain/providers/find-providers.ts';
import type {Provider} from '../../source/domain/providers/provider.ts';
import {commandFor} from '../../source/output/command.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {assertNoSecret, teamId} from '../support/credentials.ts';
import {fieldsFor} from '../support/field-answers.ts';
import {answersWith, handOffFor, nastyTexts, wordsOfEach} from '../support/hand-offs.ts';
import {empty, given, keyAnswer, organizationAnswer} from '../support/play.ts';
import {onUsualDays} from '../support/thorough.ts';

const today = new Date('2026-11-26T12:00:00Z');

const commandOf = (answers: Answers): string => {
	const command = commandFor(handOffFor(answers));
	assertNoSecret(command);
	return command;
};

/** What the words that a shell makes of a printed command settle. */
function readBack(answers: Answers, words: readonly string[]) {
	const name = answers.organization?.isDemo ? ['byoo', 'demo'] : ['byoo'];
	assert.deepEqual(words.slice(0, name.length), name);
	const {values: _, ...flags} = {values: {}, ...readWizardFlags(words.slice(name.length), today)};
	return flags;
}

/** A yes-no that was left empty is sent as a no, and so told. */
const settledField = ({id, kind}: Field, answers: Answers) =>
	kind === 'yes-no' && answers[id]?.kind === 'empty' ? given(false) : answers[id];

/** What a command can settle of these answers: no secrets, nothing left empty, no details of unknown shape. */
function launchedBy(answers: Answers) {
	const {organization, 'organization-key': key, environment, region, provider} = answers;
	const slug = provider?.slug ?? '';
	const meant = providerOfSlug(slug);
	const isDoubted = meant.ownOAuth === 'no' || hasEnded(meant, today);
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
		launch: {
			team: teamId,
			...(isDemo ? {} : {generation}),
			...(isDemo || isOwn ? {} : {apiUrl: url}),
			...(isDoubted ? {provider: slug} : {}),
		},
	};
}

/** Gives all of these commands to one shell. */
function assertRoundTrips(all: readonly Answers[]): void {
	const words = wordsOfEach(all.map(commandOf));
	assert.equal(words.length, all.length);
	for (const [index, answers] of all.entries()) {
		assert.deepEqual(readBack(answers, words[index] ?? []), launchedBy(answers));
	}
}

suite('the printed command, given to a shell, answers the same', () => {
	for (const {slug} of onUsualDays(12, providers)) {
		test(`for ${slug}`, () => {
			assertRoundTrips(nastyTexts.map(text => answersWith(slug, text)));
		});
	}

	test('for a provider that the catalogue lacks', () => {
		assertRoundTrips(nastyTexts.map(text => answersWith('brand_new_2', text)));
	});

	test('for every place', () => {
		const places = (['sandbox', 'production'] as const).flatMap(environment =>
			(['us', 'eu'] as const).map(region => ({environment, region})),
		);
		assertRoundTrips(places.map(place => answersWith('strava', '42', place)));
	});

	test('for both APIs, at their own address and at another', () => {
		for (const generation of ['vital', 'junction'] as const) {
			const own = describeApi(generation).url;
			const urls = [own, 'https://api.example.com', "https://api.example.com/it's/$(x)&y;z"];
			assertRoundTrips(
				urls.map(url => answersWith('strava', '42', {'organization-key': keyAnswer({generation, url})})),
			);
		}
	});

	test('for a demo', () => {
		const changes: Answers = {
			organization: {...organizationAnswer, isDemo: true},
			'organization-key': keyAnswer({url: 'http://127.0.0.1:4000'}),
		};
		assertRoundTrips(providers.map(({slug}) => answersWith(slug, "it's $(x)", changes)));
	});

	test('with what was left empty still to be asked', () => {
		const left = ({slug}: Provider): Answers =>
			Object.fromEntries(
				fieldsFor(slug)
					.filter(({isRequired}) => !isRequired)
					.map(({id}) => [id, empty]),
			);
		assertRoundTrips(providers.map(provider => answersWith(provider.slug, '42', left(provider))));
	});

	test('whatever the values', () => {
		const value = fc
			.string({unit: 'binary', minLength: 1})
			.filter(text => schemas.text.safeParse(text).success);
		fc.assert(
			fc.property(fc.constantFrom('google_health', 'my_fitness_pal_v2'), value, (slug, text) => {
				assertRoundTrips([answersWith(slug, text, {'redirect-url-override': empty})]);
			}),
		);
	});
});
