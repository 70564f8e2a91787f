import {useMemo} from 'react';
import {knownOf} from '../../../domain/loading.ts';
import type {NotedUser} from '../../../domain/proof/ports.ts';
import {removalWords} from '../../../output/proof-words.ts';
import type {Wizard} from '../../../wizard/state.ts';
import {loaded} from '../../../wizard/wants.ts';
import {useConversation} from '../../conversation.ts';
import {gap, type Remark} from '../../layout.ts';
import {Menu} from '../../prompts/menu.tsx';
import {ReadFirst} from '../../prompts/read-first.tsx';
import {Spinner} from '../../prompts/spinner.tsx';
import {StepView} from '../../step-view.tsx';
import {named} from '../../words.ts';

/** The test users that earlier runs left in the organization whose key is proved, until it is settled what becomes of them. */
export function useLeftUsers() {
	const {wizard, services} = useConversation();
	const {'organization-key': key} = wizard.answers;
	const [url, id] = [key?.url, key?.organizationId];
	const users = useMemo(
		() => (url === undefined || id === undefined ? [] : services.leftUsers({url, id})),
		[services, url, id],
	);
	const {leftUsers} = wizard;
	const isOfThis = leftUsers?.users.some(
		({organization}) => organization.id === id && organization.url === url,
	);
	const isSettled = isOfThis === true && !leftUsers?.isDeletionWanted;
	const isAsking = wizard.phase.status === 'asking';
	return users.length > 0 && !isSettled && isAsking ? users : undefined;
}

const one = {
	words:
		'An earlier proof ended before it could delete its test user at Junction. byoo made it for that proof alone, in this team:',
	label: 'Delete it now',
};

const several = {
	words:
		'Earlier proofs ended before they could delete their test users at Junction. byoo made them for those proofs alone, in:',
	label: 'Delete them now',
};

/** Where one of them is. */
function whereOf({teamId, place}: NotedUser, wizard: Wizard): Remark {
	const team = knownOf(loaded(wizard, 'teams'))?.rows.find(({id}) => id === teamId);
	return {tone: 'accent', text: `${named(team ?? {id: teamId})} (${place.environment}, ${place.region})`};
}

/** Offers to delete them. They are looked at first: one that is not ours stays. */
export function LeftUsersView({users}: {readonly users: NonNullable<ReturnType<typeof useLeftUsers>>}) {
	const {wizard, dispatch} = useConversation();
	const {leftUsers} = wizard;
	const settle = (isDeletionWanted: boolean) =>
		dispatch({type: 'left-users-settled', left: {users, isDeletionWanted}});
	const title = users.length === 1 ? 'A test user is left' : `${users.length} test users are left`;
	if (!leftUsers?.isDeletionWanted) {
		const {words, label} = users.length === 1 ? one : several;
		return (
			<StepView title={title}>
				<ReadFirst
					words={[{tone: 'plain', text: words}, ...users.map(user => whereOf(user, wizard))]}
					label={label}
					backLabel="Not now"
					onGo={() => settle(true)}
					onBack={() => settle(false)}
				/>
			</StepView>
		);
	}
	const load = loaded(wizard, 'left');
	if (load.status !== 'loaded') {
		return (
			<StepView title={title}>
				<Spinner onCancel={() => settle(false)}>Deleting…</Spinner>
			</StepView>
		);
	}
	const remarks = load.value.flatMap((removal, index): readonly Remark[] => {
		const noted = users[index];
		if (!noted) return [];
		const text = removalWords(removal, noted);
		return [{tone: removal.kind === 'deleted' || removal.kind === 'gone' ? 'good' : 'warning', text}];
	});
	return (
		<StepView title={title} notes={[...remarks, gap]}>
			<Menu items={[{value: 'on', label: 'Go on'}]} onChoose={() => settle(false)} />
		</StepView>
	);
}
