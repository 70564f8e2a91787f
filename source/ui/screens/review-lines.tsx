import {useState} from 'react';
import {reviewChanges, reviewLines} from '../../wizard/review.ts';
import type {Wizard} from '../../wizard/state.ts';
import {confirmationFor, handOffOf} from '../../wizard/submission.ts';
import {useConversation} from '../conversation.ts';
import {useGuarded} from '../hooks/use-guarded.ts';
import {gap, heightOf, type Remark} from '../layout.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import {problemRemarks} from '../prompts/problem-menu.tsx';
import {useRowsLeft} from '../remarks.tsx';
import {notesFor, type ReviewLook, type ReviewNote, submitLabel} from '../review-notes.ts';
import {StepView} from '../step-view.tsx';
import {ConfirmationQuestion} from './confirmation-question.tsx';
import {HandOffView} from './hand-off-view.tsx';
import {PairProof} from './proving/pair-proof.tsx';
import {checksFor, isOfTarget, itemsFor, type NoteRow, type ReviewRow, wholeOf} from './review-rows.ts';

const title = 'Review';

/** The rows of the list that stay in sight below what is said. */
const leastOfList = 4;

/** Every line with what it changes of what is stored. The pointer starts on Submit. */
export function ReviewLines({planned, twinClientId}: ReviewLook) {
	const {wizard, dispatch, back, frame, services, veil} = useConversation();
	const [isConfirming, setIsConfirming] = useState(false);
	const [shown, setShown] = useState<'curl' | 'command' | 'pair' | 'consent'>();
	const left = reviewLines(wizard.answers).find(({id}) => id === wizard.leftEdit);
	const [isTargetOpen, setIsTargetOpen] = useState(left !== undefined && isOfTarget(left));
	// After a look, or an edit that was given up, the pointer is where it was: on Submit, the next key might save.
	const [pointed, setPointed] = useState<ReviewRow>(left?.id ?? 'submit');
	const rows = useRowsLeft() - leastOfList;
	const confirmation = confirmationFor(wizard.answers);
	const handOff = handOffOf(wizard.answers, planned.before);
	const submit = (typed: string) => dispatch({type: 'submitted', confirmation: typed});
	const guarded = useGuarded(() => (confirmation ? setIsConfirming(true) : submit('')), 'sent');

	if (shown === 'pair' || shown === 'consent')
		return (
			<PairProof
				proof={shown}
				onBack={() => {
					// What was refused is there to be changed at once.
					const {pair, consent} = wizard.proofs;
					if ([pair, consent].some(finding => finding?.verdict === 'refuted')) setPointed('client-id');
					setShown(undefined);
				}}
			/>
		);
	if (shown && handOff)
		return <HandOffView kind={shown} facts={handOff} onBack={() => setShown(undefined)} />;
	if (isConfirming && confirmation) {
		const stop = () => setIsConfirming(false);
		return <ConfirmationQuestion confirmation={confirmation} onConfirmed={submit} onBack={stop} />;
	}

	const notes = notesFor(wizard, {planned, twinClientId}, services.now());
	const said = remarksOf(wizard, notes);
	const hasRoom = heightOf(said, frame) <= rows;
	const items = itemsFor(reviewLines(wizard.answers), reviewChanges(planned), {
		submit: submitLabel(wizard, planned.before, frame.isCompact),
		notes: hasRoom ? [] : notes,
		checks: checksFor(wizard),
		isTargetOpen,
	});
	const line = items.find(({id}) => id === pointed);
	const whole = wholeOf(line, veil, frame.width);
	const point = (row: ReviewRow | undefined) => {
		guarded.calm();
		if (row) setPointed(row);
	};
	const choose = (row: ReviewRow, _: string, isHeld: boolean) => {
		if (row === 'submit') guarded.choose(row, isHeld);
		else if (row === 'curl' || row === 'command' || row === 'pair' || row === 'consent') setShown(row);
		else if (isNote(row)) return;
		else if (row === 'target') {
			setIsTargetOpen(true);
			setPointed('organization');
		} else dispatch({type: 'reopened', step: row});
	};
	return (
		<StepView title={title} notes={hasRoom ? said : remarksOf(wizard, [countOf(notes)])} least={leastOfList}>
			<ListPrompt
				key={String(isTargetOpen)}
				items={items}
				initial={pointed}
				onChoose={choose}
				onBack={back}
				onPoint={point}
				bindingsFor={id => (id !== undefined && isNote(id) ? {next: undefined} : {})}
				words={{next: ['submit or change the line', 'choose']}}
				below={guarded.said ? [...whole, guarded.said] : whole}
			/>
		</StepView>
	);
}

const isNote = (row: ReviewRow): row is NoteRow => row.startsWith('note ');

/** What went wrong at the last try, and what to know before the next. */
function remarksOf({phase}: Wizard, notes: ReturnType<typeof notesFor>): readonly Remark[] {
	const problem = phase.status === 'failed' || phase.status === 'unconfirmed' ? phase.problem : undefined;
	return [
		...(problem ? problemRemarks(problem) : []),
		...notes.map(({kind, text}) => ({tone: kind, text})),
		gap,
	];
}

/** In place of notes that would be cut: each of them is a row of the list then, and whole below it. */
const countOf = (notes: readonly ReviewNote[]): ReviewNote => ({
	kind: notes.some(({kind}) => kind !== 'good') ? 'warning' : 'good',
	text: notes.length === 1 ? 'Press ↓ for what to know.' : `${notes.length} things to know: press ↓.`,
});
