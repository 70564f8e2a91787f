import {type FieldAnswer, problemWith} from '../../domain/field-values.ts';
import {fieldsOf} from '../../domain/fields.ts';
import type {ChecklistStep} from '../../domain/portal/checklist.ts';
import {providerOf} from '../../wizard/steps.ts';
import {ConversationProvider, useConversation} from '../conversation.ts';
import {StepView} from '../step-view.tsx';
import {OverrideField} from './fields/override-field.tsx';
import {TextField} from './fields/text-field.tsx';

/** What a step at the portal gives, typed there: it answers its field, which is then not asked again. */
export function ChecklistEntry({
	step,
	onClosed,
}: {
	readonly step: ChecklistStep;
	readonly onClosed: (isAnswered: boolean) => void;
}) {
	const conversation = useConversation();
	const {wizard, dispatch} = conversation;
	const provider = providerOf(wizard.answers);
	const field = provider && fieldsOf(provider).find(({id}) => id === step.answers);
	if (!field) return null;
	const draft = wizard.drafts[field.id];
	const initial = draft?.kind === 'given' && typeof draft.value === 'string' ? draft.value : '';
	const Prompt = field.isTriable ? OverrideField : TextField;
	const answer = (given: FieldAnswer) => {
		const problem = problemWith(field, given);
		if (problem !== undefined) return problem;
		dispatch({type: 'answered-together', answers: [{step: field.id, answer: given}]});
		onClosed(true);
		return undefined;
	};
	return (
		<ConversationProvider value={{...conversation, back: () => onClosed(false)}}>
			<StepView title={field.title} help={field.help}>
				<Prompt
					field={field}
					initial={initial}
					origin={initial === '' ? undefined : 'Stored'}
					onAnswer={answer}
				/>
			</StepView>
		</ConversationProvider>
	);
}
