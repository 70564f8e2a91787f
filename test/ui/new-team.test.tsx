import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {NewTeam} from '../../source/domain/credential.ts';
import {failure, type Problem, success} from '../../source/domain/problem.ts';
import type {TeamCreation} from '../../source/domain/team-creation.ts';
import {answered, mountApp, typeInto} from '../support/conversation.tsx';
import {fakeServices, teams} from '../support/fake-services.ts';
import {keys} from '../support/keys.ts';

const lost: Problem = {
	kind: 'uncertain',
	message: 'The answer was lost.',
	advice: 'Look whether it is there.',
};
const missing: Problem = {kind: 'unavailable', message: 'Not offered (404).', advice: 'Go on.', status: 404};
const taken: Problem = {
	kind: 'correct',
	message: 'The name is no good.',
	advice: 'Give another.',
	fields: [],
};

/** A world that answers each creation in turn, and keeps what was asked of it. */
function world(...creations: readonly TeamCreation[]) {
	const asked: {readonly team: NewTeam; readonly doubt: Problem | undefined}[] = [];
	const {services} = fakeServices({
		async createTeam(_api, team, doubt) {
			asked.push({team, doubt});
			return creations[Math.min(asked.length, creations.length) - 1] ?? {kind: 'created', team};
		},
	});
	return {services, asked};
}

/** Up to the question whether the team is meant. */
async function named(services: ReturnType<typeof fakeServices>['services'], name = 'Night Owls') {
	const app = mountApp(answered.region, services);
	await app.waitFor(/\d teams$/m);
	await app.press(keys.end, keys.up, keys.enter);
	await app.waitFor(/^The name of the new team in us\./m);
	await typeInto(app, name);
	await app.press(keys.enter);
	await app.waitFor(`Create the team “${name}” in us, for`);
	return app;
}

suite('a new team', () => {
	test('is created after a question that no Return alone answers, and is the one that goes on', async () => {
		const {services, asked} = world();
		const app = await named(services);
		assert.match(app.screen(), /! byoo cannot undo this/);
		await app.press(keys.enter, keys.enter, keys.enter);
		assert.match(app.screen(), /Choose with ↑ ↓, then press Enter/);
		assert.equal(asked.length, 0);
		await app.press(keys.down, keys.enter);
		await app.waitFor(/✔ Team +Night Owls/);
		assert.deepEqual(
			asked.map(({team}) => [team.name, team.region]),
			[['Night Owls', 'us']],
		);
		await app.press(keys.escape);
		await app.waitFor(/^ {2}Brindle .*\n❯ Night Owls /m);
		await app.unmount();
	});

	test('is never made by a Return that is held down, not even where there is no team yet', async () => {
		const {services, asked} = world();
		const empty = {
			...services,
			connect: fakeServices({api: {teams: async () => success({rows: []})}}).services.connect,
		};
		const app = mountApp(answered.region, empty);
		await app.waitFor(/^❯ Create a team$/m);
		for (let count = 0; count < 6; count++) await app.press(keys.enter);
		assert.match(app.screen(), /✖ A team needs a name\./);
		assert.equal(asked.length, 0);
		await app.unmount();
	});

	test('takes no name that the API does not, nor one that a team of the region has', async () => {
		const {services} = world();
		const app = mountApp(answered.region, services);
		await app.waitFor(/\d teams$/m);
		await app.press(keys.end, keys.up, keys.enter);
		for (const [name, said] of [
			['ASHBOURNE', '✖ A team in us has this name already.'],
			['Copper*', '✖ The API takes letters'],
		] as const) {
			await app.press(keys.ctrlU);
			await typeInto(app, name);
			await app.press(keys.enter);
			await app.waitFor(said);
		}
		// One of the other region is no obstacle.
		await app.press(keys.backspace, keys.enter);
		await app.waitFor('Create the team “Copper”');
		await app.unmount();
	});

	test('that may be there is only looked for, and the list is read anew', async () => {
		const {services, asked} = world({kind: 'uncertain', problem: lost});
		const app = await named(services);
		await app.press(keys.down, keys.enter);
		await app.waitFor(
			/! The answer was lost\.\nLook whether it is there\.\n❯ Look for it once more\n {2}Go back to/,
		);
		await app.press(keys.enter);
		await app.waitFor('❯ Look for it once more');
		assert.deepEqual(
			asked.map(({doubt}) => doubt?.message),
			[undefined, 'The answer was lost.'],
		);
		assert.equal(new Set(asked.map(({team}) => team.id)).size, 1);
		await app.press(keys.down, keys.enter);
		await app.waitFor(/2 teams$/m);
		await app.unmount();
	});

	test('that the API does not offer is said, and another is chosen; a refused name is changed', async () => {
		const app = await named(world({kind: 'failed', problem: missing}).services);
		await app.press(keys.down, keys.enter);
		await app.waitFor(
			/^Teams cannot be created here\.\n✖ Not offered \(404\)\.\nGo on\.\n.*\n❯ Go back to the list/m,
		);
		await app.press(keys.enter);
		await app.waitFor(/2 teams$/m);
		await app.unmount();

		const other = await named(world({kind: 'failed', problem: taken}).services);
		await other.press(keys.down, keys.enter);
		await other.waitFor('❯ Try again');
		await other.press(keys.down, keys.enter);
		await other.waitFor(/^❯ Night Owls$/m);
		await other.unmount();
	});
});

