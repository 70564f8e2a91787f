import {useState} from 'react';
import type {RememberedOrganization} from '../../domain/ports.ts';
import {uuid} from '../../domain/schemas.ts';
import {ago} from '../../output/ago.ts';
import type {OrganizationAnswer} from '../../wizard/answers.ts';
import type {DemoSession} from '../../wizard/settled.ts';
import {useConversation} from '../conversation.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import type {Item} from '../prompts/list-rows.ts';
import {Menu} from '../prompts/menu.tsx';
import {TextPrompt} from '../prompts/text-prompt.tsx';
import {StepView} from '../step-view.tsx';
import {named} from '../words.ts';

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

function ForgetQuestion({
	organization,
	onForget,
	onKeep,
}: {
	readonly organization: RememberedOrganization;
	readonly onForget: () => void;
	readonly onKeep: () => void;
}) {
	return (
		<StepView
			title={title}
			help={`Forget ${named(organization)}? Only this computer forgets it; nothing is deleted at the API.`}
		>
			<Menu
				items={[
					{value: 'keep', label: 'Keep it'},
					{value: 'forget', label: 'Forget it'},
				]}
				onChoose={choice => (choice === 'forget' ? onForget() : onKeep())}
				onBack={onKeep}
			/>
		</StepView>
	);
}

function OrganizationIdQuestion({
	remembered,
	onAnswer,
	onBack,
}: {
	readonly remembered: readonly RememberedOrganization[];
	readonly onAnswer: (organization: OrganizationAnswer) => void;
	readonly onBack: () => void;
}) {
	const {wizard} = useConversation();
	return (
		<StepView title={title} help="The organization’s ID, from the Junction dashboard: Organization settings.">
			<TextPrompt
				initial={wizard.drafts.organization?.id ?? ''}
				placeholder="8a1f0c3e-5b7d-4e2a-9c6f-0123456789ab"
				onSubmit={text => {
					const parsed = uuid.safeParse(text);
					if (!parsed.success) return parsed.error.issues[0]?.message;
					const known = remembered.find(({id}) => id === parsed.data);
					onAnswer(known ? rememberedAnswer(known) : {id: parsed.data, isDemo: false});
					return undefined;
				}}
				onBack={onBack}
			/>
		</StepView>
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
	const {wizard, dispatch, back, services} = useConversation();
	const {demo, settled} = wizard;
	const draft = wizard.drafts.organization;
	const items = demo ? itemsOfDemo(demo) : itemsOf(recent, settled.apiUrl === undefined, services.now());
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
			help={
				demo ? 'Two made-up organizations on this computer. Nothing leaves it.' : 'Whose team is this for?'
			}
			problem={wizard.refusals.organization}
			notes={problem === undefined ? [] : [{tone: 'warning', text: problem}]}
		>
			<ListPrompt
				key={items.map(item => item.id).join()}
				items={items}
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

const itemsOfDemo = (demo: DemoSession): readonly Item[] =>
	demo.organizations.map(({id, name}) => ({id, label: name, detail: 'demo'}));

const itemsOf = (recent: readonly RememberedOrganization[], hasDemo: boolean, now: Date): readonly Item[] => [
	...recent.map(organization => ({
		id: keyOf(organization),
		label: named(organization),
		detail: detailOf(organization, now),
	})),
	{id: 'add', label: 'Add an organization'},
	...(hasDemo ? [{id: 'demo', label: 'Try the demo', detail: 'no account needed'}] : []),
];

const keyOf = ({url, id}: RememberedOrganization): string => `${url} ${id}`;

const rememberedAnswer = (remembered: RememberedOrganization): OrganizationAnswer => ({
	id: remembered.id,
	...(remembered.name === undefined ? {} : {name: remembered.name}),
	api: {generation: remembered.generation, url: remembered.url},
	isDemo: false,
	remembered,
});

const detailOf = ({environment, region, lastUsed}: RememberedOrganization, now: Date): string =>
	[environment, region, ago(lastUsed, now)].filter(part => part !== undefined).join(', ');
