import {Box, Text, useAnimation} from 'ink';
import {Footer} from '../footer.tsx';
import {boundActions, useKeys} from '../hooks/use-keys.ts';
import {Rail} from '../rail.tsx';
import {theme} from '../theme.ts';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** Something takes its time. Esc cancels it, where it can be cancelled. */
export function Spinner({
	children,
	onCancel,
}: {
	readonly children: string;
	readonly onCancel?: (() => void) | undefined;
}) {
	const {frame} = useAnimation({interval: 100});
	useKeys({back: onCancel});
	return (
		<Box flexDirection="column">
			<Rail>
				<Text wrap="truncate">
					<Text color={theme.accent}>{frames[frame % frames.length]} </Text>
					{children}
				</Text>
			</Rail>
			<Footer actions={boundActions({back: onCancel})} words={{back: 'cancel'}} />
		</Box>
	);
}
