import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {BodyObject, StoredCredential} from '../../source/domain/credential.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {findProvider, unknownProvider} from '../../source/domain/providers/find-providers.ts';
import {Secret} from '../../source/domain/secret.ts';
import {commandFor} from '../../source/output/command.ts';
import {type ReportInput, reportFor, reportName} from '../../source/output/report.ts';
import {assertNoSecret, detailSecretText, teamId} from '../support/credentials.ts';
import {answersWith, handOffFor, nastyTexts} from '../support/hand-offs.ts';
import {empty, given, stored} from '../support/play.ts';
import {altered} from '../support/values.ts';

const at = '2026-03-04T05:06:07Z';
const outcome: ReportInput['outcome'] = {kind: 'confirmed', action: 'created', by: 'read-back', stored};

function inputFor(slug: string, text = '42', changes: Partial<ReportInput> = {}): ReportInput {
	return {
		handOff: handOffFor(answersWith(slug, text)),
		outcome,
		at,
		provider: findProvider(slug) ?? unknownProvider(slug),
		proof: 'Credential created and read back.',
		openSteps: [],
		...changes,
	};
}

const named = (teamName: string): string =>
	reportFor(inputFor('strava', '42', {handOff: {...inputFor('strava').handOff, teamName}}));

const detailed = (slug: string, details: BodyObject): string => {
	const {handOff, ...rest} = inputFor(slug);
	return reportFor({...rest, handOff: {...handOff, credential: altered(handOff.credential, {details})}});
};

