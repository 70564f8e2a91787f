import assert from 'node:assert/strict';
import {test} from 'node:test';
import {CheckList} from '../../source/ui/prompts/check-list.tsx';
import {Menu} from '../../source/ui/prompts/menu.tsx';
import {mountPrompt} from '../support/conversation.tsx';
import {keys} from '../support/keys.ts';

const items = [
	{value: 'keep', label: 'Keep it'},
	{value: 'forget', label: 'Forget it'},
	{value: 'other', label: 'Another'},
] as const;

function menu(props: Partial<Parameters<typeof Menu<'keep' | 'forget' | 'other'>>[0]> = {}) {
	const chosen: string[] = [];
	const app = mountPrompt(<Menu items={items} onChoose={id => chosen.push(id)} {...props} />);
	return {app, chosen};
}

test('a digit never chooses, and typed letters choose nothing either', async () => {
	const {app, chosen} = menu();
	await app.press('1', '2', '3', 'x', keys.space);
	assert.deepEqual(chosen, []);
	await app.press(keys.enter);
	assert.equal(chosen.length, 1);
	await app.unmount();
});

test('a letter moves to the next item that begins with it', async () => {
	const {app, chosen} = menu();
	await app.press('f');
	assert.match(app.screen(), /^❯ Forget it$/m);
	await app.press(keys.down, keys.enter);
	assert.deepEqual(chosen, ['other']);
	await app.unmount();
});

test('an arrow and Return in one piece choose the row that the arrow reached', async () => {
	const {app, chosen} = menu();
	await app.press(keys.down + keys.enter);
	assert.deepEqual(chosen, ['forget']);
	await app.unmount();
});

test('two Returns in one piece choose once', async () => {
	const {app, chosen} = menu({initial: 'forget'});
	await app.press(keys.enter + keys.enter);
	assert.deepEqual(chosen, ['forget']);
	await app.unmount();
});

test('a menu goes back where it can, and says so only then', async () => {
	let backs = 0;
	const {app} = menu({onBack: () => backs++});
	await app.press(keys.escape, keys.shiftTab);
	assert.equal(backs, 2);
	assert.match(app.screen(), /Esc back/);
	await app.unmount();
	const other = menu();
	await other.app.settle();
	assert.doesNotMatch(other.app.screen(), /Esc back/);
	await other.app.unmount();
});

test('Space selects several, in the order of the list, whatever was known before', async () => {
	const submitted: (readonly string[])[] = [];
	const app = mountPrompt(
		<CheckList
			options={['openid', 'email', 'sleep']}
			initial={['sleep', 'of-a-later-version']}
			onSubmit={chosen => {
				submitted.push(chosen);
				return chosen.length === 0 ? 'Choose at least one.' : undefined;
			}}
		/>,
	);
	await app.press(keys.space + keys.down + keys.down + keys.space + keys.enter);
	assert.deepEqual(submitted, [['openid', 'of-a-later-version']]);
	assert.match(
		app.screen(),
		/ {2}\[x\] openid\n {2}\[ \] email\n❯ \[ \] sleep\n {2}\[x\] of-a-later-version/,
	);
	await app.press(keys.home, keys.space, keys.end, keys.space, keys.enter);
	assert.match(app.screen(), /✖ Choose at least one\./);
	await app.unmount();
});
