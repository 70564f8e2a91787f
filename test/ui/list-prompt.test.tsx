import assert from 'node:assert/strict';
import {test} from 'node:test';
import stringWidth from 'string-width';
import {frameFor} from '../../source/ui/frame.ts';
import {ListPrompt} from '../../source/ui/prompts/list-prompt.tsx';
import {mountPrompt} from '../support/conversation.tsx';
import {bracketed, keys} from '../support/keys.ts';

const many = Array.from({length: 5000}, (_, index) => ({id: `id-${index}`, label: `row ${index}`}));

type Props = Partial<Parameters<typeof ListPrompt<string>>[0]>;

function prompt(props: Props = {}) {
	const chosen: string[] = [];
	const app = mountPrompt(<ListPrompt<string> items={many} onChoose={id => chosen.push(id)} {...props} />, {
		frame: {...frameFor(80, 24, 0), bodyRows: 10},
	});
	return {app, chosen};
}

const filterable: Props = {find: query => many.filter(({label}) => label.includes(query))};
const pointed = (screen: string): string | undefined => /^❯ (.*)$/m.exec(screen)?.[1];

test('an arrow and Return in one piece choose the row that the arrow reached', async () => {
	const {app, chosen} = prompt();
	await app.press(keys.down + keys.down + keys.down + keys.enter);
	assert.deepEqual(chosen, ['id-3']);
	await app.unmount();
});

test('without a default nothing is chosen until an arrow was pressed, and that is said', async () => {
	const {app, chosen} = prompt({items: many.slice(0, 2), hasDefault: false});
	await app.press(keys.enter);
	assert.equal(pointed(app.screen()), undefined);
	assert.match(app.screen(), /! Choose with ↑ ↓, then press Enter\./);
	await app.press(keys.down);
	assert.doesNotMatch(app.screen(), /Choose with/);
	assert.equal(pointed(app.screen()), 'row 0');
	await app.press(keys.enter);
	assert.deepEqual(chosen, ['id-0']);
	await app.unmount();
});

test('of thousands of rows only those around the pointer are drawn', async () => {
	const {app} = prompt({initial: 'id-2500'});
	await app.settle();
	assert.equal(app.screen().match(/row \d+/g)?.length, 9);
	assert.equal(pointed(app.screen()), 'row 2500');
	assert.match(app.screen(), /^ {2}↑ 2496 more {2}↓ 2495 more$/m);
	for (const [key, row] of [
		[keys.pageDown, 2510],
		[keys.pageUp, 2500],
		[keys.end, 4999],
		[keys.down, 4999],
		[keys.home, 0],
		[keys.up, 0],
	] as const) {
		await app.press(key);
		assert.equal(pointed(app.screen()), `row ${row}`);
	}
	await app.unmount();
});

test('typing filters, Esc clears the filter first and goes back only then', async () => {
	let backs = 0;
	const {app, chosen} = prompt({
		...filterable,
		onBack: () => backs++,
		status: ({length}) => `${length} found`,
	});
	await app.press('499');
	assert.match(app.screen(), /^› 499 +15 found$/m);
	assert.equal(pointed(app.screen()), 'row 499');
	assert.match(app.screen(), /Esc clear filter/);
	await app.press(keys.escape);
	assert.equal(backs, 0);
	assert.match(app.screen(), /5000 found/);
	await app.press(keys.escape);
	assert.equal(backs, 1);
	await app.press(`4999${keys.enter}`);
	await app.press(keys.enter);
	assert.deepEqual(chosen, ['id-4999']);
	await app.unmount();
});

test('a filter that nothing matches chooses nothing', async () => {
	const {app, chosen} = prompt(filterable);
	await app.press('nowhere', keys.enter);
	assert.match(app.screen(), /Nothing matches\. Esc clears the filter\./);
	assert.deepEqual(chosen, []);
	await app.press(keys.ctrlU);
	assert.equal(pointed(app.screen()), 'row 0');
	await app.unmount();
});

test('keys that are not text are not typed into the filter, and a paste does not choose', async () => {
	const {app, chosen} = prompt(filterable);
	await app.press('49', keys.ctrlW, keys.altB, keys.altF, keys.ctrlK, keys.ctrlA, keys.tab);
	assert.match(app.screen(), /^› 49$/m);
	await app.press(keys.backspace);
	assert.match(app.screen(), /^› 4$/m);
	await app.press(bracketed('2\r\n'));
	assert.match(app.screen(), /^› 42$/m);
	assert.deepEqual(chosen, []);
	assert.equal(app.cursor().column, '┃ › 42'.length);
	await app.unmount();
});

test('after Esc, Ctrl+U or a paste the filter is typed on at its end', async () => {
	const {app} = prompt(filterable);
	for (const clear of [keys.escape, keys.ctrlU]) {
		await app.press('49', clear, '1', '2', '3', keys.backspace);
		assert.match(app.screen(), /^› 12$/m);
	}
	await app.press(bracketed('34'), '5', '6', keys.backspace, keys.backspace, keys.backspace);
	assert.match(app.screen(), /^› 123$/m);
	await app.unmount();
});

test('the filter takes fast keys without losing one', async () => {
	const {app} = prompt(filterable);
	await app.press(`12${keys.backspace}3${keys.ctrlW}${keys.backspace}${keys.backspace}7${keys.ctrlU}4`, '2');
	assert.match(app.screen(), /^› 42$/m);
	await app.unmount();
});

test('in a list without a filter a letter moves the pointer, and neither a digit nor a paste does', async () => {
	const items = ['sandbox', 'production', 'staging'].map(label => ({id: label, label}));
	const {app, chosen} = prompt({items, hasDefault: false});
	await app.press('1', bracketed('production\r'));
	assert.equal(pointed(app.screen()), undefined);
	await app.press('s');
	assert.equal(pointed(app.screen()), 'sandbox');
	await app.press('s', 'x');
	assert.equal(pointed(app.screen()), 'staging');
	assert.deepEqual(chosen, []);
	await app.press(keys.enter);
	assert.deepEqual(chosen, ['staging']);
	await app.unmount();
});

test('a filter that was not typed here points at nothing until it is changed', async () => {
	const {app, chosen} = prompt({...filterable, initialQuery: '499'});
	await app.press(keys.enter);
	assert.match(app.screen(), /^› 499$/m);
	assert.deepEqual(chosen, []);
	await app.press(keys.backspace);
	assert.equal(pointed(app.screen()), 'row 49');
	await app.unmount();
});

test('what is typed takes the place of a filter that was not typed here', async () => {
	const {app} = prompt({...filterable, initialQuery: '499'});
	await app.press('1', '2');
	assert.match(app.screen(), /^› 12$/m);
	await app.unmount();
});

test('names of any script stand in columns', async () => {
	const labels = ['Łódź Wellness', '東京ウェルネス研究所', 'مركز الرياض الصحي', 'Aurora 🌙'];
	const items = labels.map((label, index) => ({id: label, label, detail: 'set', end: `0000000${index}`}));
	const {app} = prompt({items});
	await app.settle();
	const rows = app.screen().split('\n').slice(0, labels.length);
	const columnsOf = (row: string) => [stringWidth(row.slice(0, row.indexOf(' set '))), stringWidth(row)];
	assert.equal(new Set(rows.map(row => columnsOf(row).join())).size, 1, rows.join('\n'));
	await app.unmount();
});
