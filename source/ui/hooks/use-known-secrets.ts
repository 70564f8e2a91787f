import {useMemo} from 'react';
import {secretsOfAnswers} from '../../domain/body/secrets-of.ts';
import {liveSecrets} from '../../domain/live-secrets.ts';
import type {Context} from '../../domain/values/kind.ts';
import {holdsSecret} from '../../domain/values/secret-runs.ts';
import {useConversation} from '../conversation.ts';

/** Whether a text holds a secret that was given in this conversation, or that the run knows, however it is written. */
export function useKnownSecrets(): (text: string) => boolean {
	const {wizard, services} = useConversation();
	const {answers, drafts} = wizard;
	const given = useMemo(
		() =>
			liveSecrets(
				[answers, drafts].flatMap(from => [
					...secretsOfAnswers(from),
					...[from['organization-key']?.secret ?? []].flat(),
				]),
			),
		[answers, drafts],
	);
	return text => services.hide(text) !== text || given.hideEchoes(text) !== text;
}

/** The same, or what by its form may be one in the field that the context is of. */
export function useMasking(context: Context | undefined): (text: string) => boolean {
	const isKnown = useKnownSecrets();
	return text => holdsSecret(text, context) || isKnown(text);
}
