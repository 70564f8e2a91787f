import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {success} from '../../source/domain/problem.ts';
import {providerItems} from '../../source/ui/screens/provider-items.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import type {Launch} from '../../source/wizard/launch.ts';
import {answered, mountApp} from '../support/conversation.tsx';
import {fakeServices} from '../support/fake-services.ts';
import {keys} from '../support/keys.ts';

const before = new Date('2026-11-02T12:00:00Z');
const after = new Date('2026-11-03T12:00:00Z');

function on(today: Date, {launch = {}, preset = answered.team}: {launch?: Launch; preset?: Answers} = {}) {
	const {services} = fakeServices({now: () => today, api: {prepare: async () => success({steps: []})}});
	return mountApp(preset, services, {launch, rows: 40});
}

const afterIt = [
	'! Fitbit ended on 2 November 2026. Set up Google Health instead: every user',
	'consents anew, for tokens cannot move. Sources disagree: September 2026, 30',
	'September 2026 and 30 October 2026 were published too.',
	'The short time in which Fitbit and Google Health ran side by side is over.',
	'The API takes a credential for it, but it is likely never used.',
	'❯ Take Google Health instead',
	'Go on with Fitbit all the same',
];

const words = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ');

suite('of a provider that has ended', () => {
	test('the list asks, with its successor first and what moving means', async () => {
		const app = on(after);
		await app.waitFor(/providers$/m);
		await app.press('fitbit');
		await app.waitFor(/^❯ Fitbit +ended → Google Health$/m);
		await app.press(keys.enter);
		await app.waitFor('❯ Take Google Health instead');
		assert.ok(words([app.screen()]).includes(words(afterIt)), app.screen());
		await app.press(keys.enter);
		await app.waitFor(/^Register with Google Health$/m);
		await app.unmount();
	});

	test('one can go on all the same, or go back to the list', async () => {
		const app = on(after);
		await app.waitFor(/providers$/m);
		await app.press('fitbit', keys.enter);
		await app.waitFor('❯ Take Google Health instead');
		await app.press(keys.escape);
		await app.waitFor(/providers$/m);
		await app.press('fitbit', keys.enter, keys.down, keys.enter);
		await app.waitFor(/^Register with Fitbit$/m);
		await app.unmount();
	});

	test('that a flag names it is asked likewise, and what flags gave stays with it alone', async () => {
		const preset: Answers = {...answered.team, 'client-id': {kind: 'given', value: '23QF7K'}};
		const taken = on(after, {preset, launch: {provider: 'fitbit'}});
		await taken.waitFor('❯ Take Google Health instead');
		await taken.press(keys.enter);
		await taken.waitFor(/^Register with Google Health$/m);
		assert.doesNotMatch(taken.screen(), /23QF7K/);
		await taken.unmount();
		const kept = on(after, {preset, launch: {provider: 'fitbit'}});
		await kept.waitFor('❯ Take Google Health instead');
		await kept.press(keys.down, keys.enter);
		await kept.waitFor(/^Register with Fitbit$/m);
		await kept.press(keys.end, keys.enter);
		await kept.waitFor(/23QF7K/);
		await kept.unmount();
	});

	test('without a successor another provider is offered first', async () => {
		const app = on(after);
		await app.waitFor(/providers$/m);
		await app.press('ihealth', keys.enter);
		await app.waitFor(/^❯ Choose another provider$/m);
		assert.match(app.screen(), /^! iHealth ended in September 2025\. Ask Junction before you set it up\.$/m);
		await app.unmount();
	});
});

test('before its day it is said when it ends, that both can be used until then, and one goes on', async () => {
	const app = on(before);
	await app.waitFor(/providers$/m);
	await app.press('fitbit', keys.enter);
	await app.waitFor('❯ Take Google Health instead');
	const said = words([app.screen()]);
	assert.ok(said.includes('! Fitbit ends on 2 November 2026. Set up Google Health instead:'), said);
	assert.ok(said.includes('were published too. Until then Fitbit and Google Health run side by side.'), said);
	assert.match(app.screen(), /^ {2}Go on with Fitbit$/m);
	assert.doesNotMatch(said, /is over|never used/);
	await app.unmount();
});

suite('the list of providers', () => {
	const rows = (today: Date, isUnfolded = false) => providerItems([], today, isUnfolded).items;
	const inGroup = (today: Date, slug: string) => {
		const items = rows(today, true);
		const group = items.find(({id}) => id === slug)?.group;
		return items.filter(item => item.group === group).map(({id}) => id);
	};

	test('has those that have ended last in their part, with what takes their place', () => {
		assert.deepEqual(inGroup(after, 'fitbit').slice(-2), ['fitbit', 'ihealth']);
		assert.deepEqual(inGroup(after, 'renpho').slice(-2), ['renpho', 'whoop']);
		assert.equal(rows(after).find(({id}) => id === 'fitbit')?.detail, 'ended → Google Health');
	});

	test('keeps one that only ends in its place by name', () => {
		const own = inGroup(before, 'fitbit');
		assert.equal(own.indexOf('fitbit'), own.indexOf('cronometer') + 1);
		assert.match(rows(before).find(({id}) => id === 'fitbit')?.detail ?? '', /ends 2 November 2026 →/);
	});
});
