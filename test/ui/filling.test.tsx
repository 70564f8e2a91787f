import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Team} from '../../source/domain/credential.ts';
import {failure, type Problem, success} from '../../source/domain/problem.ts';
import {createTeam} from '../../source/operations/create-team.ts';
import type {Launch} from '../../source/wizard/launch.ts';
import {answered, mountApp, typeInto} from '../support/conversation.tsx';
import {fakeServices} from '../support/fake-services.ts';
import {fillingTeams} from '../support/filling.ts';
import {keys} from '../support/keys.ts';

const team = (number: number, name: string, region = 'us'): Team => ({
	id: `${number}b6e8a1e-2222-4a4a-8a8a-00000000000${number}`,
	name,
	region,
});
const [ashbourne, brindle, copper, ash] = [
	team(1, 'Clinic of Ashbourne'),
	team(2, 'Brindle'),
	team(3, 'Copper'),
	team(4, 'Ash'),
] as const;

const refused: Problem = {
	kind: 'reauthenticate',
	message: 'The key is refused.',
	advice: 'Use another key.',
	status: 401,
};

/** The step of the team, with a list that comes when the test says so, each page drawn at once. */
function atTeam(more: Parameters<typeof fakeServices>[0] = {}, launch: Launch = {}) {
	const list = fillingTeams();
	const api = {teams: list.teams, ...more.api};
	const {services} = fakeServices({wait: async () => undefined, ...more, api});
	return {list, app: mountApp(answered.region, services, {launch})};
}

suite('a list of teams that fills', () => {
	test('shows what is there, says how far it is, and in the end how many there are', async () => {
		const {list, app} = atTeam();
		await app.waitFor('Loading the teams…');
		list.page(ashbourne, brindle);
		await app.waitFor(/^› Type any part of its name +2 so far$/m);
		assert.match(app.screen(), /^ {2}Clinic of Ashbourne .*\n {2}Brindle .*\n {2}Create a team$/m);
		list.page(copper);
		await app.waitFor(/^ {2}Brindle .*\n {2}Copper .*\n {2}Create a team$/m);
		assert.match(app.screen(), /3 so far$/m);
		list.end(success({rows: [ashbourne, brindle, copper, ash]}));
		await app.waitFor(/ 4 teams$/m);
		await app.unmount();
	});

	test('is narrowed meanwhile, and what was found stays where it is', async () => {
		const {list, app} = atTeam();
		await app.waitFor('Loading the teams…');
		list.page(ashbourne, brindle);
		await app.waitFor('2 so far');
		await app.press('ash');
		await app.waitFor(/^› ash +1 of 2 so far\n❯ Clinic of Ashbourne/m);
		list.page(ash);
		await app.waitFor(/^› ash +2 of 3 so far\n❯ Clinic of Ashbourne .*\n {2}Ash /m);
		list.end(success({rows: [ashbourne, brindle, ash]}));
		await app.waitFor(/^› ash +2 of 3 teams\n❯ Clinic of Ashbourne .*\n {2}Ash /m);
		await app.press(keys.enter);
		await app.waitFor(/✔ Team +Clinic of Ashbourne/);
		await app.unmount();
	});

	test('leaves the pointer on its team, which can be chosen before the rest is there', async () => {
		const {list, app} = atTeam();
		await app.waitFor('Loading the teams…');
		list.page(ashbourne, brindle);
		await app.waitFor('2 so far');
		await app.press(keys.down, keys.down);
		list.page(copper);
		await app.waitFor(/^❯ Brindle .*\n {2}Copper/m);
		await app.press(keys.enter);
		await app.waitFor(/✔ Team +Brindle/);
		list.end(success({rows: [copper, ash]}));
		await app.settle();
		assert.match(app.screen(), /✔ Team +Brindle/);
		await app.unmount();
	});

	test('keeps the pointer on what creates a team, below all that comes', async () => {
		const {list, app} = atTeam();
		await app.waitFor('Loading the teams…');
		list.page(ashbourne);
		await app.waitFor('1 so far');
		await app.press(keys.end, keys.up);
		list.page(brindle, copper);
		await app.waitFor(/^ {2}Copper .*\n❯ Create a team$/m);
		await app.unmount();
	});

	test('chooses nothing by a Return alone, not even an only team', async () => {
		const {list, app} = atTeam();
		await app.waitFor('Loading the teams…');
		list.page(ashbourne);
		await app.waitFor('1 so far');
		await app.press(keys.enter);
		assert.match(app.screen(), /Choose with ↑ ↓, then press Enter/);
		list.end(success({rows: [ashbourne]}));
		await app.waitFor(/ 1 team$/m);
		await app.press(keys.enter);
		assert.match(app.screen(), /^Team$/m);
		await app.unmount();
	});

	test('does not say for good that nothing matches, and points at nothing that then comes', async () => {
		const {list, app} = atTeam();
		await app.waitFor('Loading the teams…');
		list.page(brindle);
		await app.waitFor('1 so far');
		await app.press('brinkle');
		await app.waitFor(/0 of 1 so far\n❯ No team so far matches: enter its ID by hand\n {2}Create a team$/m);
		assert.doesNotMatch(app.screen(), /nearest/);
		list.page(team(5, 'Brinkley'));
		await app.waitFor(/1 of 2 so far\n {2}Brinkley/m);
		await app.press(keys.enter);
		assert.match(app.screen(), /Choose with ↑ ↓, then press Enter/);
		await app.press(keys.down, keys.enter);
		await app.waitFor(/✔ Team +Brinkley/);
		await app.unmount();
	});

	test('says what comes nearest once it is whole', async () => {
		const {list, app} = atTeam();
		await app.waitFor('Loading the teams…');
		list.page(ashbourne);
		await app.waitFor('1 so far');
		await app.press('brinkle');
		await app.waitFor('No team so far matches');
		list.end(success({rows: [ashbourne, brindle]}));
		await app.waitFor(/Nothing has all of that\. The nearest:\n {2}Brindle/);
		await app.unmount();
	});

	test('is waited for until a team of the region is there, and never called empty before', async () => {
		const {list, app} = atTeam();
		await app.waitFor('Loading the teams…');
		list.page(team(6, 'Dogwood', 'eu'), team(7, 'Elm', 'eu'));
		await app.waitFor('Loading the teams… 2 so far');
		assert.doesNotMatch(app.screen(), /has no team/);
		list.page(brindle);
		await app.waitFor(/ 1 so far\n {2}Brindle/m);
		await app.unmount();
	});

	test('says where the number stands that the server asks for a pause', async () => {
		const {list, app} = atTeam();
		await app.waitFor('Loading the teams…');
		list.page(brindle);
		await app.waitFor('1 so far');
		list.pause(7);
		await app.waitFor(/ 1 so far · next try in 7 s\n {2}Brindle/m);
		list.page(copper);
		await app.waitFor(/ 2 so far\n/);
		await app.unmount();
	});

	test('is no longer read once the wizard is left', async () => {
		const {list, app} = atTeam();
		await app.waitFor('Loading the teams…');
		list.page(brindle);
		await app.waitFor('1 so far');
		await app.unmount();
		assert.ok(list.isAborted());
	});
});

