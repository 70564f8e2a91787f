import {useState} from 'react';
import type {NewTeam, Team} from '../../domain/credential.ts';
import {isForbidden, type Problem} from '../../domain/problem.ts';
import {hasName} from '../../domain/team-choice.ts';
import {teamNameOf, teamNameProblem} from '../../domain/team-name.ts';
import {clean} from '../../domain/text.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import {ProblemMenu} from '../prompts/problem-menu.tsx';
import {Spinner} from '../prompts/spinner.tsx';
import {TextPrompt} from '../prompts/text-prompt.tsx';
import {StepView} from '../step-view.tsx';
import {waitingWords} from '../words.ts';

const title = 'Team';

/** A new team: its name, the question whether it is meant, and what became of it. */
export function NewTeamQuestions({
	rows,
	onOther,
}: {
	readonly rows: readonly Team[];
	/** Another team than a new one is wanted. */
	readonly onOther: () => void;
}) {
	const {wizard, dispatch, services} = useConversation();
	const [name, setName] = useState('');
	const [isNamed, setIsNamed] = useState(false);
	const {phase, answers} = wizard;
	const {region} = answers;
	if (region === undefined) return null;
	if (phase.status === 'creating')
		return <Creating team={phase.team} isLooking={phase.doubt !== undefined} />;
	if (phase.status === 'not-created') {
		const {team, problem, mayBeThere} = phase;
		const leave = () => {
			setIsNamed(false);
			dispatch({type: 'creation-wanted'});
		};
		return (
			<NotCreated
				problem={problem}
				mayBeThere={mayBeThere}
				onAgain={() => void dispatch({type: 'creation-wanted', team})}
				onName={leave}
				onOther={() => {
					leave();
					// It may be among them by now.
					if (mayBeThere) dispatch({type: 'retried', kind: 'teams'});
					onOther();
				}}
			/>
		);
	}
	if (!isNamed) {
		const named = (text: string) => {
			setName(text);
			setIsNamed(true);
		};
		return <NameQuestion name={name} rows={rows} onName={named} onBack={onOther} />;
	}
	const create = () =>
		void dispatch({type: 'creation-wanted', team: {id: services.newId(), name: teamNameOf(name), region}});
	return <CreateQuestion name={name} onCreate={create} onBack={() => setIsNamed(false)} />;
}

function NameQuestion({
	name,
	rows,
	onName,
	onBack,
}: {
	readonly name: string;
	readonly rows: readonly Team[];
	readonly onName: (name: string) => void;
	readonly onBack: () => void;
}) {
	const {region} = useConversation().wizard.answers;
	return (
		<StepView
			title={title}
			help={`The name of the new team in ${region}. Its users may see it where they connect.`}
		>
			<TextPrompt
				initial={name}
				onSubmit={text => {
					const wrong = teamNameProblem(text);
					if (wrong !== undefined) return wrong;
					if (rows.some(team => team.region === region && hasName(team, text)))
						return `A team in ${region} has this name already. Go back to choose it, or give another name.`;
					onName(text);
					return undefined;
				}}
				onBack={onBack}
			/>
		</StepView>
	);
}

/** Nothing is a default here, so that no Return held down creates a team. */
function CreateQuestion({
	name,
	onCreate,
	onBack,
}: {
	readonly name: string;
	readonly onCreate: () => void;
	readonly onBack: () => void;
}) {
	const {wizard} = useConversation();
	const {organization, 'organization-key': key, region} = wizard.answers;
	const where = clean(key?.organizationName ?? organization?.name ?? '') || 'this organization';
	return (
		<StepView
			title={title}
			help={`Create the team “${clean(name)}” in ${region}, for ${where}?`}
			notes={[
				{tone: 'warning', text: 'byoo cannot undo this: it cannot delete a team, nor change its region.'},
			]}
			least={2}
		>
			<ListPrompt
				items={[
					{id: 'create', label: 'Create it'},
					{id: 'back', label: 'Change the name'},
				]}
				hasDefault={false}
				onChoose={choice => (choice === 'create' ? onCreate() : onBack())}
				onBack={onBack}
			/>
		</StepView>
	);
}

/** While a team is on its way there is no way back: it may have been created already. */
function Creating({team, isLooking}: {readonly team: NewTeam; readonly isLooking: boolean}) {
	const {wizard} = useConversation();
	const creation = loaded(wizard, 'creation');
	const waiting = creation.status === 'loading' ? creation.waiting : undefined;
	const words = isLooking ? 'Looking for the team…' : `Creating ${clean(team.name)}…`;
	return (
		<StepView title={title}>
			<Spinner>{waiting ? waitingWords(waiting) : words}</Spinner>
		</StepView>
	);
}

function NotCreated({
	problem,
	mayBeThere,
	onAgain,
	onName,
	onOther,
}: {
	readonly problem: Problem;
	readonly mayBeThere: boolean;
	readonly onAgain: () => void;
	readonly onName: () => void;
	readonly onOther: () => void;
}) {
	const isMissing = problem.kind === 'unavailable';
	const canTry = !isMissing && !isForbidden(problem);
	const again = mayBeThere ? 'Look for it once more' : 'Try again';
	const items = [
		...(canTry ? [{value: 'again', label: again} as const] : []),
		...(canTry && !mayBeThere ? [{value: 'name', label: 'Change the name'} as const] : []),
		{value: 'other', label: 'Go back to the list of teams'} as const,
	];
	const choose = {again: onAgain, name: onName, other: onOther};
	return (
		<StepView title={title} help={isMissing ? 'Teams cannot be created here.' : undefined}>
			<ProblemMenu problem={problem} items={items} onChoose={choice => choose[choice]()} onBack={onOther} />
		</StepView>
	);
}
