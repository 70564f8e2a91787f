import {Text} from 'ink';
import {useCallback, useEffect, useState} from 'react';
import {type ApiGeneration, describeApi, generationOfKey} from '../../domain/api-generation.ts';
import type {Organization} from '../../domain/credential.ts';
import {Secret} from '../../domain/secret.ts';
import {clean} from '../../domain/text.ts';
import type {KeyAnswer, OrganizationAnswer} from '../../wizard/answers.ts';
import {useConversation} from '../conversation.ts';
import {type LoadOptions, useLoad} from '../hooks/use-load.ts';
import {SecretPrompt} from '../prompts/secret-prompt.tsx';
import {Trouble} from '../prompts/trouble.tsx';
import {Wait} from '../prompts/wait.tsx';
import type {Settled} from '../services.ts';
import {Step} from '../step.tsx';
import {apiWords, waitingWords} from '../words.ts';

const title = 'Organization key';

type Candidate = {readonly secret: Secret; readonly generation: ApiGeneration; readonly isAsked: boolean};

/** Asks for the key where the environment holds none for this API, and proves it at once. */
export function OrganizationKey() {
	const {wizard, settled} = useConversation();
	const {organization} = wizard.answers;
	const refusal = wizard.refusals['organization-key'];
	const draft = wizard.drafts['organization-key'];
	const [candidate, setCandidate] = useState<Candidate | undefined>(() =>
		refusal === undefined && draft === undefined && organization
			? keyAtHand(organization, settled)
			: undefined,
	);
	if (!organization) return null;
	return candidate ? (
		<Proof organization={organization} candidate={candidate} onAgain={() => setCandidate(undefined)} />
	) : (
		<Question organization={organization} onGiven={setCandidate} />
	);
}

/** The key from the environment, unless it belongs to another API than the organization. */
function keyAtHand(
	organization: OrganizationAnswer,
	{key, apiUrl, generation}: Settled,
): Candidate | undefined {
	if (!key || organization.isDemo) return undefined;
	const wanted = generation ?? (apiUrl === undefined ? organization.api?.generation : undefined);
	return wanted === undefined || wanted === key.generation ? {...key, isAsked: false} : undefined;
}

function Question({
	organization,
	onGiven,
}: {
	readonly organization: OrganizationAnswer;
	readonly onGiven: (candidate: Candidate) => void;
}) {
	const {wizard, settled, demo, back, isPresenting} = useConversation();
	const draft = wizard.drafts['organization-key'];
	const known = organization.isDemo
		? 'junction'
		: (settled.generation ?? draft?.generation ?? organization.api?.generation);
	const [chosen, setChosen] = useState<ApiGeneration | undefined>(known);
	const [typed, setTyped] = useState(false);
	const [guess, setGuess] = useState<ApiGeneration>('junction');
	const generation = chosen ?? guess;
	const demoKey = organization.isDemo
		? demo?.organizations.find(({id}) => id === organization.id)?.key
		: undefined;
	const kept = draft?.organizationId === organization.id ? draft.secret : undefined;
	const isFixed = organization.isDemo || settled.generation !== undefined;
	return (
		<Step
			title={title}
			help={
				demoKey === undefined
					? 'A management key of the organization; a team’s API key does not fit. It is not stored here.'
					: isPresenting
						? 'Enter uses the demo’s key.'
						: `The demo’s key is ${demoKey} — Enter uses it.`
			}
			problem={wizard.refusals['organization-key']}
		>
			<Text dimColor>API: {apiWords({generation, url: urlFor(organization, settled, generation)})}</Text>
			<SecretPrompt
				kept={kept ?? (demoKey === undefined ? undefined : new Secret(demoKey))}
				keptHint={kept || demoKey === undefined ? undefined : 'Enter uses the demo’s key'}
				onChange={text => {
					setTyped(!text.is(''));
					setGuess(generationOfKey(text.reveal()));
				}}
				onSubmit={secret => {
					const guessed = typed ? guess : (draft?.generation ?? guess);
					onGiven({secret, generation: chosen ?? guessed, isAsked: true});
					return undefined;
				}}
				onBack={back}
				bindings={
					isFixed ? {} : {'other-api': () => setChosen(generation === 'vital' ? 'junction' : 'vital')}
				}
			/>
		</Step>
	);
}

function Proof({
	organization,
	candidate,
	onAgain,
}: {
	readonly organization: OrganizationAnswer;
	readonly candidate: Candidate;
	readonly onAgain: () => void;
}) {
	const {dispatch, services, settled, back} = useConversation();
	const {secret, generation, isAsked} = candidate;
	const url = urlFor(organization, settled, generation);
	const {id} = organization;
	const load = useCallback(
		(options: LoadOptions) =>
			services.connect({generation, url, organizationId: id, key: secret}).organization(options),
		[services, generation, url, id, secret],
	);
	const {state, retry} = useLoad<Organization>(load);
	useEffect(() => {
		const answer: KeyAnswer = {secret, generation, url, organizationId: id};
		const proved = (more: Partial<KeyAnswer>) =>
			dispatch({type: 'answered', step: 'organization-key', answer: {...answer, ...more}, isAsked});
		if (state.status === 'loaded') {
			proved(describe(id, state.value, services.now()));
		} else if (state.status === 'failed' && state.problem.kind === 'unavailable') {
			proved({note: 'This API does not say whose key it is. It is proved with the first request.'});
		} else if (state.status === 'failed' && state.problem.kind === 'reauthenticate') {
			dispatch({
				type: 'refused',
				step: 'organization-key',
				message: `${state.problem.message} ${state.problem.advice}`,
			});
			onAgain();
		}
	}, [state, dispatch, services, secret, generation, url, id, isAsked, onAgain]);

	if (
		state.status === 'failed' &&
		state.problem.kind !== 'reauthenticate' &&
		state.problem.kind !== 'unavailable'
	) {
		return (
			<Step title={title}>
				<Trouble
					problem={state.problem}
					items={[
						{value: 'retry', label: 'Try again'},
						{value: 'again', label: 'Enter another key'},
					]}
					onChoose={choice => (choice === 'retry' ? retry() : onAgain())}
					onBack={isAsked ? onAgain : back}
				/>
			</Step>
		);
	}
	const waiting = state.status === 'loading' ? state.waiting : undefined;
	return (
		<Step title={title} help={`API: ${apiWords({generation, url})}`}>
			<Wait onCancel={isAsked ? onAgain : back}>{waiting ? waitingWords(waiting) : 'Checking the key…'}</Wait>
		</Step>
	);
}

const urlFor = (organization: OrganizationAnswer, settled: Settled, generation: ApiGeneration): string =>
	organization.isDemo && organization.api
		? organization.api.url
		: (settled.apiUrl ?? describeApi(generation).url);

const dayMilliseconds = 86_400_000;
const nearDays = 30;

/** What the API says of the organization; an end that is near is worth saying. */
function describe(id: string, organization: Organization, now: Date): Partial<KeyAnswer> {
	if (organization.id.toLowerCase() !== id)
		return {note: 'The API describes another organization than this one.'};
	const name = clean(organization.name ?? '');
	const end = Date.parse(organization.expiresAt ?? '');
	const days = Math.floor((end - now.getTime()) / dayMilliseconds);
	const ends = days < 0 ? 'This organization has expired.' : `This organization expires in ${days} days.`;
	return {
		...(name === '' ? {} : {organizationName: name}),
		...(days <= nearDays ? {note: ends} : {}),
	};
}
