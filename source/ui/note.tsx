import type {RemarkTone} from './layout.ts';
import {Remarks} from './remarks.tsx';

/** One thing worth saying below a line of text, which stays in sight. */
export const Note = ({kind, children}: {readonly kind: RemarkTone; readonly children: string}) => (
	<Remarks remarks={[{tone: kind, text: children}]} least={1} />
);
