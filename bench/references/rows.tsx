import {Box, render, Text, useInput} from 'ink';
import {useState} from 'react';

const count = Number(process.argv[2]);

/** As many rows as the wizard's list draws, of which one changes with each key: what Ink itself takes for that. */
function Rows() {
	const [typed, setTyped] = useState('');
	useInput((input, key) =>
		setTyped(before => (key.backspace || key.delete ? before.slice(0, -1) : before + input)),
	);
	return (
		<Box flexDirection="column">
			<Text>{`typed ${typed.length} ${typed.slice(-12)}.`}</Text>
			{Array.from({length: count - 1}, (_, index) => (
				<Text key={String(index)}>{`a row of text that stays as it is, number ${index}`}</Text>
			))}
		</Box>
	);
}

// The options of the wizard: with Ink's own it would draw every other key only.
render(<Rows />, {maxFps: 120, incrementalRendering: true});
