import {Box, Text, useInput} from 'ink';
import {currentStep} from '../wizard/state.ts';
import {useConversation} from './conversation.ts';
import {helpFor} from './help-for.ts';
import {actionOf, appActions} from './key-table.ts';
import {gap, type Remark} from './layout.ts';
import {Rail} from './rail.tsx';
import {RemarkRows, useLayout, useRowsLeft} from './remarks.tsx';
import {useLeftUsers} from './screens/proving/left-users.tsx';

/** Covers the step, which keeps what was typed. Any key closes it. */
export function HelpPage({onClose}: {readonly onClose: () => void}) {
	const {wizard, frame, isPresenting} = useConversation();
	const isSaved = wizard.phase.status === 'done';
	const step = useLeftUsers() ? 'left-users' : isSaved ? 'saved' : currentStep(wizard);
	const {title, texts, onScreen, link} = helpFor(step, wizard.answers);
	const remarks: readonly Remark[] = [
		...[...texts, ...onScreen].map(text => ({tone: 'plain', text, isSpare: true}) as const),
		...(link === undefined ? [] : [{tone: 'accent', text: link} as const]),
		gap,
		{tone: 'quiet', text: everywhere(isPresenting), isSpare: true},
	];
	const laid = useLayout()(remarks, useRowsLeft());
	// Where the keys gave up their rows, nothing is left to be set apart.
	const rows = laid.at(-1)?.text === '' ? laid.slice(0, -1) : laid;
	const words = frame.width < 62 ? '' : ' to the step';
	useInput((input, key) => {
		const isAppKey = actionOf(input, key, appActions) !== undefined;
		if (!isAppKey) onClose();
	});
	return (
		<Box flexDirection="column">
			<Rail>
				<Text bold>{`Help: ${title}`}</Text>
				<RemarkRows rows={rows} />
			</Rail>
			<Box marginTop={frame.isCompact ? 0 : 1}>
				<Text wrap="truncate" dimColor>{`Any key goes back${words} · Ctrl+C leave`}</Text>
			</Box>
		</Box>
	);
}

/** The keys that no footer has room for. */
const everywhere = (isPresenting: boolean): string =>
	`Everywhere: Ctrl+T ${isPresenting ? 'ends presenter mode' : 'hides IDs and values, for a shared screen'} · Ctrl+L paints anew · Ctrl+Z suspends byoo, and fg goes on`;
