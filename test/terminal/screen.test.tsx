import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Box, Text, useInput, usePaste, useWindowSize} from 'ink';
import {useEffect, useState} from 'react';
import {keys} from '../support/keys.ts';
import {mount} from '../support/screen.ts';

function Echo() {
	const [events, setEvents] = useState<readonly string[]>([]);
	const {columns, rows} = useWindowSize();
	useInput((input, key) => setEvents(events => [...events, key.escape ? 'escape' : `key ${input}`]));
	usePaste(text => setEvents(events => [...events, `paste ${text}`]));
	return (
		<Box borderStyle="round" flexDirection="column">
			<Text>
				{columns} by {rows}
			</Text>
			{events.map((event, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the list only grows
				<Text key={index}>{event}</Text>
			))}
		</Box>
	);
}

function Late() {
	const [word, setWord] = useState('loading');
	useEffect(() => {
		const timer = setInterval(setWord, 50, 'loaded');
		return () => clearInterval(timer);
	}, []);
	return <Text>{word}</Text>;
}

test('each press returns when its last frame is drawn', async () => {
	const app = mount(<Echo />, {columns: 30, rows: 12});
	await app.settle();
	assert.match(app.screen(), /^╭─{28}╮\n│30 by 12 {20}│/);
	await app.press('a', keys.escape, 'b');
	assert.match(app.screen(), /key a.*\n.*escape.*\n.*key b/);
	await app.unmount();
});

test('a paste and a new size reach the app', async () => {
	const app = mount(<Echo />);
	await app.settle();
	await app.paste('two words');
	assert.match(app.screen(), /paste two words/);
	await app.resize({columns: 40, rows: 10});
	assert.match(app.screen(), /40 by 10/);
	await app.unmount();
});

test('what comes by itself can be waited for', async () => {
	const app = mount(<Late />);
	await app.waitFor('loaded');
	assert.equal(app.screen(), 'loaded');
	await app.unmount();
});
