import {Box, Text} from 'ink';
import {trailLines} from '../wizard/review.ts';
import {currentStep} from '../wizard/state.ts';
import {useConversation} from './conversation.ts';
import {glyphs, theme} from './theme.ts';
import {shortened, targetOf} from './words.ts';

/** What stands above every step: the name, the answers so far, and the target in words. */
export function Surroundings() {
	const {wizard, frame, veil, isPresenting} = useConversation();
	const isOver = currentStep(wizard) === 'review';
	const answered = isOver ? [] : trailLines(wizard.answers);
	const shown = frame.trailRows === 0 ? [] : answered.slice(-frame.trailRows);
	const widest = Math.max(18, ...shown.map(({title}) => title.length));
	const target = targetOf(wizard.answers, frame.width - 8, veil);
	const modes = [
		...(isPresenting ? ['presenting'] : []),
		...(wizard.demo ? ['demo, nothing leaves this computer'] : []),
	];
	return (
		<Box flexDirection="column" flexShrink={0}>
			{!frame.isCompact && (
				<Box marginBottom={1}>
					<Text wrap="truncate">
						<Text bold>byoo</Text>
						<Text dimColor>{` · ${['Bring Your Own OAuth', ...modes].join(' · ')}`}</Text>
					</Text>
				</Box>
			)}
			{shown.map(line => (
				<Text key={line.id} wrap="truncate">
					<Text color={line.notes.length > 0 ? theme.warning : theme.good}>
						{line.notes.length > 0 ? glyphs.warning : glyphs.answered}
					</Text>
					<Text dimColor>
						{' '}
						{line.title.padEnd(widest)} {shortened(veil(line.value), Math.max(12, frame.width - widest - 4))}
						{line.notes.length > 0 ? `  ${veil(line.notes[0] ?? '')}` : ''}
					</Text>
				</Text>
			))}
			<Box marginBottom={frame.isCompact ? 0 : 1}>
				<Text wrap="truncate">
					<Text dimColor>Target: </Text>
					{target.length === 0 ? <Text dimColor>not chosen yet</Text> : <TargetWords parts={target} />}
				</Text>
			</Box>
		</Box>
	);
}

function TargetWords({parts}: {readonly parts: readonly string[]}) {
	return (
		<Text>
			{parts.map((part, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line, in their places
				<Text key={index}>
					{index > 0 && <Text dimColor> · </Text>}
					{part === 'PRODUCTION' ? (
						<Text bold color={theme.production}>
							{part}
						</Text>
					) : (
						part
					)}
				</Text>
			))}
		</Text>
	);
}
