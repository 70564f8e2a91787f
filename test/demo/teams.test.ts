import assert from 'node:assert/strict';
import test from 'node:test';
import {haldenMoss, quillfeather} from '../../source/demo/seed-organizations.ts';
import {type Asking, organizationPath, refusedIn, startAsking, teamIn} from './ask.ts';

type Row = {readonly id: string; readonly name: string; readonly region: string};
type Page = {readonly teams: readonly Row[]; readonly next_cursor: string | null};

async function allTeams({ask}: Asking, organization: {id: string; key: string}, query = '') {
	const pages: Page[] = [];
	let cursor: string | null = '';
	while (cursor !== null) {
		const path = `/v1/org/${organization.id}/team?next_cursor=${cursor}${query}`;
		const answered = await ask('GET', cursor ? path : path.replace('next_cursor=', ''), undefined, {
			'x-management-key': organization.key,
		});
		assert.equal(answered.status, 200);
		const page: Page = answered.json as Page;
		pages.push(page);
		cursor = page.next_cursor;
	}
	return pages;
}

test('all teams are read, 25 a page, each once', async t => {
	const asking = await startAsking(t);
	const pages = [...(await allTeams(asking, quillfeather)), ...(await allTeams(asking, haldenMoss))];
	const ids = pages.flatMap(page => page.teams.map(({id}) => id));
	assert.ok(pages.every(page => page.next_cursor === null || page.teams.length === 25));
	assert.ok(ids.length >= 300);
	assert.equal(new Set(ids).size, ids.length);
	assert.deepEqual(
		ids,
		asking.demo.teams.map(({id}) => id),
	);
	assert.ok(ids.every(id => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(id)));
});

test('one organization has teams in both regions, the other in the EU only', async t => {
	const asking = await startAsking(t);
	const regionsOf = async (organization: typeof quillfeather) =>
		new Set((await allTeams(asking, organization)).flatMap(page => page.teams.map(({region}) => region)));
	assert.deepEqual(await regionsOf(quillfeather), new Set(['us', 'eu']));
	assert.deepEqual(await regionsOf(haldenMoss), new Set(['eu']));
});

test('a region filters, both regions together filter nothing', async t => {
	const asking = await startAsking(t);
	const us = (await allTeams(asking, quillfeather, '&region=us')).flatMap(({teams}) => teams);
	const both = (await allTeams(asking, quillfeather, '&region=us&region=eu')).flatMap(({teams}) => teams);
	assert.ok(us.length > 25 && us.every(({region}) => region === 'us'));
	assert.equal(both.length, 260);
});

test('a team is found by its ID and by a part of its name', async t => {
	const {ask, demo} = await startAsking(t);
	const team = teamIn(demo, 'eu', 2);
	const byId = await ask('GET', `${organizationPath}/team?team_id=${team.id}`);
	assert.deepEqual(byId.json, {
		teams: [
			{
				id: team.id,
				name: team.name,
				created_on: team.createdOn,
				region: 'eu',
				integration_team_id: null,
			},
		],
		next_cursor: null,
	});
	const byName = (await ask('GET', `${organizationPath}/team?search_query=riverside`)).json as Page;
	assert.deepEqual(
		byName.teams.map(({name, region}) => [name, region]),
		[
			['Riverside Clinic', 'us'],
			['Riverside Clinic', 'us'],
		],
	);
});

test('the teams of the other organization are not found', async t => {
	const {ask, demo} = await startAsking(t);
	const foreign = demo.teams.find(({organizationId}) => organizationId === haldenMoss.id);
	const answered = await ask('GET', `${organizationPath}/team?team_id=${foreign?.id}`);
	assert.deepEqual(answered.json, {teams: [], next_cursor: null});
});

test('names are unusual enough to test their cleaning', async t => {
	const {demo} = await startAsking(t);
	const names = demo.teams.map(({name}) => name);
	assert.ok(names.some(name => /\p{Cc}/u.test(name)));
	assert.ok(names.some(name => name.includes('\u202E')));
	assert.ok(names.some(name => /\p{Emoji_Presentation}/u.test(name) && name !== name.trim()));
	assert.ok(names.some(name => /\p{Script=Arabic}/u.test(name)));
	assert.equal(names.length - new Set(names).size, 1);
});

