import {Box, Text} from 'ink';
import type {Problem} from '../../domain/problem.ts';
import {useConversation} from '../conversation.ts';
import {Note} from '../note.tsx';
import {Wrapped} from '../wrapped.tsx';
import {Menu, type MenuItem} from './menu.tsx';

/** A problem in its place: what happened, what to do, and a short menu of what can be done here. */
export function Trouble<Id extends string>({
	problem,
	items,
	onChoose,
	onBack,
}: {
	readonly problem: Problem;
	readonly items: readonly MenuItem<Id>[];
	readonly onChoose: (id: Id) => void;
	readonly onBack?: (() => void) | undefined;
}) {
	return (
		<Box flexDirection="column">
			<ProblemNote problem={problem} />
			<Menu items={items} onChoose={onChoose} onBack={onBack} />
		</Box>
	);
}

export function ProblemNote({problem}: {readonly problem: Problem}) {
	const {frame, veil} = useConversation();
	const server = [
		...(problem.status === undefined ? [] : [`HTTP ${problem.status}`]),
		...(problem.requestId === undefined ? [] : [`request ${problem.requestId}`]),
	].join(', ');
	return (
		<Box flexDirection="column">
			<Note kind={problem.kind === 'uncertain' ? 'warning' : 'bad'}>{problem.message}</Note>
			<Wrapped width={frame.width}>{veil(problem.advice)}</Wrapped>
			{server !== '' && <Text dimColor>{veil(server)}</Text>}
		</Box>
	);
}
