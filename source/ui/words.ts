import {describeApi} from '../domain/api-generation.ts';
import {clean} from '../domain/text.ts';
import type {Answers} from '../wizard/answers.ts';
import {providerOf} from '../wizard/steps.ts';

/** A text that takes no more than so many characters, its middle left out. */
export function shortened(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const head = Math.ceil((limit - 1) / 2);
	return `${text.slice(0, head).toWellFormed()}…${text.slice(text.length - (limit - 1 - head)).toWellFormed()}`;
}

/** What an ID is called on the screen: its name where it is known. */
export const named = (thing: {readonly id: string; readonly name?: string | undefined}): string =>
	clean(thing.name ?? '') || clean(thing.id);

/** The target in words, as far as it is chosen. Production stands out by its capitals, in every theme. */
export function targetOf(answers: Answers, width: number, veil: (text: string) => string): readonly string[] {
	const {organization, 'organization-key': key, environment, region, team} = answers;
	const parts = [
		organization && named({id: organization.id, name: key?.organizationName ?? organization.name}),
		environment?.toUpperCase(),
		region,
		team && named(team),
		providerOf(answers)?.name,
	]
		.filter(part => part !== undefined)
		.map(veil);
	const separators = 3 * (parts.length - 1);
	const long = parts.filter(part => part.length > 12);
	const rest = parts.filter(part => part.length <= 12).reduce((sum, part) => sum + part.length, separators);
	const limit = Math.max(12, Math.floor((width - rest) / Math.max(1, long.length)));
	return parts.map(part => (part.length > 12 ? shortened(part, limit) : part));
}

/** Where a key is sent, in words. */
export const apiWords = (api: {readonly generation: 'vital' | 'junction'; readonly url: string}): string =>
	`${describeApi(api.generation).name} · ${api.url}`;

/** A pause before something is tried again, in words. */
export const waitingWords = ({
	seconds,
	because,
}: {
	readonly seconds: number;
	readonly because: string;
}): string => `${because.charAt(0).toUpperCase()}${because.slice(1)}. Next try in ${seconds} s…`;

export const counted = (count: number): string => (count === 1 ? '1 character' : `${count} characters`);
