import {useEffect, useRef} from 'react';

/** Calls back once what is drawn has followed another size of the terminal. */
export function useResized(onResized: () => void, columns: number, rows: number): void {
	const drawn = useRef({columns, rows});
	useEffect(() => {
		if (drawn.current.columns === columns && drawn.current.rows === rows) return;
		drawn.current = {columns, rows};
		onResized();
	}, [onResized, columns, rows]);
}
