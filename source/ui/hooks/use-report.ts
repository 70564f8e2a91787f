import {useCallback, useRef, useState} from 'react';
import type {SaveOutcome} from '../../domain/outcome.ts';
import type {RedirectCheck} from '../../domain/ports.ts';
import {reportFor, reportName} from '../../output/report.ts';
import {nextSteps, proofWords} from '../../output/saved-words.ts';
import {handOffOf} from '../../wizard/hand-off-of.ts';
import {providerOf} from '../../wizard/steps.ts';
import {useConversation} from '../conversation.ts';

type Said = {readonly kind: 'good' | 'warning'; readonly text: string};

/** Writes the report of a save, once for each time it is asked for, and says where it is or why it is not. */
export function useReport(
	outcome: Extract<SaveOutcome, {kind: 'confirmed'}>,
	redirectCheck: RedirectCheck | undefined,
): {readonly said?: Said; readonly write: () => void} {
	const {wizard, services, settled} = useConversation();
	const [said, setSaid] = useState<Said>();
	const isWriting = useRef(false);
	const {answers} = wizard;
	const {reportFile} = settled;
	const write = useCallback(() => {
		const handOff = handOffOf(answers, outcome.stored);
		const provider = providerOf(answers);
		if (!handOff || !provider || isWriting.current) return;
		isWriting.current = true;
		const text = reportFor({
			handOff,
			outcome,
			at: services.now().toISOString(),
			provider,
			proof: proofWords(outcome),
			openSteps: nextSteps(provider),
			...(redirectCheck ? {redirectCheck} : {}),
		});
		services.writeReport(text, reportFile ?? reportName(handOff)).then(result => {
			isWriting.current = false;
			setSaid(
				result.ok
					? {kind: 'good', text: `The report is in ${result.value}.`}
					: {kind: 'warning', text: `${result.problem.message} ${result.problem.advice}`},
			);
		});
	}, [answers, outcome, services, reportFile, redirectCheck]);
	return {...(said ? {said} : {}), write};
}
