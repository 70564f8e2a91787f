import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {StepView} from '../step-view.tsx';
import {waitingWords} from '../words.ts';
import {ProblemMenu} from './problem-menu.tsx';
import {Spinner} from './spinner.tsx';

/** What was entered, on its way to the API and back; what went wrong there can be tried again. */
export function ProofView({
	of: kind,
	title,
	help,
	words,
	isAsked,
	onAgain,
}: {
	readonly of: 'proof' | 'team';
	readonly title: string;
	readonly help?: string;
	readonly words: {readonly waiting: string; readonly again: string};
	/** Whether the person entered it: then one is back where it is entered. */
	readonly isAsked: boolean;
	readonly onAgain: () => void;
}) {
	const {wizard, dispatch, back} = useConversation();
	const proof = loaded(wizard, kind);
	const leave = isAsked ? onAgain : back;
	if (proof.status === 'failed') {
		return (
			<StepView title={title}>
				<ProblemMenu
					problem={proof.problem}
					items={[
						{value: 'retry', label: 'Try again'},
						{value: 'again', label: words.again},
					]}
					onChoose={choice => (choice === 'retry' ? dispatch({type: 'retried', kind}) : onAgain())}
					onBack={leave}
				/>
			</StepView>
		);
	}
	const waiting = proof.status === 'loading' ? proof.waiting : undefined;
	return (
		<StepView title={title} help={help}>
			<Spinner onCancel={leave}>{waiting ? waitingWords(waiting) : words.waiting}</Spinner>
		</StepView>
	);
}
