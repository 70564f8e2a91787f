import {useState} from 'react';
import {type ChecklistStep, checklistFor} from '../../domain/portal/checklist.ts';
import {portalFor} from '../../domain/portal/portals.ts';
import {doneIn, tickOf} from '../../domain/portal/ticks.ts';
import type {Preparation, PreparationStep} from '../../domain/ports.ts';
import type {Problem} from '../../domain/problem.ts';
import {lowerFirst} from '../../domain/text.ts';
import {leftOutWords} from '../../output/steps-lines.ts';
import {documentDifference} from '../../wizard/documents.ts';
import {checklistOf, contextOf} from '../../wizard/registering.ts';
import {stepsFor} from '../../wizard/steps.ts';
import {useConversation} from '../conversation.ts';
import type {Bindings} from '../hooks/use-keys.ts';
import {heightOf, type Remark} from '../layout.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import type {Item} from '../prompts/list-rows.ts';
import {StepView} from '../step-view.tsx';
import {ChecklistEntry} from './checklist-entry.tsx';
import {copiesOf, insideOf, itemsOf} from './checklist-rows.ts';
import {useStepsPage} from './use-steps-page.ts';

/**
The steps at the provider's portal, to be ticked. The pointer starts on the first that is open; going on is always
possible. `problem` says why the API named nothing.
*/
export function Checklist({
	steps: prepared,
	leftOut,
	problem,
}: Preparation & {
	readonly problem?: Problem;
}) {
	const {wizard, dispatch, back, services, frame} = useConversation();
	const {answers} = wizard;
	const known = contextOf(answers, problem ? undefined : prepared);
	const context = known && {...known, ...(leftOut === undefined ? {} : {leftOut})};
	const list = checklistOf(answers);
	const steps = context ? checklistFor(context) : [];
	const [ticked, setTicked] = useState(() => (list ? services.ticks.ticked(list) : new Set<string>()));
	const done = context ? doneIn(steps, context, ticked) : new Set<string>();
	// Who comes back here was through with it.
	const firstOpen = wizard.drafts.register ? undefined : steps.find(({id}) => !done.has(id));
	const [pointed, setPointed] = useState(firstOpen?.id ?? 'go-on');
	const [said, setSaid] = useState<Remark>();
	const [copied, setCopied] = useState(0);
	// A Return that is still held down from the step before ticks nothing.
	const [hasMoved, setHasMoved] = useState(false);
	const [typed, setTyped] = useState<ChecklistStep>();
	const write = useStepsPage(context, done, setSaid);
	if (!context || !list) return null;

	const step = steps.find(({id}) => id === pointed);
	const tick = (at: ChecklistStep, isDone: boolean) => {
		const warning = services.ticks.tick(list, tickOf(at, context), isDone);
		setTicked(services.ticks.ticked(list));
		if (warning !== undefined) setSaid({tone: 'warning', text: warning});
	};
	if (typed) {
		const close = (isAnswered: boolean) => {
			setTyped(undefined);
			// An address that is known is not registered yet.
			if (isAnswered && typed.puts.length === 0) tick(typed, true);
		};
		return <ChecklistEntry step={typed} onClosed={close} />;
	}

	const goOn = () => {
		const progress = {done: done.size, of: steps.length};
		const note = problem && `What to register could not be asked: ${problem.message}`;
		const answer = {steps: prepared, progress, ...(note === undefined ? {} : {note})};
		dispatch({type: 'answered', step: 'register', answer});
	};
	const copies = step ? copiesOf(step) : [];
	const copy = () => {
		const next = copies[copied % copies.length];
		if (!next) return;
		services.copy(next.text);
		const which =
			copies.length === 1 ? '' : ` ${(copied % copies.length) + 1} of ${copies.length}, ${next.what}`;
		setSaid({tone: 'good', text: `Copied${which}, if your terminal allows.`});
		setCopied(copied + 1);
	};
	const choose = (id: string) => {
		if (id === 'go-on') goOn();
		else if (id === 'write') write();
		else if (id === 'again') dispatch({type: 'retried', kind: 'preparation'});
		else if (step && isTyped(step)) setTyped(step);
		else if (copies.length > 0) copy();
		else if (step && hasMoved) tick(step, true);
		else if (step) setSaid({tone: 'plain', text: 'Space ticks this step, ↓ leads to the next.'});
	};
	const page = step?.page ?? context.provider.portalUrl;
	const keys: Bindings = {
		...(step ? {toggle: () => tick(step, !done.has(step.id))} : {}),
		...(copies.length > 0 ? {copy} : {}),
		...(page === undefined
			? {}
			: {
					open: () => {
						services.open(page);
						setSaid({tone: 'good', text: 'Opened, if there is a browser here.'});
					},
				}),
	};
	const notes = notesOf(
		prepared,
		problem,
		leftOut === undefined ? undefined : leftOutWords(leftOut),
		documentDifference(wizard, {steps: prepared}),
	);
	const below = said ? [said] : [];
	const beside = heightOf([...notes.filter(({isSpare}) => !isSpare), ...below], frame);
	const open = steps.length - done.size;
	const items: readonly Item[] = [
		...itemsOf(steps, done, frame.width),
		...(problem && problem.kind !== 'unavailable'
			? [{id: 'again', label: 'Ask Junction again what to register'}]
			: []),
		{id: 'write', label: 'Write the steps to a page, for whoever does them'},
		{id: 'go-on', label: `Go on${nextTitle(wizard)}`, end: open === 0 ? 'all done' : `${open} still open`},
	];
	return (
		<StepView
			title={`Register with ${context.provider.name}`}
			help={helpOf(portalFor(context.provider)?.place ?? 'the provider', list.isDemo)}
			problem={wizard.refusals.register}
			notes={notes}
		>
			<ListPrompt
				items={items}
				initial={pointed}
				onChoose={choose}
				onPoint={id => {
					setPointed(id ?? 'go-on');
					setHasMoved(true);
					setSaid(undefined);
					setCopied(0);
				}}
				onBack={back}
				bindingsFor={() => keys}
				insideFor={() => (step ? insideOf(step, frame, frame.bodyRows - aroundValues - beside) : [])}
				words={{next: nextWord(step, copies.length > 0, hasMoved), toggle: 'tick', open: 'page'}}
				below={below}
			/>
		</StepView>
	);
}

