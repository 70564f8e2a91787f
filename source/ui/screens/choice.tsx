import {type Environment, environments, type Region, regions} from '../../domain/credential.ts';
import {lowerFirst} from '../../domain/text.ts';
import type {Wizard} from '../../wizard/state.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import type {Remark} from '../layout.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import {StepView} from '../step-view.tsx';

export const environmentWords: Readonly<Record<Environment, string>> = {
	sandbox: 'for tests, with test users',
	production: 'real users; asks for the team’s name before saving',
};

export const regionWords: Readonly<Record<Region, string>> = {us: 'United States', eu: 'Europe'};

/** What is to be known of a key that only its team can prove. */
export const keyNotes = ({answers: {'organization-key': key}}: Wizard): readonly Remark[] =>
	key?.mayBeOfTeam && key.note !== undefined
		? [{tone: 'warning', text: `The key: ${lowerFirst(key.note)}`}]
		: [];

/** No default: which environment is meant is never guessed. */
export function EnvironmentChoice() {
	const {wizard, dispatch, back} = useConversation();
	return (
		<StepView
			title="Environment"
			help="Where will the credential be used?"
			problem={wizard.refusals.environment}
			notes={keyNotes(wizard)}
		>
			<ListPrompt
				items={environments.map(id => ({id, label: id, detail: environmentWords[id]}))}
				initial={wizard.drafts.environment}
				hasDefault={false}
				onChoose={answer => dispatch({type: 'answered', step: 'environment', answer})}
				onBack={back}
			/>
		</StepView>
	);
}

/** No default either, unless every team lives in one region: then the pointer is there. */
export function RegionChoice() {
	const {wizard, dispatch, back} = useConversation();
	const teams = loaded(wizard, 'teams');
	const homes = teams.status === 'loaded' ? new Set(teams.value.rows.map(team => team.region)) : new Set();
	const only = homes.size === 1 ? regions.find(region => homes.has(region)) : undefined;
	return (
		<StepView
			title="Region"
			help="Where do the team’s data live?"
			problem={wizard.refusals.region}
			notes={
				only === undefined ? [] : [{tone: 'good', text: `All teams of this organization live in ${only}.`}]
			}
		>
			<ListPrompt
				items={regions.map(id => ({id, label: id, detail: regionWords[id]}))}
				initial={wizard.drafts.region ?? only}
				hasDefault={false}
				onChoose={answer => dispatch({type: 'answered', step: 'region', answer})}
				onBack={back}
			/>
		</StepView>
	);
}
