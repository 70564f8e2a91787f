import {Box, Text} from 'ink';
import {wrapped} from './wrapping.ts';

/** A text over as many lines as it takes. */
export function Wrapped({
	children,
	width,
	color,
	isQuiet = false,
}: {
	readonly children: string;
	readonly width: number;
	readonly color?: string;
	readonly isQuiet?: boolean;
}) {
	return (
		<Box flexDirection="column">
			{wrapped(children, width).map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, in their places
				<Text key={index} wrap="truncate" dimColor={isQuiet} {...(color === undefined ? {} : {color})}>
					{line}
				</Text>
			))}
		</Box>
	);
}
