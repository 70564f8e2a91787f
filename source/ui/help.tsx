import {Box, Text, useInput} from 'ink';
import {currentStep} from '../wizard/state.ts';
import {useConversation} from './conversation.ts';
import {helpFor} from './help-for.ts';
import {actionOf} from './keys.ts';
import {Wrapped} from './wrapped.tsx';

/** Covers the step, which keeps what was typed. Any key closes it. */
export function Help({onClose}: {readonly onClose: () => void}) {
	const {wizard, veil, frame} = useConversation();
	const isSaved = wizard.phase.status === 'done';
	const {title, texts, link} = helpFor(isSaved ? 'saved' : currentStep(wizard), wizard.answers);
	useInput((input, key) => {
		const isAppKey = actionOf(input, key, ['leave', 'help', 'present']) !== undefined;
		if (!isAppKey) onClose();
	});
	return (
		<Box flexDirection="column">
			<Text bold>{`Help: ${title}`}</Text>
			{texts.map(text => (
				<Wrapped key={text} width={frame.width}>
					{veil(text)}
				</Wrapped>
			))}
			{link !== undefined && <Text color="cyan">{link}</Text>}
			<Box marginTop={1}>
				<Text dimColor>Any key goes back to the step · Ctrl+C leave</Text>
			</Box>
		</Box>
	);
}
