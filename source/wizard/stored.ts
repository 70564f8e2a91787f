import {storedAnswer} from '../domain/body/stored.ts';
import {isStoredFor, type StoredCredential} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import type {Answers} from './answers.ts';
import {stepsFor} from './steps.ts';

const fieldsIn = (answers: Answers): readonly Field[] =>
	stepsFor(answers).flatMap(step => (step.kind === 'field' ? [step.field] : []));

/** Whether the stored credential is one of the team and provider that the answers mean. */
export const isOfTarget = (stored: StoredCredential, {team, provider}: Answers): boolean =>
	isStoredFor(stored, team?.id, provider?.slug);

/** What is stored, offered where its field is asked. What cannot be sent again is not offered. */
export function draftsFromStored(stored: StoredCredential, answers: Answers): Answers {
	const drafts = fieldsIn(answers).flatMap(field => {
		const answer = storedAnswer(stored, field);
		return answer ? [[field.id, answer] as const] : [];
	});
	return Object.fromEntries(drafts);
}
