import {useState} from 'react';
import {endpointsIn} from '../../domain/body/stored.ts';
import type {Load} from '../../domain/loading.ts';
import type {SaveOutcome} from '../../domain/outcome.ts';
import {success} from '../../domain/problem.ts';
import {lowerFirst} from '../../domain/text.ts';
import {isAnyRefuted} from '../../output/proof-words.ts';
import {nextSteps, proofWords, savedLines} from '../../output/saved-words.ts';
import type {StepId} from '../../wizard/answers.ts';
import {nextProofOf} from '../../wizard/proving.ts';
import {providerOf, targetSteps} from '../../wizard/steps.ts';
import {handOffOf} from '../../wizard/submission.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {gap, heightOf, type Remark} from '../layout.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import type {Item} from '../prompts/list-rows.ts';
import {RedirectCheckResult} from '../prompts/redirect-check-result.tsx';
import {StepView} from '../step-view.tsx';
import {HandOffView} from './hand-off-view.tsx';
import {ApplicationProofView} from './proving/application-proof.tsx';
import {ConnectionProofView} from './proving/connection-proof.tsx';
import {proofRemarks} from './proving/finding-remarks.ts';

type Confirmed = Extract<SaveOutcome, {kind: 'confirmed'}>;
type NextChoice =
	| 'done'
	| 'application'
	| 'connection'
	| 'check'
	| 'provider'
	| 'team'
	| 'elsewhere'
	| 'report'
	| 'curl'
	| 'command';

const target = targetSteps.map(step => step.id);
export const keptFor: Readonly<Record<'provider' | 'team' | 'elsewhere', readonly StepId[]>> = {
	provider: target.filter(id => id !== 'provider'),
	team: target.filter(id => id !== 'team'),
	elsewhere: ['organization', 'organization-key', 'provider'],
};

// One of them says how many more there are.
const fewestChoices = 4;
const saidAgain: Remark = {tone: 'plain', text: 'What is left to do is said when you leave.'};

/**
What was stored, how that is known, and what is still to be done. In a small terminal the choices come first.
*/
export function SavedView({outcome}: {readonly outcome: Confirmed}) {
	const {wizard, dispatch, leave, frame, services} = useConversation();
	const [shown, setShown] = useState<'application' | 'connection' | 'check' | 'curl' | 'command'>();
	// After a look at something the pointer is where it was.
	const [pointed, setPointed] = useState<NextChoice>('done');
	const said = saidOf(loaded(wizard, 'report'));
	const provider = providerOf(wizard.answers);
	const handOff = handOffOf(wizard.answers, success(outcome.stored));
	const [endpoint] = endpointsIn(outcome.stored);
	const endpointWords = endpoint && `the ${lowerFirst(endpoint.title)}`;
	const close = () => {
		setShown(undefined);
		dispatch({type: 'check-wanted'});
	};

	if (shown === 'application') {
		return <ApplicationProofView onBack={close} onConnect={() => setShown('connection')} />;
	}
	if (shown === 'connection') return <ConnectionProofView onBack={close} />;
	if (shown === 'check' && endpoint) {
		return (
			<StepView title="Saved" help={`Checking ${endpointWords} ${endpoint.address}`}>
				<RedirectCheckResult
					itemsFor={() => [{value: 'back', label: 'Back'}]}
					onChoose={close}
					onBack={close}
				/>
			</StepView>
		);
	}
	if ((shown === 'curl' || shown === 'command') && handOff) {
		return <HandOffView kind={shown} facts={handOff} onBack={close} />;
	}

	const isRefuted = isAnyRefuted(wizard.proofs);
	const proof: Remark = {tone: 'good', text: proofWords(outcome), ...(isRefuted ? {isSpare: true} : {})};
	const proofs = proofRemarks(wizard.proofs);
	const next = (provider ? nextSteps(provider, isRefuted) : []).map(
		(text): Remark => ({tone: 'plain', text}),
	);
	const last = [...(said ? [said] : []), gap];
	const hasRoom = heightOf([proof, ...proofs, ...next, ...last], frame) + fewestChoices <= frame.bodyRows;
	// What is to be mended, and the choices, count more than what review showed already.
	const shownLines = isRefuted ? [] : savedLines(outcome.stored, services.now());
	const lines = shownLines.map(
		({label, value}): Remark => ({tone: 'plain', label: label.padEnd(23), text: value, isSpare: true}),
	);
	const notes = [proof, ...proofs, ...(hasRoom ? next : [saidAgain]), gap, ...lines, ...last];
	const nextProof = nextProofOf(wizard);
	const choices = choicesFor(endpointWords, nextProof);
	const choose = (choice: NextChoice) => {
		setPointed(choice);
		if (choice === 'done') leave();
		else if (choice === 'report') dispatch({type: 'report-wanted'});
		else if (choice === 'provider' || choice === 'team' || choice === 'elsewhere') {
			dispatch({type: 'started-again', keeping: keptFor[choice]});
		} else {
			if (choice === 'check' && endpoint) dispatch({type: 'check-wanted', address: endpoint.address});
			setShown(choice);
		}
	};
	return (
		<StepView
			title="Saved"
			notes={notes}
			least={frame.isCompact || isRefuted ? fewestChoices : choices.length}
		>
			<ListPrompt
				items={choices}
				initial={pointed === 'application' || pointed === 'connection' ? nextProof : pointed}
				onChoose={choose}
			/>
		</StepView>
	);
}

const choicesFor = (
	endpoint: string | undefined,
	proof: 'application' | 'connection' | undefined,
): readonly Item<NextChoice>[] => [
	{id: 'done', label: 'Done'},
	...(proof === undefined ? [] : [proofItems[proof]]),
	...(endpoint === undefined ? [] : [{id: 'check', label: `Check ${endpoint}`} as const]),
	{id: 'provider', label: 'Another provider'},
	{id: 'team', label: 'Another team'},
	{id: 'elsewhere', label: 'Same provider elsewhere'},
	{id: 'report', label: 'Write the report'},
	{id: 'curl', label: 'Show as curl'},
	{id: 'command', label: 'Show as command'},
];

const proofItems = {
	application: {id: 'application', label: 'Prove the application', detail: 'where are users sent?'},
	connection: {id: 'connection', label: 'Connect one account', detail: 'by browser or phone, a minute'},
} as const;

/** Where the report is, or why it is not. */
export function saidOf(report: Load<string>): Remark | undefined {
	switch (report.status) {
		case 'loading':
			return undefined;
		case 'loaded':
			return {tone: 'good', text: `The report is in ${report.value}.`};
		case 'failed':
			return {tone: 'warning', text: `${report.problem.message} ${report.problem.advice}`};
	}
}
