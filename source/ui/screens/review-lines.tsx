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

type ReviewRow = StepId | 'submit' | 'curl' | 'command';

/** Every line with what it changes of what is stored. The pointer starts on Submit. */
export function ReviewLines({planned, twinClientId}: ReviewLook) {
	const {wizard, dispatch, back, frame, services, veil} = useConversation();
	const [isConfirming, setIsConfirming] = useState(false);
	const [shown, setShown] = useState<'curl' | 'command'>();
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
	const items = itemsFor(
		reviewLines(wizard.answers),
		reviewChanges(planned),
		submitLabel(wizard, planned.before),
	);
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
		else if (row !== 'submit') dispatch({type: 'reopened', step: row});
		else if (confirmation) setIsConfirming(true);
		else submit('');
	};
	return (
		<StepView title={title} notes={remarksOf(wizard, notes)} least={4}>
			<ListPrompt
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

/** What is saved stands above where it goes: the target is on every screen already. */
const fieldsFirst = (lines: readonly ReviewLine[]): readonly ReviewLine[] => {
	const targets = new Set<StepId>([...targetIds, 'register']);
	return [...lines.filter(({id}) => !targets.has(id)), ...lines.filter(({id}) => targets.has(id))];
};

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

function itemsFor(
	lines: readonly ReviewLine[],
	changes: readonly ReviewChange[],
	submit: string,
): readonly ReviewItem[] {
	const widest = Math.max(...lines.map(line => line.title.length));
	return [
		{id: 'submit', label: submit},
		...fieldsFirst(lines).map(line => {
			const change = changes.find(({id}) => id === line.id);
			const says = [
				...(change ? [`was: ${change.from || 'none'}`] : []),
				...line.notes.map(note => `! ${note}`),
			];
			return {
				id: line.id,
				label: `${line.title.padEnd(widest)}  ${line.value}`,
				says: [line.value, ...says],
				...(says.length > 0 ? {detail: says.join('  ')} : {}),
			};
		}),
		{id: 'curl', label: 'Show as curl'},
		{id: 'command', label: 'Show as command'},
	];
}
