import {useMemo, useState} from 'react';
import type {RememberedOrganization} from '../../domain/ports.ts';
import type {OrganizationAnswer} from '../../wizard/answers.ts';
import {useConversation} from '../conversation.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import {StepView} from '../step-view.tsx';
import {itemsOfDemo, keyOf, organizationItems} from './organization-items.ts';
import {ForgetQuestion, OrganizationIdQuestion, rememberedAnswer} from './organization-questions.tsx';

const title = 'Organization';

/** The first thing on the screen: recent organizations, a new one, or the demo. */
export function OrganizationList() {
	const {wizard, dispatch, services} = useConversation();
	const {demo} = wizard;
	const draft = wizard.drafts.organization;
	const [remembered, setRemembered] = useState(services.memory.remembered);
	const [forgetting, setForgetting] = useState<RememberedOrganization>();
	const [problem, setProblem] = useState(services.memory.warnings[0]);
	const recent = demo ? [] : remembered;
	const [isAdding, setIsAdding] = useState(
		!demo && draft !== undefined && !recent.some(({id}) => id === draft.id),
	);
	const answer = (organization: OrganizationAnswer) =>
		dispatch({type: 'answered', step: 'organization', answer: organization});
	const forget = async (organization: RememberedOrganization) => {
		setForgetting(undefined);
		setRemembered(now => now.filter(other => other !== organization));
		setProblem(await services.memory.forget(organization));
	};

	if (forgetting) {
		return (
			<ForgetQuestion
				organization={forgetting}
				onForget={() => forget(forgetting)}
				onKeep={() => setForgetting(undefined)}
			/>
		);
	}
	return isAdding ? (
		<OrganizationIdQuestion remembered={remembered} onAnswer={answer} onBack={() => setIsAdding(false)} />
	) : (
		<ListedOrganizations
			recent={recent}
			problem={problem}
			onAnswer={answer}
			onAdd={() => setIsAdding(true)}
			onForget={setForgetting}
		/>
	);
}

function ListedOrganizations({
	recent,
	problem,
	onAnswer,
	onAdd,
	onForget,
}: {
	readonly recent: readonly RememberedOrganization[];
	/** What is wrong with what is remembered. */
	readonly problem: string | undefined;
	readonly onAnswer: (organization: OrganizationAnswer) => void;
	readonly onAdd: () => void;
	readonly onForget: (organization: RememberedOrganization) => void;
}) {
	const {wizard, dispatch, back, services, isPresenting} = useConversation();
	const {demo, launch} = wizard;
	const draft = wizard.drafts.organization;
	const hasDemo = launch.apiUrl === undefined;
	const {items, find} = useMemo(
		() =>
			demo
				? {items: itemsOfDemo(demo)}
				: organizationItems(recent, {hasDemo, isPresenting, now: services.now()}),
		[demo, recent, hasDemo, isPresenting, services],
	);
	const recentOf = (id: string | undefined) => recent.find(candidate => keyOf(candidate) === id);
	const choose = (id: string) => {
		const ofDemo = demo?.organizations.find(organization => organization.id === id);
		const organization = recentOf(id);
		if (demo && ofDemo) onAnswer({...ofDemo, api: {generation: 'junction', url: demo.url}, isDemo: true});
		else if (organization) onAnswer(rememberedAnswer(organization));
		else if (id === 'demo') dispatch({type: 'demo-wanted'});
		else onAdd();
	};
	return (
		<StepView
			title={title}
			help={demo ? demoWords : find ? closedWords : 'Whose team is this for?'}
			problem={wizard.refusals.organization}
			notes={problem === undefined ? [] : [{tone: 'warning', text: problem}]}
		>
			<ListPrompt
				key={items.map(item => item.id).join()}
				items={items}
				{...(find && {find})}
				initial={draft && (demo ? draft.id : items.find(item => item.id.endsWith(draft.id))?.id)}
				onChoose={choose}
				onBack={back}
				bindingsFor={id => {
					const organization = recentOf(id);
					return organization ? {forget: () => onForget(organization)} : {};
				}}
			/>
		</StepView>
	);
}

const demoWords = 'Two made-up organizations on this computer. Nothing leaves it.';
const closedWords = 'Whose team is this for? Two letters of its name open the list of those used before.';
