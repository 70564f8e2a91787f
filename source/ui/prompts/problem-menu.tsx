import type {Problem} from '../../domain/problem.ts';
import type {Remark} from '../layout.ts';
import {Remarks} from '../remarks.tsx';
import {Menu, type MenuItem} from './menu.tsx';

/** A problem in its place: what happened, what to do, and a short menu of what can be done here. */
export const ProblemMenu = <Id extends string>({
	problem,
	items,
	onChoose,
	onBack,
}: {
	readonly problem: Problem;
	readonly items: readonly MenuItem<Id>[];
	readonly onChoose: (id: Id) => void;
	readonly onBack?: (() => void) | undefined;
}) => (
	<Remarks remarks={problemRemarks(problem)} least={items.length}>
		<Menu items={items} onChoose={onChoose} onBack={onBack} />
	</Remarks>
);

/** What happened, what to do, and which request it was. */
export function problemRemarks({kind, message, advice, status, requestId}: Problem): readonly Remark[] {
	const server = [
		...(status === undefined ? [] : [`HTTP ${status}`]),
		...(requestId === undefined ? [] : [`request ${requestId}`]),
	].join(', ');
	return [
		{tone: kind === 'uncertain' ? 'warning' : 'bad', text: message},
		{tone: 'plain', text: advice},
		...(server === '' ? [] : [{tone: 'quiet', text: server, isSpare: true} as const]),
	];
}