/** The help, the step's own row, and what its value belongs in. */
const aroundValues = 3;

/** Whether Enter takes what the step gives, which is not known yet. */
const isTyped = ({answers, answered}: ChecklistStep): boolean =>
	answers !== undefined && answered === undefined;

/** What Enter does. Where the pointer was put it ticks nothing, so it is not named there. */
function nextWord(step: ChecklistStep | undefined, hasCopies: boolean, hasMoved: boolean): string {
	if (!step) return 'choose';
	if (isTyped(step)) return 'type it';
	if (hasCopies) return 'copy';
	return hasMoved ? 'tick' : '';
}

/** The first step after this one that has no answer yet. */
function nextTitle({answers}: Parameters<typeof documentDifference>[0]): string {
	const next = stepsFor(answers).find(({id}) => id !== 'register' && answers[id] === undefined);
	return next ? ` to the ${lowerFirst(next.title)}` : ' to review';
}

const helpOf = (place: string, isDemo: boolean): string =>
	`At ${place}. Space ticks what is done; it is ${isDemo ? 'kept for this run' : 'remembered'}.`;

const notesOf = (
	prepared: readonly PreparationStep[],
	problem: Problem | undefined,
	...warnings: readonly (string | undefined)[]
): readonly Remark[] => [
	...(problem
		? [{tone: 'warning', text: `${problem.message} So values that Junction names are missing here.`} as const]
		: prepared.length === 0
			? [{tone: 'plain', text: 'Junction’s API names nothing more to register.', isSpare: true} as const]
			: []),
	...warnings.flatMap(text => (text === undefined ? [] : [{tone: 'warning', text} as const])),
];