suite('the report', () => {
	test('says what was set, where, when and how that is known', () => {
		const report = reportFor(inputFor('strava'));
		for (const line of [
			'# Strava for Runners, sandbox',
			'| Environment | sandbox |',
			'| Region | us |',
			`| Team | Runners ${teamId} |`,
			'| Client ID | 42 |',
			'| Client secret | set, not shown |',
			`| Confirmed at | \`${at}\` |`,
			'Credential created and read back.',
		]) {
			assert.ok(report.split('\n').includes(line), `${line}\n${report}`);
		}
	});

	test('says that the provider ends or has ended on the day of the save, and its dates with their sources', () => {
		const on = (time: string, slug = 'fitbit') => reportFor(inputFor(slug, '42', {at: time}));
		assert.match(on('2026-11-02T12:00:00Z'), /^- Fitbit ends on 2 November 2026\. .* Sources disagree: /m);
		assert.match(on('2026-11-03T12:00:00Z'), /^- Fitbit ended on 2 November 2026\. .* Sources disagree: /m);
		assert.match(
			on('2026-11-03T12:00:00Z', 'garmin'),
			/^## Dates of Garmin\n\n(- .*\n)*- 31 December 2026: Garmin retires OAuth 1\. .* Source: /m,
		);
		assert.doesNotMatch(on('2026-11-03T12:00:00Z', 'polar'), /## Dates/);
	});

	test('spells what nobody sees of a value', () => {
		assert.match(reportFor(inputFor('strava', '4\u200b2')), /^\| Client ID \| 4\\\\u\\\{200b\\\}2 \|$/m);
	});

	test('says what is left to do, with links', () => {
		const openSteps = ['Still to do at Fitbit:', '• Press Verify.', '  https://dev.fitbit.com/apps'];
		const report = reportFor(inputFor('fitbit', '42', {openSteps}));
		assert.match(report, /^- Press Verify\.$/m);
		assert.equal(report.match(/dev\.fitbit\.com\/apps/g)?.length, 1);
		assert.match(report, /^- <https:\/\/dev\.fitbit\.com\/apps>$/m);
	});

	test('has the steps at the portal with their boxes, whose turn it is and how to try it', () => {
		const prepared = [{type: 'redirect_uri', key: '', value: 'https://a.example/link', description: ''}];
		const handOff = handOffFor(answersWith('strava', '42', {'redirect-url-override': empty}));
		const report = reportFor(inputFor('strava', '42', {handOff, prepared, ticked: new Set(['account'])}));
		assert.match(report, /^- \[x\] \*\*1\. Sign in to Strava/m);
		assert.match(report, /^- \[ \] \*\*5\. Enter the callback domain\*\*$/m);
		assert.match(report, /^ {6}a\.example$/m);
		assert.match(
			report,
			/^## Whose turn it is\n\nIt is saved\. Whoever looks after the application at Strava /m,
		);
		assert.match(report, /^## Once it is saved: try it with one user$/m);
		assert.doesNotMatch(reportFor(inputFor('freestyle_libre')), /Whose turn|- \[ \]/);
	});

	test('has in these steps the redirect override that was saved, and what its callback forwards to', () => {
		const handOff = handOffFor(
			answersWith('withings', '42', {'redirect-url-override': given('https://own.example/back')}),
		);
		const report = reportFor(inputFor('withings', '42', {handOff}));
		assert.match(report, /Into \*\*Registered URLs\*\*:\n\n {6}https:\/\/own\.example\/back$/m);
		assert.match(report, /Into \*\*Location\*\*:\n\n {6}https:\/\/api\.sandbox\.us\.junction\.com\//m);
	});

	test('holds the command as it is, for every provider and value', () => {
		for (const {slug} of providers) {
			for (const text of [...nastyTexts, 'a \u202e b']) {
				const input = inputFor(slug, text);
				const report = reportFor(input);
				const lines = commandFor(input.handOff).split('\n');
				assert.ok(report.includes(lines.map(line => `    ${line}`).join('\n')), report);
				assertNoSecret(report);
			}
		}
	});

	test('shows of details only those that are known to be no secret', () => {
		const polar = detailed('polar', {
			webhook_secret: new Secret(detailSecretText),
			other: 'canary',
			more: {pin: 4711},
		});
		assert.match(polar, /^\| Webhook secret \| set, not shown \|$/m);
		assert.match(polar, /^\| Other details \| other, more; values not shown \|$/m);
		assert.doesNotMatch(polar, /canary|4711/);
		assertNoSecret(polar);
		const fitbit = detailed('fitbit', {fitbit: {foods_verify_token: null, is_hr_enabled: false}});
		assert.match(fitbit, /^\| Foods verify token \| none \|$/m);
		assert.match(fitbit, /^\| Heart rate enabled \| no \|$/m);
		assert.match(detailed('google_fit', {data_scopes: ['openid', 'a b']}), /\| openid, a b \|$/m);
		assert.doesNotMatch(detailed('brand_new', {hook: 'canary'}), /canary/);
	});

	test('says nothing of the secret’s hash', () => {
		const hashed: StoredCredential = {...stored, clientSecretHash: 'hash-canary-9'};
		assert.doesNotMatch(
			reportFor(inputFor('strava', '42', {outcome: {...outcome, stored: hashed}})),
			/canary/,
		);
	});

	test('says that a practice binding has no secret', () => {
		const report = reportFor(inputFor('freestyle_libre'));
		assert.match(report, /^\| Client secret \| none \|$/m);
		assert.doesNotMatch(report, /masked/);
	});

	test('tells what the try of the redirect endpoint showed', () => {
		const right = reportFor(inputFor('strava', '42', {redirectCheck: {deviations: []}}));
		assert.match(right, /It forwards as it must\./);
		const deviation = {kind: 'other-host', message: 'It goes to <b>.', advice: 'Change *it*.'} as const;
		const wrong = reportFor(inputFor('strava', '42', {redirectCheck: {deviations: [deviation]}}));
		assert.match(wrong, /^- It goes to &lt;b&gt;\. Change \\\*it\\\*\.$/m);
	});
});

suite('the name of the report', () => {
	const {handOff} = inputFor('strava');
	for (const [teamName, name] of [
		['Night Runners', 'byoo-strava-night-runners-sandbox-us.md'],
		['Équipe de Nuit', 'byoo-strava-equipe-de-nuit-sandbox-us.md'],
		['Łódź Wellness', 'byoo-strava-lodz-wellness-sandbox-us.md'],
		['../../.ssh/a b', 'byoo-strava-ssh-a-b-sandbox-us.md'],
		['夜のランナー', 'byoo-strava-sandbox-us.md'],
	] as const)
		test(`of ${teamName}`, () => assert.equal(reportName({...handOff, teamName}), name));

	test('of a team without a known name has its ID', () => {
		const {teamName: _, ...unnamed} = handOff;
		assert.equal(reportName(unnamed), `byoo-strava-${teamId}-sandbox-us.md`);
	});
});

suite('a name from a server, in the report', () => {
	const inert: Readonly<Record<string, RegExp>> = {
		'](javascript:x)': /(?<!\\)\]\(|(?<!\\)\[/,
		'![x](https://evil.example/x.png)': /(?<!\\)[[\]()!]\S*evil|evil\S*(?<!\\)\)/,
		'<img src=x onerror=x>': /<img/,
		'&lt;img&gt; &#60;img': /(?<!&amp;)(?:&lt;img|&#60;img)/,
		'`a` **b** __c__ ~~d~~': /(?<!\\)[`*~]/,
		'see https://evil.example': /https:\/\/evil/,
		'www.evil.example': /www\.evil/,
		'x | y |': /x \| y/,
		'a\n\n# b\r\n- c\u2028d': /^\s*(?:# b|- c)/m,
		'\u001b[2J\u202ea\u0007': /[^\P{Cc}\n]|\p{Cf}/u,
	};
	for (const [name, live] of Object.entries(inert)) {
		test(`stays text: ${JSON.stringify(name)}`, () => {
			const shown = named(name)
				.split('\n')
				.filter(line => /^# |^\| Team/.test(line));
			assert.equal(shown.length, 2);
			for (const line of shown) assert.doesNotMatch(line, live);
		});
	}

	test('that is an address stands as code', () => {
		assert.match(named('https://evil.example'), /^# Strava for `https:\/\/evil\.example`, sandbox$/m);
	});

	test('does not change the shape of the page', () => {
		const shape = (report: string) => report.split('\n').length;
		for (const text of [...nastyTexts, ...Object.keys(inert)]) {
			assert.equal(shape(named(text)), shape(named('Runners')));
		}
	});
});

test('an override is shown, or that there is none', () => {
	const withOverride = (answer: typeof empty | ReturnType<typeof given>) =>
		reportFor(
			inputFor('strava', '42', {
				handOff: handOffFor(answersWith('strava', '42', {'redirect-url-override': answer})),
			}),
		);
	assert.match(withOverride(empty), /^\| Redirect URL override \| none \|$/m);
	assert.match(withOverride(given('https://a.example/b')), /\| `https:\/\/a\.example\/b` \|$/m);
});
