import {useEffect, useState} from 'react';
import type {Before, SaveProgress} from '../../domain/outcome.ts';
import {credentialOf, placeOf} from '../../wizard/credential-of.ts';
import {useConversation} from '../conversation.ts';

/**
Sends the credential once for each submission, and tells what is going on. The attempt's number goes with the
outcome, so an outcome that comes too late changes nothing.
*/
export function useSave(before: Before): SaveProgress {
	const {wizard, dispatch, services, api} = useConversation();
	const [progress, setProgress] = useState<SaveProgress>({kind: 'checking'});
	const isSubmitting = wizard.phase.status === 'submitting';
	const {attempt} = wizard;
	// biome-ignore lint/correctness/useExhaustiveDependencies: exactly one save for each submission
	useEffect(() => {
		const place = placeOf(wizard.answers);
		const credential = credentialOf(wizard.answers, before.ok ? before.value : undefined);
		if (!isSubmitting || !api || !place || !credential) return;
		const controller = new AbortController();
		services
			.save(api, place, credential, {before, signal: controller.signal, onProgress: setProgress})
			.then(outcome => dispatch({type: 'save-settled', attempt, outcome}));
		return () => controller.abort();
	}, [isSubmitting, attempt]);
	return progress;
}
