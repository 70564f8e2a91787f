import {storedAnswer} from '../../domain/body/stored.ts';
import type {Field} from '../../domain/field.ts';
import {type FieldAnswer, type FieldValue, problemWith} from '../../domain/field-values.ts';
import {Secret} from '../../domain/secret.ts';
import {projectNumberIn} from '../../domain/values/documents/google.ts';
import {type Answers, isOfTarget} from '../../wizard/answers.ts';
import type {Wizard} from '../../wizard/state.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {Spinner} from '../prompts/spinner.tsx';
import {StepView} from '../step-view.tsx';
import type {Origin} from './fields/field-answering.ts';
import {JsonField} from './fields/json-field.tsx';
import {ListField} from './fields/list-field.tsx';
import {OverrideField} from './fields/override-field.tsx';
import {SecretField} from './fields/secret-field.tsx';
import {TextField} from './fields/text-field.tsx';
import {YesNoField} from './fields/yes-no-field.tsx';
import {BroughtDocument} from './found/brought-document.tsx';

/** The step of one field of the credential, whatever its kind. */
export function FieldQuestion({field}: {readonly field: Field}) {
	const {wizard, dispatch, back} = useConversation();
	const stored = loaded(wizard, 'stored');
	if (stored.status === 'loading' && wizard.answers.team) {
		return (
			<StepView title={field.title}>
				<Spinner onCancel={back}>Looking at what is stored for this team…</Spinner>
			</StepView>
		);
	}
	const isStored =
		stored.status === 'loaded' && stored.value.rows.some(row => isOfTarget(row, wizard.answers));
	const help =
		field.kind === 'secret' && isStored
			? `${field.help} ${field.isRequired ? askedAgain : clearedIfEmpty}`
			: field.help;
	return (
		<StepView title={field.title} help={help} problem={wizard.refusals[field.id]}>
			{wizard.document?.isOpen ? (
				<BroughtDocument field={field} />
			) : (
				// Anew where a document brought something to ask about.
				<FieldPrompt
					key={wizard.doubted[field.id] ? 'doubted' : 'asked'}
					field={field}
					onGiven={given => dispatch({type: 'answered', step: field.id, answer: given})}
				/>
			)}
		</StepView>
	);
}

export const askedAgain = 'One is stored; it cannot be read back, so it is asked again.';
const clearedIfEmpty = 'If one is stored, it cannot be read back: left empty, it is cleared.';

/** Whether a draft is what the API has for the target, and nothing that the person gave. */
function isStoredAs(draft: FieldAnswer, field: Field, wizard: Wizard): boolean {
	const stored = loaded(wizard, 'stored');
	if (stored.status !== 'loaded' || draft.kind !== 'given') return false;
	const row = stored.value.rows.find(candidate => isOfTarget(candidate, wizard.answers));
	const known = row && storedAnswer(row, field);
	return known?.kind === 'given' && isSameValue(known.value, draft.value);
}

/** Whether a line of review is edited that the person never answered. */
const isByFlag = ({id}: Field, {beforeEdit}: Wizard): boolean =>
	beforeEdit !== undefined && !beforeEdit.trail.includes(id);

/** What an earlier answer tells of this one: Google's client ID begins with the number of its project. */
export function derivedFrom({id}: Field, answers: Answers): string | undefined {
	const clientId = answers['client-id'];
	const isKnown = clientId?.kind === 'given' && typeof clientId.value === 'string';
	return id === 'details.project_number' && isKnown ? projectNumberIn(String(clientId.value)) : undefined;
}

const isSameValue = (one: FieldValue, other: FieldValue): boolean =>
	one instanceof Secret && other instanceof Secret
		? one.is(other.reveal())
		: JSON.stringify(one) === JSON.stringify(other);

/** What the prompt begins with that nobody typed there, if anything. */
export function originOf(
	field: Field,
	draft: FieldAnswer | undefined,
	derived: string | undefined,
	wizard: Wizard,
): Origin | undefined {
	if (derived !== undefined) return 'From the client ID';
	if (draft !== undefined && isStoredAs(draft, field, wizard)) return 'Stored';
	return isByFlag(field, wizard) ? 'Given' : undefined;
}

/** The prompt of a field, wherever it is asked. `onGiven` is told an answer that can stand. */
export function FieldPrompt({
	field,
	onGiven,
}: {
	readonly field: Field;
	readonly onGiven: (answer: FieldAnswer) => void;
}) {
	const {wizard} = useConversation();
	const draft = wizard.drafts[field.id];
	const value = draft?.kind === 'given' ? draft.value : undefined;
	const derived = value === undefined ? derivedFrom(field, wizard.answers) : undefined;
	const origin = originOf(field, draft, derived, wizard);
	const isStored = origin === 'Stored';
	const text = {initial: typeof value === 'string' ? value : (derived ?? ''), origin} as const;
	const answer = (given: FieldAnswer) => {
		const problem = problemWith(field, given);
		if (problem === undefined) onGiven(given);
		return problem;
	};
	switch (field.kind) {
		case 'url':
			return field.isTriable ? (
				<OverrideField field={field} {...text} onAnswer={answer} />
			) : (
				<TextField field={field} {...text} onAnswer={answer} />
			);
		case 'text':
			return <TextField field={field} {...text} onAnswer={answer} />;
		case 'secret':
			return (
				<SecretField field={field} kept={value instanceof Secret ? value : undefined} onAnswer={answer} />
			);
		case 'json':
			return <JsonField field={field} kept={draft} isStored={isStored} onAnswer={answer} />;
		case 'yes-no':
			return <YesNoField field={field} value={value} isStored={isStored} onAnswer={answer} />;
		case 'list':
			return <ListField field={field} value={value} isStored={isStored} onAnswer={answer} />;
	}
}
