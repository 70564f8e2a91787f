import {useState} from 'react';
import {type ApiGeneration, generationOfKey} from '../../domain/api-generation.ts';
import {Secret} from '../../domain/secret.ts';
import type {OrganizationAnswer} from '../../wizard/answers.ts';
import {keyContext, keyEntered, keyIn} from '../../wizard/found-key.ts';
import type {KeyCandidate} from '../../wizard/state.ts';
import {urlFor} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {dashboardUrl} from '../help-for.ts';
import {ProofView} from '../prompts/proof-view.tsx';
import {SecretPrompt} from '../prompts/secret-prompt.tsx';
import {StepView} from '../step-view.tsx';
import {apiWords} from '../words.ts';
import {KeyOffer} from './found/key-offer.tsx';
import {useFound} from './found/use-found.tsx';

const title = 'Organization key';

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
	const {wizard, dispatch, back, services} = useConversation();
	const draft = wizard.drafts['organization-key'];
	const api = useApiOfKey(organization);
	const [brought, setBrought] = useState<Secret>();
	const give = (secret: Secret) =>
		void dispatch({type: 'key-given', key: {secret, generation: api.of(secret), isAsked: true}});
	const found = useFound({
		recognised: text => {
			api.read(new Secret(text));
			const entered = keyEntered(text);
			return entered.kind === 'value' ? undefined : entered;
		},
		offered: (document, onFound) => <KeyOffer found={document} onKey={give} onInstead={() => onFound()} />,
		onValue: setBrought,
	});
	const demoKey = useDemoKey(organization);
	const kept = draft?.organizationId === organization.id ? draft.secret : undefined;
	return (
		<StepView
			title={title}
			help={useKeyHelp(demoKey)}
			problem={wizard.refusals['organization-key']}
			notes={[{tone: 'quiet', text: `API: ${api.words}`}]}
		>
			{found.offer || (
				<SecretPrompt
					kept={kept ?? (demoKey === undefined ? undefined : new Secret(demoKey))}
					keptHint={kept || demoKey === undefined ? undefined : 'Enter uses the demo’s key'}
					initial={brought}
					onChange={api.read}
					context={keyContext}
					onRead={found.take}
					onSubmit={give}
					onBack={back}
					bindings={{
						...(api.isFixed ? {} : {'other-api': api.change}),
						...(organization.isDemo ? {} : {open: () => services.open(dashboardUrl)}),
					}}
					words={{open: 'dashboard'}}
				/>
			)}
		</StepView>
	);
}

/**
Which API the key is sent to. Tab says so, or a flag, or where the organization was last; otherwise the key does as it was
settled, which may not begin as what was pasted.
*/
function useApiOfKey(organization: OrganizationAnswer) {
	const {launch, drafts} = useConversation().wizard;
	const known = organization.isDemo ? 'junction' : (launch.generation ?? organization.api?.generation);
	const draft = drafts['organization-key'];
	const before = draft?.organizationId === organization.id ? draft : undefined;
	const [chosen, setChosen] = useState<ApiGeneration | undefined>(known);
	const [guess, setGuess] = useState<ApiGeneration>(before?.generation ?? 'junction');
	const generation = chosen ?? guess;
	return {
		isFixed: organization.isDemo || launch.generation !== undefined,
		words: apiWords({generation, url: urlFor(organization, launch, generation)}),
		change: () => setChosen(generation === 'vital' ? 'junction' : 'vital'),
		/** Tells what is entered so far. */
		read(text: Secret) {
			const key = keyIn(text.reveal());
			if (key && !key.is('')) setGuess(generationOfKey(key.reveal()));
		},
		of(key: Secret): ApiGeneration {
			const isBefore = before && key === before.secret;
			return chosen ?? (isBefore ? before.generation : generationOfKey(key.reveal()));
		},
	};
}

function useDemoKey({isDemo, id}: OrganizationAnswer): string | undefined {
	const {demo} = useConversation().wizard;
	return isDemo ? demo?.organizations.find(one => one.id === id)?.key : undefined;
}

function useKeyHelp(demoKey: string | undefined): string {
	const {isPresenting} = useConversation();
	if (demoKey === undefined)
		return 'A management key, which begins with mg_. Ctrl+G says where it is made, Ctrl+O opens the Dashboard. It is not stored here.';
	return isPresenting ? 'Enter uses the demo’s key.' : `The demo’s key is ${demoKey} — Enter uses it.`;
}

/** The key on its way, with the API that it is sent to. */
function Proof({
	organization,
	candidate,
}: {
	readonly organization: OrganizationAnswer;
	readonly candidate: KeyCandidate;
}) {
	const {wizard, dispatch} = useConversation();
	const {generation, isAsked} = candidate;
	const url = urlFor(organization, wizard.launch, generation);
	return (
		<ProofView
			of="proof"
			title={title}
			help={`API: ${apiWords({generation, url})}`}
			words={{waiting: 'Checking the key…', again: 'Enter another key'}}
			isAsked={isAsked}
			onAgain={() => void dispatch({type: 'key-given'})}
		/>
	);
}
