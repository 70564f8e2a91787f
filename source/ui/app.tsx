import {Box, useApp, useInput, useWindowSize} from 'ink';
import {useCallback, useEffect, useMemo, useRef, useState} from 'react';
import type {SaveOutcome} from '../domain/outcome.ts';
import type {Answers} from '../wizard/answers.ts';
import {memoryOf} from '../wizard/remembering.ts';
import {trailLines} from '../wizard/review.ts';
import {currentStep, type Wizard, type WizardEvent} from '../wizard/state.ts';
import {canGoBack, startWizard, update} from '../wizard/wizard.ts';
import {type Conversation, ConversationProvider} from './conversation.ts';
import {frameFor} from './frame.ts';
import {useLatest} from './hooks/use-latest.ts';
import {type LoadOptions, useLoad} from './hooks/use-load.ts';
import {actionOf} from './keys.ts';
import {Note} from './note.tsx';
import {Screen} from './screen.tsx';
import type {DemoSession, Services, Settled} from './services.ts';
import {Surroundings} from './surroundings.tsx';
import {TeamsProvider} from './teams.ts';

/** How the conversation ended: what was saved in it, and where it stood when it was left. */
export type Ending = {
	readonly saved: readonly {
		readonly answers: Answers;
		readonly outcome: Extract<SaveOutcome, {kind: 'confirmed'}>;
	}[];
	readonly wizard: Wizard;
	/** Whether it was left with Ctrl+C instead of being finished. */
	readonly isCancelled: boolean;
};

export function App({
	preset,
	services,
	settled,
	onEnd,
}: {
	readonly preset: Answers;
	readonly services: Services;
	readonly settled: Settled;
	readonly onEnd: (ending: Ending) => void;
}) {
	const {exit} = useApp();
	const {columns, rows} = useWindowSize();
	const [wizard, change] = useLatest(() => startWizard(preset));
	const [demo, setDemo] = useState<DemoSession | undefined>(settled.demo);
	const [isLeaving, setIsLeaving] = useState(false);
	const [isOver, setIsOver] = useState(false);
	const [warning, setWarning] = useState<string>();
	const isTyped = useRef(false);
	const saved = useRef<Ending['saved']>([]);

	const dispatch = useCallback(
		(event: WizardEvent) => {
			const next = change(latest => update(latest, event));
			const isNews = event.type === 'save-settled' && next.phase.status === 'done';
			if (isNews && next.phase.status === 'done') {
				saved.current = [...saved.current, {answers: next.answers, outcome: next.phase.outcome}];
				isTyped.current = false;
			}
			return next;
		},
		[change],
	);
	const end = useCallback(
		(isCancelled: boolean) => {
			onEnd({saved: saved.current, wizard: change(latest => latest), isCancelled});
			setIsOver(true);
		},
		[onEnd, change],
	);
	// The last frame is wiped before the terminal is given back: a revealed secret must not stay in it.
	useEffect(() => {
		if (isOver) exit();
	}, [isOver, exit]);
	const startDemo = useCallback(() => {
		services.startDemo().then(setDemo, () => setWarning('The demo could not be started on this computer.'));
	}, [services]);

	useInput((input, key) => {
		if (actionOf(input, key, ['leave']) !== 'leave') return setIsLeaving(false);
		const latest = change(now => now);
		const wouldLose = isTyped.current || latest.trail.length > 0;
		const mayAsk = latest.phase.status !== 'submitting' && latest.phase.status !== 'done';
		if (isLeaving || !wouldLose || !mayAsk) end(true);
		else setIsLeaving(true);
	});

	const key = wizard.answers['organization-key'];
	const api = useMemo(() => {
		if (!key) return undefined;
		const {generation, url, organizationId, secret} = key;
		return services.connect({generation, url, organizationId, key: secret});
	}, [services, key]);
	const loadTeams = useMemo(() => api && ((options: LoadOptions) => api.teams({}, options)), [api]);
	const teams = useLoad(loadTeams);

	const {environment, region, team, provider} = wizard.answers;
	// biome-ignore lint/correctness/useExhaustiveDependencies: written as the target settles, not at every answer
	useEffect(() => {
		const memory = memoryOf(wizard.answers, services.now().toISOString());
		if (memory) services.memory.remember(memory).then(problem => problem && setWarning(problem));
	}, [key, environment, region, team, provider]);

	const hasTrail = currentStep(wizard) !== 'review';
	const frame = frameFor(columns, rows, hasTrail ? trailLines(wizard.answers).length : 0);
	const conversation: Conversation = {
		wizard,
		dispatch,
		...(canGoBack(wizard) ? {back: () => dispatch({type: 'went-back'})} : {}),
		frame,
		services,
		settled,
		...(demo ? {demo} : {}),
		startDemo,
		...(api ? {api} : {}),
		leave: () => end(false),
		onTyped: () => {
			isTyped.current = true;
		},
	};
	if (isOver) return null;
	return (
		<ConversationProvider value={conversation}>
			<TeamsProvider value={teams}>
				<Box flexDirection="column" width={frame.width} maxHeight={(rows || 24) - 2} overflow="hidden">
					<Surroundings />
					<Screen />
					{warning !== undefined && <Note kind="warning">{warning}</Note>}
					{isLeaving && <Note kind="warning">Leave? What you entered is lost. Ctrl+C again leaves.</Note>}
				</Box>
			</TeamsProvider>
		</ConversationProvider>
	);
}
