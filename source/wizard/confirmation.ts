import {clean, normal} from '../domain/text.ts';
import type {Answers} from './answers.ts';

/** What has to be typed before anything is written to production. `what` names it in words. */
export type Confirmation = {readonly text: string; readonly what: string};

/** Nothing in sandbox. In production the team's name, or the end of its ID where no name is plain to type. */
export function confirmationFor(answers: Answers): Confirmation | undefined {
	if (answers.environment !== 'production' || !answers.team) return undefined;
	const {id, name} = answers.team;
	return name !== undefined && isPlainToType(name)
		? {text: name.trim(), what: 'the name of the team'}
		: {text: id.slice(-6), what: 'the last six characters of the team’s ID'};
}

export const isConfirmed = (answers: Answers, typed: string): boolean => {
	const confirmation = confirmationFor(answers);
	return confirmation === undefined || normal(confirmation.text) === normal(typed);
};

const isPlainToType = (name: string): boolean =>
	/^[\x20-\x7e]{1,40}$/.test(name.trim()) && clean(name) === name.trim();
