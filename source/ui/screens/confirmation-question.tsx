import {clean} from '../../domain/text.ts';
import {type confirmationFor, isConfirmedBy} from '../../wizard/submission.ts';
import {useConversation} from '../conversation.ts';
import {TextPrompt} from '../prompts/text-prompt.tsx';
import {StepView} from '../step-view.tsx';

/** Production is saved only once what it names was typed. */
export function ConfirmationQuestion({
	confirmation: {text, what},
	onConfirmed,
	onBack,
}: {
	readonly confirmation: NonNullable<ReturnType<typeof confirmationFor>>;
	readonly onConfirmed: (typed: string) => void;
	readonly onBack: () => void;
}) {
	const {wizard, veil} = useConversation();
	return (
		<StepView
			title="Review"
			notes={[{tone: 'quiet', text: `This is production. Type ${what} to save: ${clean(text)}`}]}
			least={2}
		>
			<TextPrompt
				inSight={veil(clean(text))}
				onSubmit={typed => {
					if (!isConfirmedBy(wizard.answers, typed)) return `That is not ${what}.`;
					onConfirmed(typed);
					return undefined;
				}}
				onBack={onBack}
			/>
		</StepView>
	);
}
