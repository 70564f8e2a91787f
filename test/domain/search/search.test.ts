import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {wordsIn} from '../../../source/domain/search/folded.ts';
import {type Hits, rangesIn, searchIn} from '../../../source/domain/search/search.ts';

const teams = [
	'Night Runners',
	'Łódź Walkers',
	'Côte d’Azur Cycling',
	'Ashbourne Cardiology',
	'Ashworth Cardiac Care',
	'Cardiology at Ashford',
	'Sankt Gallen Straße',
	'Æbelø Rowing',
	'東京 クリニック',
	'Team 7',
];
const search = searchIn(teams.map(name => ({item: name, names: [name]})));
const itemsOf = ({items}: Hits<string>) => items;

/** The name with its found letters between brackets. */
function marked(query: string, [first] = search(query).items): string {
	assert.ok(first);
	let at = 0;
	const parts = rangesIn(first, wordsIn(query)).flatMap(([from, to]) => {
		const before = first.slice(at, from);
		at = to;
		return [before, `[${first.slice(from, to)}]`];
	});
	return parts.join('') + first.slice(at);
}

suite('a search', () => {
	test('folds case, accents, and letters that Unicode takes for their own', () => {
		for (const [query, name] of [
			['lodz', 'Łódź Walkers'],
			['cote', 'Côte d’Azur Cycling'],
			['COTE DAZUR', 'Côte d’Azur Cycling'],
			['strasse', 'Sankt Gallen Straße'],
			['aebelo', 'Æbelø Rowing'],
			['東京', '東京 クリニック'],
			['７', 'Team 7'],
		] as const) {
			assert.deepEqual(itemsOf(search(query)), [name], query);
		}
	});

	test('takes words in any order, and parts of them', () => {
		assert.deepEqual(itemsOf(search('ash card')), [
			'Ashbourne Cardiology',
			'Ashworth Cardiac Care',
			'Cardiology at Ashford',
		]);
		assert.deepEqual(itemsOf(search('ology bourne')), ['Ashbourne Cardiology']);
		assert.deepEqual(itemsOf(search('nightrunners')), ['Night Runners']);
	});

	test('puts a whole name first, then its beginning, then that of a word, then any part', () => {
		const names = ['Unrun', 'Night Run', 'Runners', 'Run'];
		const ranked = searchIn(names.map(name => ({item: name, names: [name]})));
		assert.deepEqual(itemsOf(ranked('run')), ['Run', 'Runners', 'Night Run', 'Unrun']);
	});

	test('finds no part that begins in one word and ends in another', () => {
		assert.equal(search('trunn').isNearest, true);
	});

	test('marks the letters that were found in the name that is shown', () => {
		assert.equal(marked('card ash'), '[Ash]bourne [Card]iology');
		assert.equal(marked('lodz'), '[Łódź] Walkers');
		assert.equal(marked('strasse'), 'Sankt Gallen [Straße]');
		assert.equal(marked('cote d'), '[Côte] [d]’Azur Cycling');
	});

	test('finds everything, in its order, where nothing was typed', () => {
		for (const query of ['', '  ', '…']) assert.deepEqual(itemsOf(search(query)), teams);
	});

	test('searches all names, and marks only the shown one', () => {
		const aliased = searchIn([{item: 'polar', names: ['Polar', 'accesslink']}]);
		assert.deepEqual(aliased('access').items, ['polar']);
		assert.deepEqual(rangesIn('Polar', ['access']), []);
	});
});

suite('where nothing has all that was typed', () => {
	for (const [query, name] of [
		['nigt runers', 'Night Runners'],
		['ngiht', 'Night Runners'],
		['nightruners', 'Night Runners'],
		['cardiolgy ashford', 'Cardiology at Ashford'],
		['lodz wakers', 'Łódź Walkers'],
	] as const) {
		test(`the nearest is found: ${query}`, () => {
			const found = search(query);
			assert.equal(found.isNearest, true);
			assert.equal(itemsOf(found)[0], name);
		});
	}

	test('nothing is offered that is nothing like it', () => {
		for (const query of ['xyzzy', 'quux flob', 'zz', 'q'.repeat(100_000)]) {
			assert.deepEqual(search(query).items, [], query.slice(0, 20));
		}
	});
});

const word = fc.stringMatching(/^[a-z]{4,9}$/);

test('one slip in a word of six letters or more still finds the name', () => {
	fc.assert(
		fc.property(
			fc.stringMatching(/^[a-z]{6,10}$/),
			word,
			fc.nat(5),
			fc.constantFrom('left out', 'doubled', 'swapped', 'another'),
			(first, second, at, slip) => {
				const typed = {
					'left out': first.slice(0, at) + first.slice(at + 1),
					doubled: first.slice(0, at) + first[at] + first.slice(at),
					swapped: `${first.slice(0, at)}${first[at + 1] ?? ''}${first[at]}${first.slice(at + 2)}`,
					another: `${first.slice(0, at)}7${first.slice(at + 1)}`,
				}[slip];
				const name = `${first} ${second}`;
				assert.ok(itemsOf(searchIn([{item: name, names: [name]}])(typed)).includes(name));
			},
		),
	);
});

test('any words of a name, in any order and shortened, find it', () => {
	fc.assert(
		fc.property(fc.array(word, {minLength: 1, maxLength: 4}), fc.nat(), (words, seed) => {
			const name = words.join(' ');
			const query = words
				.toSorted((a, b) => ((a.length * 7 + seed) % 5) - ((b.length * 7 + seed) % 5))
				.map(each => each.slice(0, 2 + (seed % 4)))
				.join(' ');
			const found = searchIn([{item: name, names: [name]}])(query);
			assert.deepEqual([found.isNearest, itemsOf(found)], [false, [name]]);
		}),
	);
});

/** The least processor time of some searches among so many teams, of which none has what is typed. */
function leastTime(count: number): number {
	const find = searchIn(
		Array.from({length: count}, (_, index) => {
			const name = `${teams[index % teams.length]} ${index}`;
			return {item: name, names: [name, `0b6e8a1e-2222-4a4a-8a8a-${String(index).padStart(12, '0')}`]};
		}),
	);
	// What was asked before is remembered.
	const times = ['nigt runers', 'nihgt runnrs', 'ngiht runenrs'].map(query => {
		const start = process.cpuUsage();
		assert.ok(find(query).items);
		const {user, system} = process.cpuUsage(start);
		return user + system;
	});
	return Math.min(...times);
}

test('four times the teams take about four times as long', () => {
	leastTime(2500);
	const ratio = leastTime(10_000) / leastTime(2500);
	assert.ok(ratio < 10, `${ratio}`);
});
