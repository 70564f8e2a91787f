import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Text} from 'ink';
import {Footer} from '../../source/ui/footer.tsx';
import {frameFor} from '../../source/ui/frame.ts';
import {Note} from '../../source/ui/note.tsx';
import {Menu} from '../../source/ui/prompts/menu.tsx';
import {problemRemarks} from '../../source/ui/prompts/problem-menu.tsx';
import {SecretPrompt} from '../../source/ui/prompts/secret-prompt.tsx';
import {Remarks} from '../../source/ui/remarks.tsx';
import {StepView} from '../../source/ui/step-view.tsx';
import {inConversation} from '../support/conversation.tsx';
import {draw} from '../support/frames.ts';
import {keys} from '../support/keys.ts';

test('a note is told apart by its sign, and its lines stand below each other', () => {
	assert.equal(draw(inConversation(<Note kind="good">Saved.</Note>)).frame(), '✔ Saved.');
	assert.equal(draw(inConversation(<Note kind="warning">Look.</Note>)).frame(), '! Look.');
	const long = draw(inConversation(<Note kind="bad">{'word '.repeat(30).trim()}</Note>)).frame();
	assert.match(long, /^✖ word.*\n {2}word/);
});

test('a problem says what happened, what to do, and which request it was', () => {
	const problem = {
		kind: 'retry',
		message: 'The server is overloaded.',
		advice: 'Try again in a minute.',
		status: 503,
		requestId: 'r-1',
	} as const;
	const {frame} = draw(inConversation(<Remarks remarks={problemRemarks(problem)} />));
	assert.equal(frame(), '✖ The server is overloaded.\nTry again in a minute.\nHTTP 503, request r-1');
});

test('the footer names the keys that do something now, in the order of the key table', () => {
	const {frame} = draw(
		inConversation(<Footer actions={['back', 'next', 'down', 'up']} words={{next: 'save'}} />),
	);
	assert.equal(frame(), '\n↑↓ move · Enter save · Esc back · Ctrl+G help · Ctrl+C leave');
});

test('a footer that is too narrow for its words takes the brief ones, and names how to go on, back and out', () => {
	const footer = (columns: number) =>
		draw(
			inConversation(
				<Footer actions={['back', 'next', 'up', 'down']} words={{back: ['clear filter', 'clear']}} />,
				{frame: frameFor(columns, 12, 0)},
			),
		).frame();
	assert.equal(footer(60), '↑↓ move · Enter next · Esc clear filter · Ctrl+C leave');
	assert.equal(footer(40), 'Enter next · Esc clear · Ctrl+C leave');
});

test('a step has its title alone on a line, and in a small terminal no more help than fits', () => {
	const step = (
		<StepView title="Client ID" help={'help '.repeat(40)} problem="Refused.">
			<Text>❯ prompt</Text>
		</StepView>
	);
	assert.match(draw(inConversation(step)).frame(), /^Client ID\nhelp(.*\n)+✖ Refused\.\n❯ prompt$/);
	const small = draw(inConversation(step, {frame: frameFor(40, 12, 0)}));
	assert.equal(small.frame(), 'Client ID\n✖ Refused.\n❯ prompt');
});

test('a menu moves with the arrows and chooses with Return', async () => {
	const chosen: string[] = [];
	const items = [
		{value: 'no', label: 'No'},
		{value: 'yes', label: 'Yes'},
	] as const;
	const menu = draw(
		inConversation(<Menu items={items} onChoose={id => chosen.push(id)} hasFooter={false} />),
	);
	assert.equal(menu.frame(), '❯ No\n  Yes');
	await menu.press(keys.down);
	assert.equal(menu.frame(), '  No\n❯ Yes');
	await menu.press(keys.enter);
	assert.deepEqual(chosen, ['yes']);
});

test('a revealed secret hides itself after some seconds', async t => {
	t.mock.timers.enable({apis: ['setTimeout']});
	const prompt = draw(inConversation(<SecretPrompt onSubmit={() => undefined} />));
	await prompt.press('wQ7-canary');
	assert.ok(!prompt.frames.join('').includes('wQ7-canary'));
	await prompt.press(keys.ctrlR);
	assert.match(prompt.frame(), /^❯ wQ7-canary {2}10 characters/);
	t.mock.timers.tick(8000);
	await prompt.press('');
	assert.match(prompt.frame(), /^❯ •{8} {2}10 characters/);
});
