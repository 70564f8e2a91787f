import {Box, Text} from 'ink';
import type {SaveOutcome} from '../../domain/outcome.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import type {StepId} from '../../wizard/answers.ts';
import {providerOf, targetSteps} from '../../wizard/steps.ts';
import {useConversation} from '../conversation.ts';
import {Note} from '../note.tsx';
import {Menu} from '../prompts/menu.tsx';
import {Step} from '../step.tsx';
import {savedLines} from '../summary.ts';

type Confirmed = Extract<SaveOutcome, {kind: 'confirmed'}>;

const target = targetSteps.map(step => step.id);
const keptFor: Readonly<Record<'provider' | 'elsewhere', readonly StepId[]>> = {
	provider: target.filter(id => id !== 'provider'),
	elsewhere: ['organization', 'organization-key', 'provider'],
};

/** What was stored, how that is known, and what is still to be done. */
export function Saved({outcome}: {readonly outcome: Confirmed}) {
	const {wizard, dispatch, leave} = useConversation();
	const provider = providerOf(wizard.answers);
	return (
		<Step title="Saved">
			<Note kind="good">{confirmedWords(outcome)}</Note>
			{savedLines(outcome.stored).map(({label, value}) => (
				<Text key={label} wrap="truncate">
					<Text dimColor>{label.padEnd(22)}</Text>
					{value}
				</Text>
			))}
			{provider && <NextSteps provider={provider} />}
			<Box marginTop={1}>
				<Menu
					items={[
						{value: 'done', label: 'Done'},
						{value: 'provider', label: 'Another provider'},
						{value: 'elsewhere', label: 'Same provider elsewhere'},
					]}
					onChoose={choice => {
						if (choice === 'done') leave();
						else dispatch({type: 'started-again', keeping: keptFor[choice]});
					}}
				/>
			</Box>
		</Step>
	);
}

function NextSteps({provider}: {readonly provider: Provider}) {
	if (provider.activation.kind !== 'steps') {
		const isActive = provider.activation.kind === 'immediate';
		return (
			<Text>
				{isActive ? 'It is active now.' : `Whether ${provider.name} needs another step is not documented.`}
			</Text>
		);
	}
	return (
		<Box flexDirection="column">
			<Text>Still to do at {provider.name}:</Text>
			{provider.activation.steps.map(step => (
				<Text key={step}>• {step}</Text>
			))}
			{provider.portalUrl !== undefined && <Text>{provider.portalUrl}</Text>}
		</Box>
	);
}

const actionWords = {
	created: 'Credential created',
	updated: 'Credential updated',
	saved: 'Credential saved',
} as const;

export const confirmedWords = ({action, by}: Confirmed): string =>
	by === 'read-back'
		? `${actionWords[action]} and read back.`
		: `${actionWords[action]}. The API’s answer confirms it; it offers no way to read it back.`;
