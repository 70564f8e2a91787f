import {useState} from 'react';
import {type ApiGeneration, generationOfKey} from '../../domain/api-generation.ts';
import {Secret} from '../../domain/secret.ts';
import {readValue} from '../../domain/values/doubts.ts';
import type {OrganizationAnswer} from '../../wizard/answers.ts';
import type {KeyCandidate} from '../../wizard/state.ts';
import {loaded, urlFor} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {ProblemMenu} from '../prompts/problem-menu.tsx';
import {SecretPrompt} from '../prompts/secret-prompt.tsx';
import {Spinner} from '../prompts/spinner.tsx';
import {StepView} from '../step-view.tsx';
import {apiWords, waitingWords} from '../words.ts';

const title = 'Organization key';
const context = {role: 'key'} as const;

/** Asks for the key where the environment holds none for this API; it is proved at once. */
export function OrganizationKey() {
	const {wizard} = useConversation();
	const {organization} = wizard.answers;
	const {keyEntry} = wizard;
	if (!organization) return null;
	return typeof keyEntry === 'object' ? (
		<Proof organization={organization} candidate={keyEntry} />
	) : (
		<Question organization={organization} />
	);
}

function Question({organization}: {readonly organization: OrganizationAnswer}) {
	const {wizard, dispatch, back, isPresenting} = useConversation();
	const {launch, demo} = wizard;
	const draft = wizard.drafts['organization-key'];
	const known = organization.isDemo
		? 'junction'
		: (launch.generation ?? draft?.generation ?? organization.api?.generation);
	const [chosen, setChosen] = useState<ApiGeneration | undefined>(known);
	const [typed, setTyped] = useState(false);
	const [guess, setGuess] = useState<ApiGeneration>('junction');
	const generation = chosen ?? guess;
	const demoKey = organization.isDemo
		? demo?.organizations.find(({id}) => id === organization.id)?.key
		: undefined;
	const kept = draft?.organizationId === organization.id ? draft.secret : undefined;
	const isFixed = organization.isDemo || launch.generation !== undefined;
	return (
		<StepView
			title={title}
			help={
				demoKey === undefined
					? 'A management key of the organization; a team’s API key does not fit. It is not stored here.'
					: isPresenting
						? 'Enter uses the demo’s key.'
						: `The demo’s key is ${demoKey} — Enter uses it.`
			}
			problem={wizard.refusals['organization-key']}
			notes={[
				{
					tone: 'quiet',
					text: `API: ${apiWords({generation, url: urlFor(organization, launch, generation)})}`,
				},
			]}
		>
			<SecretPrompt
				kept={kept ?? (demoKey === undefined ? undefined : new Secret(demoKey))}
				keptHint={kept || demoKey === undefined ? undefined : 'Enter uses the demo’s key'}
				onChange={text => {
					setTyped(!text.is(''));
					const {repaired, value} = readValue(text.reveal(), context);
					setGuess(generationOfKey((repaired ?? value).reveal()));
				}}
				context={context}
				onSubmit={secret => {
					// By the key as it was settled, which may not begin as what was pasted.
					const guessed = typed ? generationOfKey(secret.reveal()) : (draft?.generation ?? guess);
					const key = {secret, generation: chosen ?? guessed, isAsked: true};
					dispatch({type: 'key-given', key});
					return undefined;
				}}
				onBack={back}
				bindings={
					isFixed ? {} : {'other-api': () => setChosen(generation === 'vital' ? 'junction' : 'vital')}
				}
			/>
		</StepView>
	);
}

/** The key on its way to the API and back; what went wrong there can be tried again. */
function Proof({
	organization,
	candidate,
}: {
	readonly organization: OrganizationAnswer;
	readonly candidate: KeyCandidate;
}) {
	const {wizard, dispatch, back} = useConversation();
	const {generation, isAsked} = candidate;
	const proof = loaded(wizard, 'proof');
	const again = () => dispatch({type: 'key-given'});
	const leave = isAsked ? again : back;
	if (proof.status === 'failed') {
		return (
			<StepView title={title}>
				<ProblemMenu
					problem={proof.problem}
					items={[
						{value: 'retry', label: 'Try again'},
						{value: 'again', label: 'Enter another key'},
					]}
					onChoose={choice => (choice === 'retry' ? dispatch({type: 'retried', kind: 'proof'}) : again())}
					onBack={leave}
				/>
			</StepView>
		);
	}
	const waiting = proof.status === 'loading' ? proof.waiting : undefined;
	const url = urlFor(organization, wizard.launch, generation);
	return (
		<StepView title={title} help={`API: ${apiWords({generation, url})}`}>
			<Spinner onCancel={leave}>{waiting ? waitingWords(waiting) : 'Checking the key…'}</Spinner>
		</StepView>
	);
}