test('filters that cannot be are refused at their place', async t => {
	const {ask} = await startAsking(t);
	const answered = await ask(
		'GET',
		`${organizationPath}/team?team_id=1&region=us&region=moon&search_query=a*`,
	);
	assert.equal(answered.status, 422);
	assert.deepEqual(
		refusedIn(answered).map(({loc, type}) => [...loc, type]),
		[
			['query', 'team_id', 'uuid_parsing'],
			['query', 'region', 1, 'enum'],
			['query', 'search_query', 'string_pattern_mismatch'],
		],
	);
	const cursor = await ask('GET', `${organizationPath}/team?next_cursor=made-up`);
	assert.deepEqual(refusedIn(cursor)[0]?.loc, ['query', 'next_cursor']);
});

test('the list of teams can be missing or failing', async t => {
	const missing = await startAsking(t, {teams: 'missing'});
	const failing = await startAsking(t, {teams: 'failing'});
	assert.equal((await missing.ask('GET', `${organizationPath}/team`)).status, 404);
	assert.equal((await failing.ask('GET', `${organizationPath}/team`)).status, 500);
	assert.equal((await failing.ask('GET', organizationPath)).status, 200);
});

test('the list of teams can repeat its cursor', async t => {
	const {ask} = await startAsking(t, {teams: 'repeating-cursor'});
	const first = (await ask('GET', `${organizationPath}/team`)).json as Page;
	const second = (await ask('GET', `${organizationPath}/team?next_cursor=${first.next_cursor}`)).json;
	assert.ok(first.next_cursor);
	assert.deepEqual(second, first);
});

test('one team is read by its ID, in any case, and no team of another organization', async t => {
	const {ask, demo} = await startAsking(t);
	const {id, name, createdOn} = teamIn(demo, 'eu', 2);
	const answered = await ask('GET', `${organizationPath}/team/${id.toUpperCase()}`);
	assert.deepEqual(answered.json, {id, name, created_on: createdOn, region: 'eu', integration_team_id: null});
	const foreign = demo.teams.find(({organizationId}) => organizationId === haldenMoss.id);
	assert.equal((await ask('GET', `${organizationPath}/team/${foreign?.id}`)).status, 404);
	assert.equal((await ask('GET', `${organizationPath}/team/none`)).status, 422);
});

test('a team is created with the ID that is sent, once, and listed last', async t => {
	const asking = await startAsking(t);
	const {ask, demo} = asking;
	const id = '0b6e8a1e-2222-4a4a-8a8a-0000000000f1';
	const body = {id, name: 'Night Owls', region: 'eu'};
	assert.equal((await ask('POST', `${organizationPath}/team`, body)).status, 200);
	const again = await ask('POST', `${organizationPath}/team`, body);
	assert.deepEqual([again.status, again.json], [409, {team_id: id}]);
	assert.deepEqual((await allTeams(asking, quillfeather)).at(-1)?.teams.at(-1)?.name, 'Night Owls');
	assert.deepEqual(
		demo.createdTeams().map(team => team.id),
		[id],
	);
	const nameless = await ask('POST', `${organizationPath}/team`, {name: '🌙', region: 'moon', size: 3});
	assert.deepEqual(
		refusedIn(nameless).map(({loc, type}) => [...loc, type]),
		[
			['body', 'name', 'string_pattern_mismatch'],
			['body', 'region', 'enum'],
			['body', 'size', 'extra_forbidden'],
		],
	);
});

test('a team’s management key reads its team and what is stored for it, and is refused all else', async t => {
	const {ask, demo} = await startAsking(t);
	const headers = {'x-management-key': 'mg_demo_team'};
	const [own, other] = [teamIn(demo, 'us', 0).id, teamIn(demo, 'us', 4).id];
	const stored = `${organizationPath}/team_custom_credentials/sandbox/us`;
	for (const [path, status] of [
		[`${organizationPath}/team/${own}`, 200],
		[`${stored}?team_id=${own}`, 200],
		[organizationPath, 403],
		[`${organizationPath}/team`, 403],
		[`${organizationPath}/team?team_id=${own}`, 403],
		[`${organizationPath}/team/${other}`, 403],
		[stored, 403],
		[`${stored}?team_id=${own}&team_id=${other}`, 403],
	] as const) {
		assert.equal((await ask('GET', path, undefined, headers)).status, status, path);
	}
	const body = {name: 'Night Owls', region: 'eu'};
	assert.equal((await ask('POST', `${organizationPath}/team`, body, headers)).status, 403);
	const credential = {team_id: other, provider: 'oura', client_id: 'mine', client_secret: 'made up'};
	assert.equal((await ask('POST', stored, credential, headers)).status, 403);
	assert.equal((await ask('POST', stored, {...credential, team_id: own}, headers)).status, 200);
});
