import type {Problem} from '../../domain/problem.ts';
import type {Block} from '../layout.ts';
import {Said} from '../said.tsx';
import {Menu, type MenuItem} from './menu.tsx';

/** A problem in its place: what happened, what to do, and a short menu of what can be done here. */
export const Trouble = <Id extends string>({
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
	<Said blocks={problemBlocks(problem)} least={items.length}>
		<Menu items={items} onChoose={onChoose} onBack={onBack} />
	</Said>
);

/** What happened, what to do, and which request it was. */
export function problemBlocks({kind, message, advice, status, requestId}: Problem): readonly Block[] {
	const server = [
		...(status === undefined ? [] : [`HTTP ${status}`]),
		...(requestId === undefined ? [] : [`request ${requestId}`]),
	].join(', ');
	return [
		{look: kind === 'uncertain' ? 'warning' : 'bad', text: message},
		{look: 'plain', text: advice},
		...(server === '' ? [] : [{look: 'quiet', text: server, isSpare: true} as const]),
	];
}
