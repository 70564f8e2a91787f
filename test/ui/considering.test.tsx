import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ManagementApi} from '../../source/domain/ports.ts';
import {failure, success} from '../../source/domain/problem.ts';
import {answered, mountApp} from '../support/conversation.tsx';
import {byHand, fakeServices} from '../support/fake-services.ts';
import {keys} from '../support/keys.ts';

type Prepare = ManagementApi['prepare'];

/** The list of providers, where time passes when the test says so, and so does what is asked of the API come back. */
async function atProvider(preset = answered.team) {
	const asked: {provider: string; signal: AbortSignal}[] = [];
	const answers = byHand<Awaited<ReturnType<Prepare>>>();
	const waiting = new Set<() => void>();
	const prepare: Prepare = (_place, {provider}, {signal}) => {
		asked.push({provider, signal});
		return answers.ask();
	};
	const {services} = fakeServices({
		api: {prepare},
		wait: () => new Promise(resolve => waiting.add(resolve)),
	});
	const app = mountApp(preset, services);
	await app.waitFor(/providers$/m);
	return {
		app,
		answer: answers.answer,
		asked: () => asked.map(({provider}) => provider),
		isAborted: (at: number) => asked[at]?.signal.aborted,
		async rest() {
			for (const end of waiting) end();
			await app.settle();
		},
	};
}

const steps = success({
	steps: [
		{
			key: 'redirect',
			type: 'redirect_uri',
			value: 'https://api.example.com/callback',
			description: 'Add it.',
		},
	],
});

test('what to register with a provider is read while the pointer rests on it, and is there when it is chosen', async () => {
	const {app, asked, rest, answer} = await atProvider();
	await app.press(keys.down);
	assert.deepEqual(asked(), []);
	await rest();
	assert.deepEqual(asked(), ['strava']);
	answer(steps);
	await app.settle();
	await app.press(keys.enter);
	assert.match(app.screen(), /^Register with Strava$/m);
	assert.doesNotMatch(app.raw(), /Asking what to register/);
	assert.deepEqual(asked(), ['strava']);
	await app.unmount();
});

test('what the pointer only passes is not asked about, nor what is typed and chosen at once', async () => {
	const {app, asked, rest} = await atProvider();
	await app.press(keys.down, keys.down, keys.down, keys.up, keys.up);
	await rest();
	assert.deepEqual(asked(), ['strava']);
	await app.press('oura', keys.enter);
	await app.waitFor('Asking what to register…');
	await rest();
	assert.deepEqual(asked(), ['strava', 'oura']);
	await app.unmount();
});

test('nothing is asked before the pointer is anywhere', async () => {
	const {app, asked, rest} = await atProvider();
	await rest();
	assert.deepEqual(asked(), []);
	await app.unmount();
});

test('what is not wanted any more is ended, by another provider and by leaving', async () => {
	const {app, asked, rest, isAborted} = await atProvider();
	await app.press(keys.down);
	await rest();
	await app.press(keys.down);
	assert.equal(isAborted(0), true);
	await rest();
	assert.equal(asked().length, 2);
	await app.press(keys.home);
	await rest();
	assert.deepEqual([isAborted(1), isAborted(2)], [true, false]);
	await app.unmount();
	assert.equal(isAborted(2), true);
});

test('what failed meanwhile is not spoken of, and asked again by its own step', async () => {
	const {app, asked, rest, answer} = await atProvider();
	await app.press(keys.down);
	await rest();
	answer(failure({kind: 'retry', message: 'Too busy for that.', advice: 'Wait.', status: 503}));
	await app.settle();
	assert.match(app.screen(), /^Provider$/m);
	await app.press(keys.enter);
	await app.waitFor('Asking what to register…');
	assert.deepEqual(asked(), ['strava', 'strava']);
	answer(steps);
	await app.waitFor(/^Register with Strava$/m);
	assert.doesNotMatch(app.raw(), /Too busy/);
	await app.unmount();
});

test('a provider that is asked about first, and a row that is none, are not asked about', async () => {
	const {app, asked, rest} = await atProvider();
	await app.press(keys.end);
	await rest();
	await app.press('fitbit');
	await rest();
	assert.deepEqual(asked(), []);
	await app.unmount();
});
