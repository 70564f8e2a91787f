import stringWidth from 'string-width';
import {describeApi} from '../domain/api-generation.ts';
import type {Environment} from '../domain/credential.ts';
import {clean, upperFirst} from '../domain/text.ts';
import type {Answers} from '../wizard/answers.ts';
import {providerOf} from '../wizard/steps.ts';
import {charactersOf} from './prompts/editor.ts';

/** A text that takes no more than so many terminal cells, its middle left out. */
export function shortened(text: string, limit: number): string {
	if (stringWidth(text) <= limit) return text;
	const characters = charactersOf(text);
	const head = Math.ceil((limit - 1) / 2);
	const end = beginningOf(characters.toReversed(), limit - 1 - head).toReversed();
	return [...beginningOf(characters, head), '…', ...end].join('').toWellFormed();
}

/** The first of the characters, as many as take no more than so many cells. One of many code units counts as those. */
function beginningOf(characters: readonly string[], cells: number): readonly string[] {
	let taken = 0;
	const past = characters.findIndex(character => {
		taken += Math.max(character.length, stringWidth(character));
		return taken > cells;
	});
	return past === -1 ? characters : characters.slice(0, past);
}

/** What an ID is called on the screen: its name where it is known. */
export const named = (thing: {readonly id: string; readonly name?: string | undefined}): string =>
	clean(thing.name ?? '') || clean(thing.id);

/** One part of the target, as it is shown. */
export type TargetPart = {
	readonly what: 'organization' | Environment | 'region' | 'team' | 'provider';
	readonly text: string;
};

/**
The target in words, as far as it is chosen. Production stands out by its capitals and marks, without colour too. Names are
shortened only where the width demands it, the longest first.
*/
export function targetOf(
	answers: Answers,
	width: number,
	veil: (text: string) => string,
): readonly TargetPart[] {
	const {organization, 'organization-key': key, environment, region, team} = answers;
	const parts: readonly (TargetPart | undefined)[] = [
		organization && {
			what: 'organization',
			text: veil(named({id: organization.id, name: key?.organizationName ?? organization.name})),
		},
		environment && {what: environment, text: badges[environment]},
		region && {what: 'region', text: region},
		team && {what: 'team', text: veil(named(team))},
		answers.provider && {what: 'provider', text: veil(providerOf(answers)?.name ?? '')},
	];
	return fitted(
		parts.filter(part => part !== undefined),
		width,
	);
}

const badges = {sandbox: ' SANDBOX ', production: ' ! PRODUCTION ! '} as const;

/** Names stay readable; where they are still too long, the first of these is left out. */
const leastOfName = 12;
const expendable: readonly TargetPart['what'][] = ['organization', 'region'];
const names: readonly TargetPart['what'][] = ['organization', 'team', 'provider'];

function fitted(
	parts: readonly TargetPart[],
	width: number,
	limit = longestOf(parts),
): readonly TargetPart[] {
	const shown = parts.map(part =>
		names.includes(part.what) ? {...part, text: shortened(part.text, limit)} : part,
	);
	const taken = shown.reduce((sum, {text}) => sum + stringWidth(text), 3 * (shown.length - 1));
	if (taken <= width) return shown;
	if (limit > leastOfName) return fitted(parts, width, limit - 1);
	const left = expendable.find(what => parts.some(part => part.what === what));
	return left === undefined
		? shown
		: fitted(
				parts.filter(({what}) => what !== left),
				width,
			);
}

const longestOf = (parts: readonly TargetPart[]): number =>
	Math.max(...parts.map(({text}) => stringWidth(text)));

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
}): string => `${upperFirst(because)}. Next try in ${seconds} s…`;

/** A number as it is read, its thousands apart. What that takes is loaded with the first number that has any. */
export const grouped = (count: number): string => (count < 1000 ? `${count}` : count.toLocaleString('en'));

export const counted = (count: number): string => (count === 1 ? '1 character' : `${count} characters`);