suite('the key of a team', () => {
	const forbidden: Problem = {kind: 'reauthenticate', status: 403, message: 'No.', advice: 'Another.'};
	const [own, other, abroad] = teams;

	test('is told as such, and proved by the ID of its team', async () => {
		const {services} = fakeServices({
			api: {
				organization: async () => failure(forbidden),
				teams: async () => failure(forbidden),
				team: async id => {
					const found = [own, abroad].find(team => team?.id === id);
					return found ? success(found) : failure(forbidden);
				},
			},
		});
		const app = mountApp(answered.organization, services);
		await app.press('mg_key', keys.enter);
		await app.waitFor(
			/^! The key: it may not read the organization \(403\): probably a team’s\n {2}management key\./m,
		);
		await app.press('s', keys.enter, keys.down, keys.enter);
		await app.waitFor(/^Team\nThis key may not list the teams/m);
		for (const [team, said] of [
			[other, '✖ This key does not belong to this team (403).'],
			[abroad, '✖ This team lives in eu. Go back and choose that region.'],
		] as const) {
			await app.press(keys.ctrlU);
			await typeInto(app, team?.id ?? '');
			await app.press(keys.enter);
			await app.waitFor(said);
			assert.match(app.screen(), new RegExp(`^❯ ${team?.id}$`, 'm'));
		}
		await app.press(keys.ctrlU);
		await typeInto(app, own?.id ?? '');
		await app.press(keys.enter);
		await app.waitFor(/✔ Team +Ashbourne/);
		assert.match(app.screen(), /✔ Organization key/);
		await app.unmount();
	});

	test('is looked up once more where nobody answers', async () => {
		let count = 0;
		const {services} = fakeServices({
			api: {
				teams: async () => failure(forbidden),
				team: async () =>
					count++ === 0
						? failure({kind: 'unreachable', message: 'No connection.', advice: 'Check it.'})
						: success(own ?? {id: ''}),
			},
		});
		const app = mountApp(answered.region, services);
		await app.waitFor(/^This key may not list the teams/m);
		await typeInto(app, own?.id ?? '');
		await app.press(keys.enter);
		await app.waitFor(/✖ No connection\.\nCheck it\.\n❯ Try again\n {2}Enter another ID/);
		await app.press(keys.enter);
		await app.waitFor(/✔ Team +Ashbourne/);
		await app.unmount();
	});

	test('is made in the Dashboard, which Ctrl+O opens where a key of one’s own is asked for', async () => {
		const opened: string[] = [];
		const {services} = fakeServices({open: address => void opened.push(address)});
		const app = mountApp(answered.organization, services);
		await app.waitFor(/Ctrl\+O dashboard/);
		await app.press('\u000F');
		assert.deepEqual(opened, ['https://app.junction.com']);
		await app.press(keys.ctrlG);
		await app.waitFor(/^https:\/\/app\.junction\.com$/m);
		await app.unmount();
	});
});
