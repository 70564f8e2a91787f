import {type Key, useInput} from 'ink';

/** Drawn before a prompt of a library, it hears each key first. */
export function KeyWatcher({onKey}: {readonly onKey: (key: Key) => void}) {
	useInput((_, key) => onKey(key));
	return null;
}
