import {providerOf} from '../../wizard/steps.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {Spinner} from '../prompts/spinner.tsx';
import {StepView} from '../step-view.tsx';
import {waitingWords} from '../words.ts';
import {Checklist} from './checklist.tsx';

/** What is to be done at the provider, whatever the API names of it. */
export function Register() {
	const {wizard, back} = useConversation();
	const provider = providerOf(wizard.answers);
	const preparation = loaded(wizard, 'preparation');
	if (!provider) return null;
	if (preparation.status === 'loaded') return <Checklist {...preparation.value} />;
	if (preparation.status === 'failed') return <Checklist steps={[]} problem={preparation.problem} />;
	return (
		<StepView title={`Register with ${provider.name}`}>
			<Spinner onCancel={back}>
				{preparation.waiting ? waitingWords(preparation.waiting) : 'Asking what to register…'}
			</Spinner>
		</StepView>
	);
}
