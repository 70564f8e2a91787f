import {Box, useApp, useInput, useWindowSize} from 'ink';
import {useCallback, useEffect, useRef, useState} from 'react';
import type {JobControl} from '../domain/job-control.ts';
import type {SaveOutcome} from '../domain/outcome.ts';
import type {Answers} from '../wizard/answers.ts';
import {trailLines} from '../wizard/review.ts';
import type {Settled} from '../wizard/settled.ts';
import {currentStep, type Wizard, type WizardEvent} from '../wizard/state.ts';
import {loaded} from '../wizard/wants.ts';
import {canGoBack, startWizard, update} from '../wizard/wizard.ts';
import {type Conversation, ConversationProvider} from './conversation.ts';
import {frameFor} from './frame.ts';
import {HelpPage} from './help-page.tsx';
import {useLatest} from './hooks/use-latest.ts';
import {useRequests} from './hooks/use-requests.ts';
import {useSuspending} from './hooks/use-suspending.ts';
import {actionOf, appActions} from './key-table.ts';
import {layout} from './layout.ts';
import {RemarkRows} from './remarks.tsx';
import {Screen} from './screen.tsx';
import type {Services} from './services.ts';
import {Surroundings} from './surroundings.tsx';
import {identifiersOf, veiled} from './veil.ts';

/** How the conversation ended: what was saved in it, and where it stood when it was left. */
export type Ending = {
	readonly saved: readonly {
		readonly answers: Answers;
		readonly outcome: Extract<SaveOutcome, {kind: 'confirmed'}>;
	}[];
	readonly wizard: Wizard;
	/** Whether it was left with Ctrl+C instead of being finished. */
	readonly isCancelled: boolean;
	/** What may be said of it afterwards: in presenter mode without identifiers. */
	readonly veil: (text: string) => string;
};

export function App({
	preset,
	services,
	settled,
	stopSignal,
	jobControl,
	onEnd,
}: {
	readonly preset: Answers;
	readonly services: Services;
	readonly settled: Settled;
	readonly stopSignal: AbortSignal;
	readonly jobControl: JobControl;
	readonly onEnd: (ending: Ending) => void;
}) {
	const {exit, waitUntilRenderFlush} = useApp();
	const suspend = useSuspending(jobControl, stopSignal);
	const {columns, rows} = useWindowSize();
	const [wizard, change] = useLatest(() => startWizard(preset, settled));
	const [isLeaving, setIsLeaving] = useState(false);
	const [isCovered, setIsCovered] = useState(false);
	const [isPresenting, setIsPresenting] = useState(settled.isPresenting === true);
	const [isOver, setIsOver] = useState(false);
	const isEnding = useRef(false);
	const isTyped = useRef(false);
	const saved = useRef<Ending['saved']>([]);
	const veilAtEnd = useRef((text: string) => text);

	const dispatch = useCallback(
		(event: WizardEvent) => {
			const before = change(latest => latest);
			const next = change(latest => update(latest, event));
			if (before.phase.status !== 'done' && next.phase.status === 'done') {
				saved.current = [...saved.current, {answers: next.answers, outcome: next.phase.outcome}];
				isTyped.current = false;
			}
			return next;
		},
		[change],
	);
	const end = useCallback(
		(isCancelled: boolean) => {
			if (isEnding.current) return;
			isEnding.current = true;
			const ending = {saved: saved.current, wizard: change(latest => latest), isCancelled};
			onEnd({...ending, veil: text => veilAtEnd.current(text)});
			setIsOver(true);
		},
		[onEnd, change],
	);
	// The last frame is wiped before the terminal is given back: a revealed secret must not stay in it.
	useEffect(() => {
		if (isOver) waitUntilRenderFlush().then(() => exit());
	}, [isOver, exit, waitUntilRenderFlush]);
	useEffect(() => {
		const leave = () => end(true);
		if (stopSignal.aborted) leave();
		stopSignal.addEventListener('abort', leave);
		return () => stopSignal.removeEventListener('abort', leave);
	}, [stopSignal, end]);
	useInput((input, key) => {
		const action = actionOf(input, key, appActions);
		if (action !== 'leave') setIsLeaving(false);
		if (action === 'help') setIsCovered(now => !now);
		if (action === 'present') setIsPresenting(now => !now);
		if (action === 'suspend') suspend();
		if (action !== 'leave') return;
		const latest = change(now => now);
		const wouldLose = isTyped.current || (latest.trail.length > 0 && saved.current.length === 0);
		const mayAsk = latest.phase.status !== 'submitting' && latest.phase.status !== 'done';
		if (isLeaving || !wouldLose || !mayAsk) end(true);
		else setIsLeaving(true);
	});

	useRequests(wizard, dispatch, services);
	const hasTrail = currentStep(wizard) !== 'review';
	const whole = frameFor(columns, rows, hasTrail ? trailLines(wizard.answers).length : 0);
	const stored = loaded(wizard, 'stored');
	const identifiers = isPresenting
		? identifiersOf(wizard, stored.status === 'loaded' ? stored.value.rows : [])
		: [];
	const veil = (text: string) => {
		const shown = services.hide(text);
		return isPresenting ? veiled(shown, identifiers) : shown;
	};
	veilAtEnd.current = veil;
	const warnings = (['demo', 'memory'] as const).flatMap(kind => {
		const load = loaded(wizard, kind);
		return load.status === 'failed' ? [load.problem.message] : [];
	});
	const below = layout(
		[...warnings, ...(isLeaving ? [leavingWords] : [])].map(text => ({tone: 'warning', text: veil(text)})),
		whole,
		whole.bodyRows - 3,
	);
	const frame = {...whole, bodyRows: whole.bodyRows - below.length};
	const conversation: Conversation = {
		wizard,
		dispatch,
		...(canGoBack(wizard) ? {back: () => dispatch({type: 'went-back'})} : {}),
		frame,
		services,
		isPresenting,
		veil,
		isCovered,
		openHelp: () => setIsCovered(true),
		leave: () => end(false),
		onTyped: () => {
			isTyped.current = true;
		},
	};
	if (isOver) return null;
	return (
		<ConversationProvider value={conversation}>
			<Box flexDirection="column" width={frame.width} maxHeight={(rows || 24) - 2} overflow="hidden">
				<Surroundings />
				{isCovered && <HelpPage onClose={() => setIsCovered(false)} />}
				<Box display={isCovered ? 'none' : 'flex'} flexDirection="column">
					<Screen />
				</Box>
				<RemarkRows rows={below} />
			</Box>
		</ConversationProvider>
	);
}

const leavingWords = 'Leave? What you entered is lost. Ctrl+C again leaves.';
