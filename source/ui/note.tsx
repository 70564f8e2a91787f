import type {Look} from './layout.ts';
import {Said} from './said.tsx';

/** One thing worth saying below a line of text, which stays in sight. */
export const Note = ({kind, children}: {readonly kind: Look; readonly children: string}) => (
	<Said blocks={[{look: kind, text: children}]} least={1} />
);
