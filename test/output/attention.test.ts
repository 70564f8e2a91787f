import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Attention} from '../../source/domain/watch/attention.ts';
import {attentionJson, attentionLines} from '../../source/output/attention.ts';
import {attentionOf, fifty} from '../support/fifty.ts';
import {assertLines, bare, hostile, marked} from './placed.ts';

const today = new Date('2026-11-26T12:00:00Z');
const attention = attentionOf(fifty, today);
const watched = {attention, credentials: 50, places: 4};

const linesAt = (width: number) => attentionLines(watched, {width, isPlain: false});

const gap: Attention = {
	code: 'gap',
	severity: 'low',
	team: 'aaaa',
	teamName: 'Runners',
	environment: 'production',
	region: 'us',
	provider: 'strava',
	message: 'It is set in sandbox, and missing in production.',
	advice: 'Set it.',
};

suite('what needs attention, of fifty credentials', () => {
	test('is a table at 80 columns, with whole severities, words and places', () => {
		const lines = linesAt(80);
		assertLines(lines, 80);
		assert.match(lines[0] ?? '', /^SEVERITY +WHAT +PROVIDER +TEAM +WHERE$/);
		const rows = lines.slice(1, lines.indexOf(''));
		assert.equal(rows.length, attention.length);
		const whole =
			/^(?:high|medium|low|unknown) +\S[^…]* {2}[a-z_]+ +\S.* {2}(?:–|(?:sandbox |production )?(?:us|eu))$/u;
		for (const line of rows) assert.match(line, whole);
		assert.match(rows[0] ?? '', /^high +ended +fitbit +Ashbourne Cardiology… +sandbox eu$/);
	});

	test('has its dates at 100 columns', () => {
		const lines = linesAt(100);
		assertLines(lines, 100);
		assert.match(lines[0] ?? '', /WHERE +DATE$/);
		assert.match(lines[1] ?? '', /sandbox eu +2026-11-02$/);
	});

	test('is one at 200 columns too, where each row says what is the case', () => {
		const lines = linesAt(200);
		assertLines(lines, 200);
		assert.match(lines[0] ?? '', /WHERE +DATE +MESSAGE$/);
		assert.match(lines[1] ?? '', /^high .* 2026-11-02 +Fitbit ended on 2 November 2026\.$/);
		assert.match(lines[1] ?? '', /Ashbourne Cardiology \(…000010\)/);
	});

	test('says what is the case and what to do once for all that it is said of, whole at any width', () => {
		for (const width of [40, 80, 200]) {
			const lines = linesAt(width);
			const said = lines.slice(lines.findLastIndex(line => line.startsWith('unknown')) + 1);
			const text = said.join(' ').replaceAll(/ +/g, ' ');
			const fitbit = attention.filter(({code, severity}) => code === 'provider-ended' && severity === 'high');
			assert.equal(said.filter(line => line === `ended (${fitbit.length})`).length, 1);
			for (const {message, advice} of attention) {
				assert.ok(text.includes(message), message);
				assert.ok(advice === undefined || text.split(`→ ${advice}`).length <= 3, advice);
				assert.ok(advice === undefined || text.includes(`→ ${advice}`), advice);
			}
		}
	});

	test('fits a narrow terminal, and colours add no width', () => {
		assertLines(linesAt(40), 60);
		const coloured = attentionLines(watched, {width: 80, isPlain: false, paint: marked});
		assert.deepEqual(coloured.map(bare), linesAt(80));
	});

	test('is a row each by tabs when it is plain', () => {
		const lines = attentionLines(watched, {width: 20, isPlain: true});
		assert.equal(lines.length, attention.length);
		for (const line of lines) assert.equal(line.split('\t').length, 10);
		assert.equal(
			attentionLines({...watched, attention: [gap]}, {width: 20, isPlain: true})[0],
			'low\tgap\t–\tstrava\tRunners\tproduction\tus\taaaa\tIt is set in sandbox, and missing in production.\tSet it.',
		);
	});

	test('ends with how many there are', () => {
		assert.match(
			linesAt(200).at(-1) ?? '',
			/^\d+ things need attention \(\d+ high, \d+ medium, \d+ low\): 50 credentials in 4 places\. \d+ things could not be looked at \(unknown\)\.$/,
		);
		const of = (...some: readonly Attention[]) =>
			attentionLines({attention: some, credentials: 1, places: 1}, {width: 200, isPlain: false}).at(-1);
		assert.equal(of(gap), '1 thing needs attention (1 low): 1 credential in 1 place.');
		assert.equal(of(), 'Nothing is known to need attention: 1 credential in 1 place.');
		assert.equal(
			of({...gap, severity: 'unknown'}),
			'Nothing is known to need attention: 1 credential in 1 place. 1 thing could not be looked at (unknown).',
		);
	});
});

test('what a server said acts on no terminal', () => {
	const evil = {
		...gap,
		team: hostile,
		teamName: hostile,
		provider: hostile,
		message: hostile,
		advice: hostile,
	};
	for (const isPlain of [true, false]) {
		assertLines(attentionLines({...watched, attention: [evil, gap]}, {width: 200, isPlain}));
	}
});

test('teams of one name are told apart', () => {
	const twins = [gap, {...gap, team: 'bbbbbbbb-1', provider: 'oura'}];
	const text = attentionLines({...watched, attention: twins}, {width: 100, isPlain: false}).join('\n');
	assert.match(text, /Runners \(…aaaa\)/);
	assert.match(text, /Runners \(…bbbb-1\)/);
});

test('the document has every key of each, null where it does not apply, and the counts', () => {
	const organization: Attention = {
		code: 'organization-expires',
		severity: 'high',
		date: '2026-12-05',
		message: 'Soon.',
	};
	assert.deepEqual(attentionJson({attention: [gap, organization], credentials: 2, places: 4}), {
		attention: [
			{
				code: 'organization-expires',
				severity: 'high',
				team: null,
				env: null,
				region: null,
				provider: null,
				date: '2026-12-05',
				message: 'Soon.',
				advice: null,
			},
			{
				code: 'gap',
				severity: 'low',
				team: 'aaaa',
				env: 'production',
				region: 'us',
				provider: 'strava',
				date: null,
				message: gap.message,
				advice: 'Set it.',
			},
		],
		summary: {high: 1, medium: 0, low: 1, unknown: 0, credentials: 2, places: 4},
	});
});
