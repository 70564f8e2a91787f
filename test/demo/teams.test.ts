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
