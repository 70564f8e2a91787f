import {useStdout} from 'ink';
import {useEffect, useState} from 'react';

type Size = {readonly columns: number; readonly rows: number};

/** The terminal's size as it is now. Unlike Ink's own, it draws nothing anew where that stayed the same. */
export function useTerminalSize(): Size {
	const {stdout}: {readonly stdout: NodeJS.WritableStream & Partial<Size>} = useStdout();
	const [size, setSize] = useState(() => sizeOf(stdout));
	useEffect(() => {
		const follow = () => setSize(before => changed(before, sizeOf(stdout)));
		stdout.on('resize', follow);
		// It may have changed before anybody listened.
		follow();
		return () => {
			stdout.off('resize', follow);
		};
	}, [stdout]);
	return size;
}

const sizeOf = ({columns, rows}: Partial<Size>): Size => ({columns: columns || 80, rows: rows || 24});

const changed = (before: Size, now: Size): Size =>
	before.columns === now.columns && before.rows === now.rows ? before : now;
