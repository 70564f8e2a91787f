import {Box} from 'ink';
import {useCallback, useRef, useState} from 'react';
import {exampleId} from '../domain/field-values.ts';
import {knownOf} from '../domain/loading.ts';
import type {JobControl} from '../domain/suspension.ts';
import type {Answers} from '../wizard/answers.ts';
import type {Launch} from '../wizard/launch.ts';
import type {Wizard} from '../wizard/state.ts';
import {loaded} from '../wizard/wants.ts';
import {canGoBack} from '../wizard/wizard.ts';
import {type Conversation, ConversationProvider, useConversation} from './conversation.ts';
import {frameFor} from './frame.ts';
import {HelpPage} from './help-page.tsx';
import {useAppKeys} from './hooks/use-app-keys.ts';
import {useEnding} from './hooks/use-ending.ts';
import {useRequests} from './hooks/use-requests.ts';
import {useResized} from './hooks/use-resized.ts';
import {useSuspending} from './hooks/use-suspending.ts';
import {useTerminalSize} from './hooks/use-terminal-size.ts';
import {useWizard} from './hooks/use-wizard.ts';
import {layout, type RemarkRow} from './layout.ts';
import {RemarkRows} from './remarks.tsx';
import type {SavedOnce} from './saved-once.ts';
import {Screen} from './screen.tsx';
import type {Services} from './services.ts';
import {Surroundings, trailOf} from './surroundings.tsx';
import {alikeIn, identifiersOf, veiled} from './veil.ts';

/** How the conversation ended: what was saved in it, and where it stood when it was left. */
export type Ending = {
	readonly saved: readonly SavedOnce[];
	readonly wizard: Wizard;
	/** Whether it was left with Ctrl+C instead of being finished. */
	readonly isCancelled: boolean;
	/** What may be said of it afterwards: in presenter mode without identifiers. */
	readonly veil: (text: string) => string;
};

type AppProps = {
	readonly preset: Answers;
	readonly services: Services;
	readonly launch: Launch;
	readonly stopSignal: AbortSignal;
	readonly jobControl: JobControl;
	readonly onEnd: (ending: Ending) => void;
	/** Blanks the screen and draws all of it once more. */
	readonly paintAnew: () => void;
};

export function App({preset, services, launch, stopSignal, jobControl, onEnd, paintAnew}: AppProps) {
	const suspend = useSuspending(jobControl, stopSignal, paintAnew);
	const {columns, rows} = useTerminalSize();
	const {wizard, dispatch, onTyped, wouldLose, ending} = useWizard(preset, launch);
	const veilAtEnd = useRef((text: string) => text);
	const {isOver, end} = useEnding(
		isCancelled => onEnd({...ending(), isCancelled, veil: text => veilAtEnd.current(text)}),
		stopSignal,
	);
	const {isLeaving, isUnveiling, isCovered, isPresenting, cover} = useAppKeys({
		isPresentedFirst: launch.isPresenting === true,
		wouldLose,
		leave: () => end(true),
		suspend,
		repaint: paintAnew,
	});
	useResized(paintAnew, columns, rows);
	useRequests(wizard, dispatch, services);

	const [isAlone, setIsAlone] = useState(false);
	const stand = useCallback((how: 'alone' | 'among') => setIsAlone(how === 'alone'), []);
	const veil = veilFor(wizard, services, isPresenting);
	veilAtEnd.current = veil;
	const whole = frameFor(columns, rows, trailOf(wizard).length);
	const below = layout(
		[
			...warningsOf(wizard),
			...(isLeaving ? [leavingWords] : []),
			...(isUnveiling ? [unveilingWords] : []),
		].map(text => ({
			tone: 'warning',
			text: veil(text),
		})),
		whole,
		whole.bodyRows - 3,
	);
	const conversation: Conversation = {
		wizard,
		dispatch,
		...(canGoBack(wizard) ? {back: () => dispatch({type: 'went-back'})} : {}),
		frame: {...whole, bodyRows: whole.bodyRows - below.length},
		services,
		isPresenting,
		veil,
		isCovered,
		openHelp: () => cover(true),
		stand,
		leave: () => end(false),
		onTyped,
	};
	if (isOver) return null;
	return (
		<ConversationProvider value={conversation}>
			<Painted below={below} isAlone={isAlone} onHelpClosed={() => cover(false)} />
		</ConversationProvider>
	);
}

/** All that is seen, from the name at the top to the warnings below the step. */
function Painted({
	below,
	isAlone,
	onHelpClosed,
}: {
	readonly below: readonly RemarkRow[];
	readonly isAlone: boolean;
	readonly onHelpClosed: () => void;
}) {
	const {frame, isCovered} = useConversation();
	return (
		<Box
			flexDirection="column"
			marginLeft={frame.margin}
			width={frame.lineWidth}
			maxHeight={frame.height}
			overflow="hidden"
		>
			{!isAlone && <Surroundings />}
			{isCovered && <HelpPage onClose={onHelpClosed} />}
			<Box display={isCovered ? 'none' : 'flex'} flexDirection="column">
				<Screen />
			</Box>
			<RemarkRows rows={below} />
		</Box>
	);
}

/** What goes wrong beside the steps is said below them. */
const warningsOf = (wizard: Wizard): readonly string[] =>
	(['demo', 'memory'] as const).flatMap(kind => {
		const load = loaded(wizard, kind);
		return load.status === 'failed' ? [load.problem.message] : [];
	});

const unveilingWords = 'End presenter mode? What is hidden will be seen. Ctrl+T again ends it.';

const leavingWords = 'Leave? What you entered is lost. Ctrl+C again leaves.';

/** Hides secrets in any text, and in presenter mode identifiers. */
function veilFor(wizard: Wizard, services: Services, isPresenting: boolean): (text: string) => string {
	if (!isPresenting) return services.hide;
	const stored = loaded(wizard, 'stored');
	const rows = stored.status === 'loaded' ? stored.value.rows : [];
	const teams = knownOf(loaded(wizard, 'teams'));
	const preparation = loaded(wizard, 'preparation');
	const identifiers = identifiersOf(wizard, rows);
	const seen = {
		publicTexts: [
			exampleId,
			...(preparation.status === 'loaded' ? preparation.value.steps.map(({value}) => value) : []),
		],
		alike: alikeIn(wizard, rows, teams?.rows ?? []),
	};
	return text => veiled(services.hide(text), identifiers, seen);
}