suite('a list that ends early', () => {
	test('says so above, and leaves filter and pointer as they are', async () => {
		const {list, app} = atTeam();
		await app.waitFor('Loading the teams…');
		list.page(ashbourne, brindle);
		await app.waitFor('2 so far');
		await app.press('brin');
		list.end(success({rows: [ashbourne, brindle], warning: 'A later page could not be read.'}));
		await app.waitFor(/! A later page could not be read\.(.*\n)+› brin +1 of 2 teams\n❯ Brindle/);
		await app.unmount();
	});

	test('is no list where the key is refused at a later page', async () => {
		const {list, app} = atTeam();
		await app.waitFor('Loading the teams…');
		list.page(ashbourne);
		await app.waitFor('1 so far');
		list.end(failure(refused));
		await app.waitFor(/✖ The key is refused\./);
		assert.doesNotMatch(app.screen(), /Ashbourne/);
		await app.unmount();
	});
});

test('a team that a flag names is waited for, and the list is not shown beside it', async () => {
	const {list, app} = atTeam({}, {team: 'Brindle'});
	await app.waitFor('Loading the teams…');
	list.page(brindle, copper);
	await app.waitFor('Loading the teams… 2 so far');
	await app.press(keys.down, keys.enter);
	assert.match(app.screen(), /^Team$/m);
	list.end(success({rows: [brindle, copper]}));
	await app.waitFor(/^Provider$/m);
	assert.match(app.screen(), /✔ Team +Brindle/);
	await app.unmount();
});

test('an ID by hand of a later page is looked up, and refused where its team lives elsewhere', async () => {
	const far = team(8, 'Fir', 'eu');
	const {list, app} = atTeam({api: {team: async () => success(far)}});
	await app.waitFor('Loading the teams…');
	list.page(brindle);
	await app.waitFor('1 so far');
	await app.press(keys.end, keys.enter);
	await typeInto(app, far.id);
	await app.press(keys.enter);
	await app.waitFor(/✖ This team lives in eu\. Go back and choose that region\./);
	await app.unmount();
});

test('a new team is not created where a later page has its name', async () => {
	const list = fillingTeams();
	const {services} = fakeServices({
		wait: async () => undefined,
		api: {
			teams: (filter, options) =>
				'region' in filter
					? Promise.resolve(success({rows: [brindle, copper]}))
					: list.teams(filter, options),
		},
		createTeam: (api, wanted, _doubt, options) =>
			createTeam(api, wanted, {...options, wait: async () => undefined}),
	});
	const app = mountApp(answered.region, services);
	await app.waitFor('Loading the teams…');
	list.page(brindle);
	await app.waitFor('1 so far');
	await app.press(keys.end, keys.up, keys.enter);
	await app.waitFor(/^The name of the new team in us\./m);
	await typeInto(app, 'Copper');
	await app.press(keys.enter);
	await app.waitFor('Create the team “Copper” in us');
	await app.press(keys.down, keys.enter);
	await app.waitFor(/There is a team of this name in us already.*Nothing was/s);
	await app.unmount();
});

test('on a screen that others see, only the number grows until two letters are typed', async () => {
	const {list, app} = atTeam({}, {isPresenting: true});
	await app.waitFor('Loading the teams…');
	list.page(brindle, copper);
	await app.waitFor(/ 2 so far$/m);
	assert.ok(!app.raw().includes('Brindle'));
	await app.press('br');
	await app.waitFor(/1 of 2 so far\n❯ Brindle/);
	await app.unmount();
});

test('teams are read from the key on, while environment and region are asked', async () => {
	const list = fillingTeams();
	const {services} = fakeServices({wait: async () => undefined, api: {teams: list.teams}});
	const app = mountApp(answered.key, services);
	await app.waitFor(/^Environment$/m);
	assert.equal(list.asked(), 1);
	list.page(brindle);
	await app.press('s', keys.enter);
	await app.waitFor(/^Region$/m);
	list.page(copper);
	await app.press('u', keys.enter);
	await app.waitFor(/ 2 so far\n {2}Brindle .*\n {2}Copper/);
	assert.equal(list.asked(), 1);
	await app.unmount();
});
