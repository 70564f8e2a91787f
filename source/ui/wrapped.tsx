import {Box, Text} from 'ink';
import {wrapped} from '../output/wrapping.ts';

/** A text over as many lines as it takes. */
export function Wrapped({
	children,
	width,
	color,
	isQuiet = false,
	rows = Number.POSITIVE_INFINITY,
}: {
	readonly children: string;
	readonly width: number;
	readonly color?: string;
	readonly isQuiet?: boolean;
	/** How many rows it may take. */
	readonly rows?: number;
}) {
	const lines = wrapped(children, width);
	const isCut = lines.length > rows;
	return (
		<Lines
			lines={isCut ? [...lines.slice(0, rows - 1), `${lines[rows - 1]}…`] : lines}
			color={color}
			isQuiet={isQuiet}
		/>
	);
}

/** The lines of one text, each on its row. */
export function Lines({
	lines,
	color,
	isQuiet = false,
}: {
	readonly lines: readonly string[];
	readonly color?: string | undefined;
	readonly isQuiet?: boolean;
}) {
	return (
		<Box flexDirection="column">
			{lines.map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, in their places
				<Text key={index} wrap="truncate" dimColor={isQuiet} {...(color === undefined ? {} : {color})}>
					{line}
				</Text>
			))}
		</Box>
	);
}
