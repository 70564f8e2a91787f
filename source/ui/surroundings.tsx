import {Box, Text} from 'ink';
import {Fragment} from 'react';
import stringWidth from 'string-width';
import {type PhaseMark, progressOf} from '../wizard/phases.ts';
import {type ReviewLine, trailLines} from '../wizard/review.ts';
import {currentStep, type Wizard} from '../wizard/state.ts';
import {useConversation} from './conversation.ts';
import {TargetLine} from './target-line.tsx';
import {glyphs, theme} from './theme.ts';
import {shortened} from './words.ts';

/** What stands above every step: the name, how far one is, the target in words, and the answers so far. */
export function Surroundings() {
	const {frame} = useConversation();
	return (
		<Box flexDirection="column" flexShrink={0} marginBottom={frame.isCompact ? 0 : 1}>
			{!frame.isCompact && <NameLine />}
			<ProgressLine />
			<TargetLine />
			{frame.trailRows > 0 && <Trail />}
		</Box>
	);
}

const name = 'byoo';
const tagline = ' Bring Your Own OAuth';

/** The name, and what is special about this run, which counts more than what the name stands for. */
function NameLine() {
	const {wizard, isPresenting, frame} = useConversation();
	const modes = [
		...(isPresenting ? ['presenting'] : []),
		...(wizard.demo ? ['demo, nothing leaves here'] : []),
	].join(' · ');
	const hasRoom = `${name}${tagline}  ${modes}`.length <= frame.lineWidth;
	return (
		<Box justifyContent="space-between" marginBottom={1}>
			<Text wrap="truncate">
				<Text bold>{name}</Text>
				{hasRoom && <Text dimColor>{tagline}</Text>}
			</Text>
			<Text wrap="truncate" dimColor>
				{modes}
			</Text>
		</Box>
	);
}

const signs = {done: glyphs.answered, current: glyphs.current, open: glyphs.open} as const;
const colors = {done: theme.good, current: theme.accent, open: undefined} as const;

/** The parts of the conversation, told apart by sign and weight, and which of the steps this one is. */
function ProgressLine() {
	const {wizard, frame} = useConversation();
	const {phases, step, of} = progressOf(wizard);
	const isOver = wizard.phase.status === 'done';
	const count = isOver || of === 1 ? '' : wizard.beforeEdit ? 'then back to review' : `${step} of ${of}`;
	const room = frame.lineWidth - count.length - 2;
	const between = [' ── ', '  '].find(gap => widthOf(phases, gap) <= room);
	const here = phases.find(({state}) => state === 'current') ?? phases.at(-1);
	const shown = between === undefined && here ? [here] : phases;
	return (
		<Box justifyContent="space-between">
			<Text wrap="truncate">
				{shown.map((phase, index) => (
					<Fragment key={phase.name}>
						{index > 0 && <Text dimColor>{between}</Text>}
						<PhaseName phase={phase} />
					</Fragment>
				))}
			</Text>
			<Box flexShrink={0} marginLeft={2}>
				<Text dimColor>{count}</Text>
			</Box>
		</Box>
	);
}

const widthOf = (phases: readonly PhaseMark[], between: string): number =>
	phases.reduce((sum, {name}) => sum + name.length + 2, between.length * (phases.length - 1));

const PhaseName = ({phase: {name, state}}: {readonly phase: PhaseMark}) => (
	<Text bold={state === 'current'} dimColor={state === 'open'}>
		<Text {...(colors[state] && {color: colors[state]})}>{signs[state]}</Text> {name}
	</Text>
);

/** The answers so far. Review shows them itself, and the steps at a portal need the rows. */
export const trailOf = (wizard: Wizard): readonly ReviewLine[] =>
	['review', 'register'].includes(currentStep(wizard)) ? [] : trailLines(wizard.answers);

/** The newest answers, one a line; those before them are counted. */
function Trail() {
	const {wizard, frame, veil} = useConversation();
	const lines = trailOf(wizard);
	const isAll = lines.length <= frame.trailRows;
	const shown = isAll ? lines : lines.slice(lines.length - frame.trailRows + 1);
	const widest = Math.max(16, ...shown.map(({title}) => title.length));
	const room = frame.lineWidth - widest - 6;
	return (
		<Box flexDirection="column" marginTop={1} marginLeft={2}>
			{!isAll && <Text dimColor>{`  ${lines.length - shown.length} answers before`}</Text>}
			{shown.map(({id, title, value, notes: [note]}) => {
				const text = shortened(veil(value), Math.max(12, room));
				return (
					<Text key={id} wrap="truncate">
						<Text color={note === undefined ? theme.good : theme.warning}>
							{note === undefined ? glyphs.answered : glyphs.warning}
						</Text>
						<Text dimColor>{` ${title.padEnd(widest)} `}</Text>
						{text}
						{note !== undefined && (
							<Text dimColor>{`  ${noteIn(room - stringWidth(text), veil(note))}`}</Text>
						)}
					</Text>
				);
			})}
		</Box>
	);
}

/** What is unusual about an answer, or that review says it, where it would be cut. */
const noteIn = (room: number, note: string): string =>
	stringWidth(note) + 2 <= room ? note : 'review says why';
