import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Team} from '../../source/domain/credential.ts';
import type {Listing} from '../../source/domain/ports.ts';
import {failure, type Problem, type Result, success} from '../../source/domain/problem.ts';
import {answered, mountApp, typeInto} from '../support/conversation.tsx';
import {byHand, fakeServices, teams} from '../support/fake-services.ts';
import {keys} from '../support/keys.ts';

const failing: Problem = {kind: 'bug', message: 'The list failed.', advice: 'Try later.', status: 500};

test('teams are listed for their region only, and found by name or ID', async () => {
	const app = mountApp(answered.region);
	await app.waitFor(/^› Type any part of its name +2 teams$/m);
	assert.match(
		app.screen(),
		/^ {2}Ashbourne .*\n {2}Brindle .*\n {2}Create a team\n {2}Enter a team ID by hand$/m,
	);
	await app.press('BRIN');
	assert.match(app.screen(), /^❯ Brindle/m);
	await app.press(keys.escape);
	await app.press('000000000001');
	await app.waitFor('› 000000000001');
	assert.match(app.screen(), /^❯ Ashbourne/m);
	await app.press('x');
	await app.waitFor(/^› 000000000001x +0 of 2 teams\n❯ No team matches: enter its ID by hand$/m);
	await app.press(keys.backspace);
	await app.press(keys.enter);
	await app.waitFor(/^Provider$/m);
	await app.unmount();
});

test('nothing is chosen by a Return alone, neither a team nor a provider', async () => {
	for (const [answers, title] of [
		[answered.region, 'Team'],
		[answered.team, 'Provider'],
	] as const) {
		const app = mountApp(answers);
		await app.waitFor(/^› Type any part/m);
		await app.press(keys.enter);
		assert.match(app.screen(), new RegExp(`^${title}$`, 'm'));
		assert.match(app.screen(), /Choose with ↑ ↓, then press Enter/);
		await app.press(keys.down);
		assert.match(app.screen(), /^❯ (Ashbourne|Strava)/m);
		await app.unmount();
	}
});

test('signs alone ask for no team: all stay, and the pointer stays nowhere', async () => {
	const app = mountApp(answered.region);
	await app.waitFor(/2 teams$/m);
	await app.press(' -', keys.enter);
	assert.match(app.screen(), /Brindle .*\n {2}Create a team\n {2}Enter a team ID by hand$/m);
	assert.match(app.screen(), /^Team$(.*\n)+! Choose with/m);
	await app.unmount();
});

test('an ID that was typed over the list is kept where the ID is asked for', async () => {
	const app = mountApp(answered.region, fakeServices().services);
	const id = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
	await app.waitFor(/2 teams$/m);
	await app.press(id);
	await app.waitFor('❯ No team matches: enter its ID by hand');
	await app.press(keys.enter);
	await app.waitFor(/^❯ 3fa85f64-5717-4562-b3fc-2c963f66afa6/m);
	assert.match(app.screen(), /^The team’s ID, from the Junction dashboard\.$/m);
	await app.unmount();
});

test('a list that fails says why, and the ID by hand does as well', async () => {
	const {ask, answer, asked} = byHand<Result<Listing<Team>>>();
	const {services} = fakeServices({api: {teams: ask}});
	const app = mountApp(answered.region, services);
	await app.waitFor('Loading the teams…');
	answer(failure(failing));
	await app.waitFor(
		/✖ The list failed\.\nTry later\.\nHTTP 500\n❯ Enter the team’s ID\n {2}Try to list them again/,
	);
	await app.press(keys.down + keys.enter);
	assert.equal(asked(), 2);
	answer(failure(failing));
	await app.waitFor('❯ Enter the team’s ID');
	await app.press(keys.enter, 'ash', keys.enter);
	assert.match(app.screen(), /✖ This is not an ID\./);
	await app.press(keys.ctrlU);
	await typeInto(app, teams[0]?.id ?? '');
	await app.press(keys.enter);
	await app.waitFor(/^Provider$/m);
	await app.unmount();
});

