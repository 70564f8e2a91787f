import {render, Text, useInput} from 'ink';
import {useState} from 'react';

/** The least that Ink can be: one text that tells of the last key. */
function Hello() {
	const [count, setCount] = useState(0);
	useInput(() => setCount(before => before + 1));
	return <Text>{count === 0 ? 'Hello from Ink' : `Key ${count} came`}</Text>;
}

render(<Hello />);
