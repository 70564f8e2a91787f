import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {growingSearch} from '../../../source/domain/search/growing.ts';

const first = ['Ashford Clinic', 'Riverside Clinic'];
const more = [...first, 'Clinic of Ashbourne', 'Night Runners'];

suite('a search of a list that still grows', () => {
	const newSearch = () => {
		const search = growingSearch<string>(name => [name]);
		return (items: readonly string[], query: string) => search(items, query);
	};

	test('leaves what was found where it is, and finds what comes below that', () => {
		const search = newSearch();
		assert.deepEqual(search(first, 'clinic'), first);
		assert.deepEqual(search(more, 'clinic'), [...first, 'Clinic of Ashbourne']);
		assert.deepEqual(search(more, 'clinic'), [...first, 'Clinic of Ashbourne']);
	});

	test('gives the best first to a query that is new', () => {
		const search = newSearch();
		search(first, 'clinic');
		search(more, 'clini');
		assert.deepEqual(search(more, 'clinic'), ['Clinic of Ashbourne', ...first]);
	});

	test('finds nothing until it is there', () => {
		const search = newSearch();
		assert.deepEqual(search(first, 'night'), []);
		assert.deepEqual(search(more, 'night'), ['Night Runners']);
	});

	test('begins anew with another list, be it shorter', () => {
		const search = newSearch();
		search(more, 'clinic');
		assert.deepEqual(search(['Elm Clinic'], 'clinic'), ['Elm Clinic']);
		assert.deepEqual(search([], 'clinic'), []);
	});

	test('looks at each item once', () => {
		const asked: string[] = [];
		const search = growingSearch<string>(name => {
			asked.push(name);
			return [name];
		});
		search(first, 'a');
		search(more, 'a');
		search(more, 'as');
		assert.deepEqual(asked, more);
	});
});
