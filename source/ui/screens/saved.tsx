import {Box, Text} from 'ink';
import {useState} from 'react';
import {endpointsIn} from '../../domain/body/stored.ts';
import type {Load} from '../../domain/load.ts';
import type {SaveOutcome} from '../../domain/outcome.ts';
import {success} from '../../domain/problem.ts';
import {lowerFirst} from '../../domain/text.ts';
import {nextSteps, proofWords, savedLines} from '../../output/saved-words.ts';
import {rowsOf} from '../../output/wrapping.ts';
import type {StepId} from '../../wizard/answers.ts';
import {providerOf, targetSteps} from '../../wizard/steps.ts';
import {handOffOf} from '../../wizard/submission.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {Note} from '../note.tsx';
import type {Item} from '../prompts/list.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import {RedirectCheck} from '../prompts/redirect-check.tsx';
import {Step} from '../step.tsx';
import {Wrapped} from '../wrapped.tsx';
import {HandOff} from './hand-off.tsx';

type Confirmed = Extract<SaveOutcome, {kind: 'confirmed'}>;
type Choice = 'done' | 'check' | 'provider' | 'elsewhere' | 'report' | 'curl' | 'command';

const target = targetSteps.map(step => step.id);
const keptFor: Readonly<Record<'provider' | 'elsewhere', readonly StepId[]>> = {
	provider: target.filter(id => id !== 'provider'),
	elsewhere: ['organization', 'organization-key', 'provider'],
};

// One of them says how many more there are.
const fewestChoices = 4;
const saidAgain = 'What is left to do is said when you leave.';

/**
What was stored, how that is known, and what is still to be done. In a small terminal the choices come first.
*/
export function Saved({outcome}: {readonly outcome: Confirmed}) {
	const {wizard, dispatch, leave, frame, veil} = useConversation();
	const [shown, setShown] = useState<'check' | 'curl' | 'command'>();
	// After a look at something the pointer is where it was.
	const [pointed, setPointed] = useState<Choice>('done');
	const said = saidOf(loaded(wizard, 'report'));
	const provider = providerOf(wizard.answers);
	const handOff = handOffOf(wizard.answers, success(outcome.stored));
	const [endpoint] = endpointsIn(outcome.stored);
	const endpointWords = endpoint && `the ${lowerFirst(endpoint.title)}`;
	const close = () => {
		setShown(undefined);
		dispatch({type: 'check-wanted'});
	};

	if (shown === 'check' && endpoint) {
		return (
			<Step title="Saved" help={`Checking ${endpointWords} ${endpoint.address}`}>
				<RedirectCheck itemsFor={() => [{value: 'back', label: 'Back'}]} onChoose={close} onBack={close} />
			</Step>
		);
	}
	if ((shown === 'curl' || shown === 'command') && handOff) {
		return <HandOff kind={shown} facts={handOff} onBack={close} />;
	}

	const proof = proofWords(outcome);
	const gap = frame.isCompact ? 0 : 1;
	const rowsOfAll = (texts: readonly string[]) =>
		texts.reduce((sum, text) => sum + rowsOf(text, frame.width - 2), 0);
	const room = frame.bodyRows - gap - fewestChoices - rowsOfAll([proof, ...(said ? [said.text] : [])]);
	const allNext = provider ? nextSteps(provider) : [];
	const next = rowsOfAll(allNext) <= room ? allNext : [saidAgain].slice(0, Math.max(0, room));
	const lines = savedLines(outcome.stored).slice(0, Math.max(0, room - rowsOfAll(next)));
	const free = room + fewestChoices - rowsOfAll(next) - lines.length;
	const choose = (choice: Choice) => {
		setPointed(choice);
		if (choice === 'done') leave();
		else if (choice === 'report') dispatch({type: 'report-wanted'});
		else if (choice === 'provider' || choice === 'elsewhere') {
			dispatch({type: 'started-again', keeping: keptFor[choice]});
		} else {
			if (choice === 'check' && endpoint) dispatch({type: 'check-wanted', address: endpoint.address});
			setShown(choice);
		}
	};
	const choices: readonly Item<Choice>[] = [
		{id: 'done', label: 'Done'},
		...(endpoint ? [{id: 'check', label: `Check ${endpointWords}`} as const] : []),
		{id: 'provider', label: 'Another provider'},
		{id: 'elsewhere', label: 'Same provider elsewhere'},
		{id: 'report', label: 'Write the report'},
		{id: 'curl', label: 'Show as curl'},
		{id: 'command', label: 'Show as command'},
	];
	return (
		<Step title="Saved">
			<Note kind="good">{proof}</Note>
			{lines.map(({label, value}) => (
				<Text key={label} wrap="truncate">
					<Text dimColor>{label.padEnd(23)}</Text>
					{veil(value)}
				</Text>
			))}
			{next.map(text => (
				<Wrapped key={text} width={frame.width}>
					{text}
				</Wrapped>
			))}
			{said !== undefined && <Note kind={said.kind}>{said.text}</Note>}
			<Box marginTop={gap}>
				<ListPrompt
					items={choices}
					initial={pointed}
					rows={Math.max(fewestChoices, free)}
					onChoose={choose}
				/>
			</Box>
		</Step>
	);
}

/** Where the report is, or why it is not. */
function saidOf(
	report: Load<string>,
): {readonly kind: 'good' | 'warning'; readonly text: string} | undefined {
	switch (report.status) {
		case 'loading':
			return undefined;
		case 'loaded':
			return {kind: 'good', text: `The report is in ${report.value}.`};
		case 'failed':
			return {kind: 'warning', text: `${report.problem.message} ${report.problem.advice}`};
	}
}
