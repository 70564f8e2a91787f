import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {withCounts} from '../../source/commands/shared/list-counts.ts';
import type {Voice} from '../../source/commands/shared/voice.ts';
import type {ManagementApi} from '../../source/domain/ports.ts';
import {success} from '../../source/domain/problem.ts';
import {place} from '../support/credentials.ts';
import {fakeApi} from '../support/fake-api.ts';
import {fillingTeams} from '../support/filling.ts';

const {signal} = new AbortController();
const rows = Array.from({length: 1250}, (_, index) => ({id: `${index}`}));

/** An API whose lists come when the test says so, and what whoever watches was told. */
function watched({isWatched = true, credentials = fakeApi().api.credentials} = {}) {
	const list = fillingTeams();
	const said: string[] = [];
	const api: ManagementApi = {...fakeApi().api, teams: list.teams, credentials};
	const voice = {canRedraw: isWatched, status: (text: string) => void said.push(text)};
	return {list, said, api: withCounts(api, voice as unknown as Voice)};
}

suite('how far a list is', () => {
	test('is said at each page while more follow, and taken away at the end', async () => {
		const {list, said, api} = watched();
		const reading = api.teams({}, {signal});
		list.page(...rows);
		list.page({id: 'another'});
		assert.deepEqual(said, ['1,250 teams so far…', '1,251 teams so far…']);
		list.end(success({rows}));
		assert.ok((await reading).ok);
		assert.equal(said.at(-1), '');
	});

	test('is one line for lists that are read side by side', async () => {
		const {list, said, api} = watched({
			credentials: async (_place, _team, {onPage}) => {
				onPage?.([]);
				return success({rows: []});
			},
		});
		const reading = api.teams({}, {signal});
		list.page(...rows);
		await api.credentials(place, undefined, {signal});
		assert.equal(said.at(-1), '1,250 teams and 0 stored credentials so far…');
		list.end(success({rows}));
		await reading;
		assert.equal(said.at(-1), '');
	});

	test('is told to whoever asked, too', async () => {
		const {list, api} = watched();
		const told: number[] = [];
		const reading = api.teams({}, {signal, onPage: ({length}) => told.push(length)});
		list.page(...rows);
		list.end(success({rows}));
		await reading;
		assert.deepEqual(told, [1250]);
	});

	test('is not said where nobody watches', async () => {
		const {list, said, api} = watched({isWatched: false});
		const reading = api.teams({}, {signal});
		list.page(...rows);
		list.end(success({rows}));
		await reading;
		assert.deepEqual(said, []);
	});
});
