import type {FieldAnswer} from '../../domain/field-values.ts';
import {fieldsOf} from '../../domain/fields.ts';
import type {ChecklistStep} from '../../domain/portal/checklist.ts';
import {providerOf} from '../../wizard/steps.ts';
import {ConversationProvider, useConversation} from '../conversation.ts';
import {StepView} from '../step-view.tsx';
import {FieldPrompt} from './field-question.tsx';

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
	const given = (answer: FieldAnswer) => {
		dispatch({type: 'answered-together', answers: [{step: field.id, answer}]});
		onClosed(true);
	};
	return (
		<ConversationProvider value={{...conversation, back: () => onClosed(false)}}>
			<StepView title={field.title} help={field.help}>
				<FieldPrompt field={field} onGiven={given} />
			</StepView>
		</ConversationProvider>
	);
}
