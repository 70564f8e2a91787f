import {Box, Text, useInput} from 'ink';
import {wrapped} from '../output/wrapping.ts';
import {currentStep} from '../wizard/state.ts';
import {useConversation} from './conversation.ts';
import {helpFor} from './help-for.ts';
import {actionOf, appActions} from './keys.ts';
import {Lines} from './wrapped.tsx';

/** Covers the step, which keeps what was typed. Any key closes it. */
export function Help({onClose}: {readonly onClose: () => void}) {
	const {wizard, veil, frame} = useConversation();
	const isSaved = wizard.phase.status === 'done';
	const {title, texts, link} = helpFor(isSaved ? 'saved' : currentStep(wizard), wizard.answers);
	const lines = texts.flatMap(text => wrapped(veil(text), frame.width));
	const rows = Math.max(2, frame.bodyRows - (link === undefined ? 0 : 1));
	const suspending = frame.width < 62 ? '' : 'Ctrl+Z suspend · ';
	const shown = lines.length > rows ? [...lines.slice(0, rows - 1), '…'] : lines;
	useInput((input, key) => {
		const isAppKey = actionOf(input, key, appActions) !== undefined;
		if (!isAppKey) onClose();
	});
	return (
		<Box flexDirection="column">
			<Text bold>{`Help: ${title}`}</Text>
			<Lines lines={shown} />
			{link !== undefined && <Text color="cyan">{link}</Text>}
			<Box marginTop={frame.isCompact ? 0 : 1}>
				<Text dimColor>{`Any key goes back to the step · ${suspending}Ctrl+C leave`}</Text>
			</Box>
		</Box>
	);
}