test('an ID of the other region is refused, and one that nobody knows is not', async () => {
	const app = mountApp(answered.region);
	await app.waitFor(/\d teams$/m);
	await app.press(keys.end + keys.enter);
	await typeInto(app, teams[2]?.id ?? '');
	await app.press(keys.enter);
	await app.waitFor('✖ Copper lives in eu. Go back and choose that region.');
	await app.press(keys.ctrlU);
	await typeInto(app, '0b6e8a1e-2222-4a4a-8a8a-00000000ffff');
	await app.press(keys.enter);
	await app.waitFor(/^Provider$/m);
	await app.unmount();
});

test('a flag names a team by its ID or by its only name; what does not fit is said', async () => {
	for (const team of ['  ASHBOURNE', teams[0]?.id ?? '']) {
		const app = mountApp(answered.region, undefined, {launch: {team}});
		await app.waitFor(/^Provider$/m);
		assert.match(app.screen(), /✔ Team +Ashbourne/);
		await app.unmount();
	}
	for (const [team, warning] of [
		['Copper', '! The team “Copper” lives in eu, not in us.'],
		['Ash', '! No team in us has the name or ID “Ash”.'],
	] as const) {
		const app = mountApp(answered.region, undefined, {launch: {team}});
		await app.waitFor(warning);
		await app.unmount();
	}
	const twins = [...teams, {...teams[1], id: '0b6e8a1e-2222-4a4a-8a8a-000000000009'}];
	const {services} = fakeServices({api: {teams: async () => success({rows: twins})}});
	const app = mountApp(answered.region, services, {launch: {team: 'Brindle'}});
	await app.waitFor('! 2 teams in us have the name “Brindle”. Choose one.');
	await app.unmount();
});

test('names of a server move no cursor and open no line', async () => {
	const name = '\u202Egnorw\u202C\r\n\u0007Moon \u001B[31mClinic';
	const rows = [{id: teams[0]?.id ?? '', name, region: 'us'}];
	const {services} = fakeServices({api: {teams: async () => success({rows})}});
	const app = mountApp(answered.region, services);
	await app.waitFor(/^❯ gnorw Moon Clinic +0b6e8a1e$/m);
	assert.ok(!app.raw().includes('\u001B[31m'));
	await app.unmount();
});

test('providers that own OAuth is for come first; the others are folded, with the reason', async () => {
	const app = mountApp(answered.team, undefined, {rows: 80});
	await app.waitFor(/\d+ providers$/m);
	const own = app.screen().indexOf('Your own application');
	const practice = app.screen().indexOf('Linked by a practice ID');
	const other = app.screen().search(/^No own application\n {2}Show the other \d+$/m);
	assert.ok(own !== -1 && own < practice && practice < other);
	assert.doesNotMatch(app.screen(), /Zwift/);

	await app.press(keys.end + keys.enter);
	assert.match(app.screen(), /^ {2}Zwift$/m);
	await app.press('zwift');
	await app.press(keys.enter);
	assert.match(
		app.screen(),
		/! Zwift: Users sign in with their Zwift account, so there is no OAuth\n {2}application\./,
	);
	assert.match(app.screen(), /^❯ Choose another provider$/m);
	await app.press(keys.enter);
	assert.match(app.screen(), /\d+ providers$/m);
	await app.press('zwift', keys.enter);
	await app.press(keys.down + keys.enter);
	await app.waitFor(/✔ Provider +Zwift/);
	await app.unmount();
});

test('a provider is found by its name, its slug and other words for it', async () => {
	const app = mountApp(answered.team);
	for (const [query, name] of [
		['GOOGLE HE', 'Google Health'],
		['dexcom_v3', 'Dexcom'],
		['accesslink', 'Polar'],
	] as const) {
		await app.press(keys.ctrlU);
		await app.press(query);
		await app.waitFor(new RegExp(`^❯ ${name}( |$)`, 'm'));
	}
	await app.unmount();
});

