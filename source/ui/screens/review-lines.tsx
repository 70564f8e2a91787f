import {useState} from 'react';
import stringWidth from 'string-width';
import type {StepId} from '../../wizard/answers.ts';
import {type ReviewChange, type ReviewLine, reviewChanges, reviewLines} from '../../wizard/review.ts';
import {targetIds, type Wizard} from '../../wizard/state.ts';
import {confirmationFor, handOffOf} from '../../wizard/submission.ts';
import {useConversation} from '../conversation.ts';
import {useHaste} from '../hooks/use-haste.ts';
import {gap, type Remark} from '../layout.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import type {Item} from '../prompts/list-rows.ts';
import {problemRemarks} from '../prompts/problem-menu.tsx';
import {notesFor, type ReviewLook, submitLabel} from '../review-notes.ts';
import {StepView} from '../step-view.tsx';
import {ConfirmationQuestion} from './confirmation-question.tsx';
import {HandOffView} from './hand-off-view.tsx';

const title = 'Review';

type ReviewRow = StepId | 'submit' | 'target' | 'curl' | 'command';

/** Every line with what it changes of what is stored. The pointer starts on Submit. */
export function ReviewLines({planned, twinClientId}: ReviewLook) {
	const {wizard, dispatch, back, frame, services, veil} = useConversation();
	const [isConfirming, setIsConfirming] = useState(false);
	const [shown, setShown] = useState<'curl' | 'command'>();
	const [isTargetOpen, setIsTargetOpen] = useState(false);
	// After a look the pointer is where it was: on Submit, the next key might save.
	const [pointed, setPointed] = useState<ReviewRow>('submit');
	const {isHasty, calm} = useHaste(services.now);
	const [wasHasty, setWasHasty] = useState(false);
	const confirmation = confirmationFor(wizard.answers);
	const handOff = handOffOf(wizard.answers, planned.before);
	const submit = (typed: string) => dispatch({type: 'submitted', confirmation: typed});

	if (shown && handOff)
		return <HandOffView kind={shown} facts={handOff} onBack={() => setShown(undefined)} />;
	if (isConfirming && confirmation) {
		const stop = () => setIsConfirming(false);
		return <ConfirmationQuestion confirmation={confirmation} onConfirmed={submit} onBack={stop} />;
	}

	const notes = notesFor(wizard, {planned, twinClientId}, services.now());
	const items = itemsFor(reviewLines(wizard.answers), reviewChanges(planned), {
		submit: submitLabel(wizard, planned.before),
		isTargetOpen,
	});
	const line = items.find(({id}) => id === pointed);
	const whole = wholeOf(line, veil, frame.width);
	const point = (row: ReviewRow | undefined) => {
		calm();
		setWasHasty(false);
		if (row) setPointed(row);
	};
	const choose = (row: ReviewRow) => {
		if (row === 'submit' && isHasty()) return setWasHasty(true);
		if (row === 'curl' || row === 'command') setShown(row);
		else if (row === 'target') {
			setIsTargetOpen(true);
			setPointed('organization');
		} else if (row !== 'submit') dispatch({type: 'reopened', step: row});
		else if (confirmation) setIsConfirming(true);
		else submit('');
	};
	return (
		<StepView title={title} notes={remarksOf(wizard, notes)} least={4}>
			<ListPrompt
				key={String(isTargetOpen)}
				items={items}
				initial={pointed}
				onChoose={choose}
				onBack={back}
				onPoint={point}
				words={{next: 'submit or change the line'}}
				below={wasHasty ? [...whole, hasty] : whole}
			/>
		</StepView>
	);
}

/** What went wrong at the last try, and what to know before the next. */
function remarksOf({phase}: Wizard, notes: ReturnType<typeof notesFor>): readonly Remark[] {
	const problem = phase.status === 'failed' || phase.status === 'unconfirmed' ? phase.problem : undefined;
	return [
		...(problem ? problemRemarks(problem) : []),
		...notes.map(({kind, text}) => ({tone: kind, text})),
		gap,
	];
}

const hasty: Remark = {
	tone: 'warning',
	text: 'That Enter came very soon, so nothing was sent. Look, then press it again.',
};

/** Where it goes is on every screen already, and is a line only where it is to be changed. */
const isOfTarget = ({id}: ReviewLine): boolean =>
	id === 'register' || targetIds.some(target => target === id);

type ReviewItem = Item<ReviewRow> & {readonly says?: readonly string[]};

/** What a line says, over as many rows as it takes; nothing where it fits its row. */
function wholeOf(
	line: ReviewItem | undefined,
	veil: (text: string) => string,
	width: number,
): readonly Remark[] {
	if (!line?.says) return [];
	const {label, detail = '', says} = line;
	const isWhole = stringWidth(`  ${veil(label)}   ${veil(detail)}`) <= width;
	return isWhole ? [] : says.map(text => ({tone: 'accent', text}));
}

/** Submit, then what is new, then what stays as it is. */
function itemsFor(
	lines: readonly ReviewLine[],
	changes: readonly ReviewChange[],
	{submit, isTargetOpen}: {readonly submit: string; readonly isTargetOpen: boolean},
): readonly ReviewItem[] {
	const isNew = ({id}: ReviewLine): boolean => changes.some(change => change.id === id);
	const fields = lines.filter(line => !isOfTarget(line));
	const target = isTargetOpen ? lines.filter(isOfTarget) : [];
	const shown = [...fields.filter(isNew), ...fields.filter(line => !isNew(line)), ...target];
	const widest = Math.max(...shown.map(line => line.title.length));
	return [
		{id: 'submit', label: submit},
		...shown.map(line => itemOf(line, changes, widest)),
		...(isTargetOpen ? [] : [{id: 'target', label: 'Change where it goes'} as const]),
		{id: 'curl', label: 'Show as curl'},
		{id: 'command', label: 'Show as command'},
	];
}

function itemOf(
	{id, title: name, value, notes}: ReviewLine,
	changes: readonly ReviewChange[],
	widest: number,
): ReviewItem {
	const change = changes.find(one => one.id === id);
	const says = [...(change ? [`was: ${change.from || 'none'}`] : []), ...notes.map(note => `! ${note}`)];
	return {
		id,
		label: `${name.padEnd(widest)}  ${value}`,
		says: [value, ...says],
		...(says.length > 0 ? {detail: says.join('  ')} : {}),
	};
}
