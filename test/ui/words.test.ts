import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {ago} from '../../source/output/ago.ts';
import {apiWords, named, shortened, targetOf} from '../../source/ui/words.ts';
import {organizationId, teamId} from '../support/credentials.ts';
import {keyAnswer, targetAnswers} from '../support/play.ts';

suite('a time past', () => {
	const now = new Date('2026-03-10T12:00:00Z');
	const rows: Readonly<Record<string, string>> = {
		'2026-03-10T11:59:30Z': 'just now',
		'2026-03-10T11:58:00Z': '2 minutes ago',
		'2026-03-10T10:00:01Z': '119 minutes ago',
		'2026-03-10T10:00:00Z': '2 hours ago',
		'2026-03-08T12:00:01Z': '47 hours ago',
		'2026-03-08T12:00:00Z': '2 days ago',
		'2025-03-10T12:00:00Z': '365 days ago',
		'2026-03-10T12:05:00Z': 'just now',
		'not a time': 'some time ago',
	};
	for (const [time, words] of Object.entries(rows)) {
		test(`is ${words} at ${time}`, () => assert.equal(ago(time, now), words));
	}
});

suite('a shortened text', () => {
	test('keeps its beginning and its end', () => {
		assert.equal(shortened('abcdefghij', 10), 'abcdefghij');
		assert.equal(shortened('abcdefghij', 5), 'ab…ij');
		assert.equal(shortened('abcdefghij', 4), 'ab…j');
	});

	test('takes no more cells than its limit, in letters that take two each', () => {
		assert.equal(shortened('東京ウェルネス', 14), '東京ウェルネス');
		assert.equal(shortened('東京ウェルネス', 9), '東京…ネス');
		fc.assert(
			fc.property(fc.string({unit: 'grapheme'}), fc.integer({min: 1, max: 20}), (text, limit) => {
				assert.ok(stringWidth(shortened(text, limit)) <= limit);
			}),
		);
	});

	test('is never longer than its limit, nor holds half a sign', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme'}), fc.integer({min: 1, max: 20}), (text, limit) => {
				const short = shortened(text, limit);
				assert.ok(short.length <= limit || short === text);
				assert.ok(short.isWellFormed());
			}),
		);
	});
});

const open = (text: string): string => text;

const textsOf = (...given: Parameters<typeof targetOf>): readonly string[] =>
	targetOf(...given).map(({text}) => text);

suite('the target in words', () => {
	test('is every part that is chosen, with production in capitals', () => {
		const answers = {...targetAnswers('strava'), environment: 'production'} as const;
		assert.deepEqual(textsOf(answers, 76, open), ['Acme', ' ! PRODUCTION ! ', 'us', 'Runners', 'Strava']);
		assert.deepEqual(textsOf({}, 76, open), []);
	});

	test('names an organization as its key’s answer does, and what has no name by its ID', () => {
		const organization = {id: organizationId, isDemo: false};
		const key = keyAnswer({organizationName: 'New name'});
		assert.deepEqual(textsOf({organization, 'organization-key': key}, 76, open), ['New name']);
		assert.deepEqual(textsOf({organization}, 76, open), [organizationId]);
		assert.equal(named({id: teamId, name: '\u200b\n'}), teamId);
	});

	test('is veiled part by part, before anything is shortened', () => {
		const [organization, , , team] = textsOf(targetAnswers('strava'), 76, text =>
			text.replaceAll(/Acme|Runners/g, '••'),
		);
		assert.deepEqual([organization, team], ['••', '••']);
		const named = {organization: {id: organizationId, isDemo: false}};
		assert.deepEqual(
			textsOf(named, 20, text => text.replace(organizationId, '••')),
			['••'],
		);
	});

	test('fits the width with names of wide letters too', () => {
		const team = {id: teamId, name: '東京ウェルネス研究所'.repeat(3)};
		const parts = textsOf({...targetAnswers('google_health'), team}, 60, open);
		assert.ok(stringWidth(parts.join(' › ')) <= 60, parts.join(' › '));
		assert.equal(parts.at(-1), 'Google Health');
	});

	test('never drops a part, and fits the width where long names have to be shortened', () => {
		const name = fc.string({unit: 'grapheme-ascii', minLength: 1, maxLength: 80});
		fc.assert(
			fc.property(name, name, fc.integer({min: 68, max: 76}), (organizationName, teamName, width) => {
				const target = targetAnswers('google_health');
				const parts = textsOf(
					{
						...target,
						environment: 'production',
						'organization-key': keyAnswer({organizationName}),
						team: {id: teamId, name: teamName},
					},
					width,
					open,
				);
				assert.equal(parts.length, 5);
				assert.ok(parts.join(' › ').length <= width, parts.join(' › '));
			}),
		);
	});
});

test('the API is named with its address', () => {
	const words = apiWords({generation: 'vital', url: 'https://api.example.com'});
	assert.equal(words, 'Vital · https://api.example.com');
});