test('teams are found without accents, in any order and by a slip; the nearest are said to be no more', async () => {
	const names = [
		'Łódź Wellness',
		'Côte Bleue Clinic',
		'Night Runners',
		'Riverside Clinic',
		'Riverside Clinic',
	];
	const rows = names.map((name, index) => ({id: `${index}0000000-2222-4a4a-8a8a-000000000000`, name}));
	const {services} = fakeServices({api: {teams: async () => success({rows})}});
	const app = mountApp(answered.region, services);
	await app.waitFor(/^› .* 5 teams$/m);
	for (const [query, found] of [
		['lodz', /^› lodz +1 of 5 teams\n❯ Łódź Wellness +00000000$/m],
		['blue cote', /^› blue cote +0 of 5 teams$/m],
		['bleue cote', /^› bleue cote +1 of 5 teams\n❯ Côte/m],
		['riv', /^❯ Riverside Clinic +30000000\n {2}Riverside Clinic +40000000\nID 30000000-2222/m],
		[
			'nigt runers',
			/0 of 5 teams\nNothing has all of that\. The nearest:\n❯ Night Runners +20000000\n {2}Enter a team ID/m,
		],
	] as const) {
		await app.press(keys.ctrlU);
		await app.press(query);
		await app.waitFor(found);
	}
	await app.unmount();
});

test('a name of a flag that several have fills the filter, and nothing is chosen by it', async () => {
	const twins = [...teams, {...teams[1], id: '1b6e8a1e-2222-4a4a-8a8a-000000000009'}];
	const {services} = fakeServices({api: {teams: async () => success({rows: twins})}});
	const app = mountApp(answered.region, services, {launch: {team: 'Brindle'}});
	await app.waitFor(/^› Brindle +2 of 3 teams\n {2}Brindle +0b6e8a1e\n {2}Brindle +1b6e8a1e$/m);
	await app.press(keys.enter);
	assert.match(app.screen(), /^Team$/m);
	await app.press(keys.down, keys.down, keys.enter);
	await app.waitFor(/✔ Team +Brindle \(1b6e8a1e/);
	await app.unmount();
});

test('a secret in place of a name is not said', async () => {
	const team = 'mg_canary3c9a52e061b74f7ea2c10e4d8f7b6a90';
	const app = mountApp(answered.region, undefined, {launch: {team}});
	await app.waitFor('! No team in us has the name or ID that --team gives.');
	assert.ok(!app.raw().includes(team.slice(0, 12)));
	await app.unmount();
});

test('Strava takes three letters or one arrow', async () => {
	for (const strokes of ['str', keys.down]) {
		const app = mountApp(answered.team);
		await app.waitFor(/providers$/m);
		await app.press(strokes, keys.enter);
		await app.waitFor(/^Register with Strava$/m);
		await app.unmount();
	}
});

test('a run whose provider a flag named says what it is for, until its first answer', async () => {
	const app = mountApp({...answered.key, provider: {slug: 'strava'}}, undefined, {launch: {team: 'Brindle'}});
	await app.waitFor(/^Environment\nSets up Strava for Brindle, a team of your organization\.$/m);
	await app.press('s', keys.enter);
	await app.waitFor(/^Region$/m);
	assert.doesNotMatch(app.screen(), /Sets up/);
	await app.unmount();
});

test('on a screen that others see, two letters open the list of teams', async () => {
	const app = mountApp(answered.region, fakeServices().services, {launch: {isPresenting: true}});
	await app.waitFor(/^Team$/m);
	const [first] = teams;
	assert.ok(first?.name);
	assert.ok(!app.screen().includes(first.name));
	await app.press(first.name.slice(0, 1));
	assert.ok(!app.screen().includes(first.name));
	await app.press(keys.backspace, '--', keys.ctrlU, first.name.slice(0, 1));
	assert.ok(!app.raw().includes(first.name));
	await app.press(first.name.slice(1, 2));
	await app.waitFor(first.name);
	await app.unmount();
});

test('on a screen that others see, what an ID looks like is no secret', async () => {
	const app = mountApp(answered.region, fakeServices().services, {launch: {isPresenting: true}});
	await app.waitFor(/^Team$/m);
	await app.press(keys.end, keys.enter, 'no ID', keys.enter);
	await app.waitFor(/This is not an ID\. It looks like 8a1f0c3e-/);
	await app.unmount();
});
