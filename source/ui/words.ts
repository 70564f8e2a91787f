import {describeApi} from '../domain/api-generation.ts';
import type {Environment} from '../domain/credential.ts';
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

function fitted(parts: readonly TargetPart[], width: number): readonly TargetPart[] {
	const taken = parts.reduce((sum, {text}) => sum + text.length, 3 * (parts.length - 1));
	if (taken <= width) return parts;
	const longest = Math.max(...parts.map(({what, text}) => (names.includes(what) ? text.length : 0)));
	if (longest > leastOfName) {
		return fitted(
			parts.map(part => (part.text.length < longest ? part : {...part, text: shorter(part.text)})),
			width,
		);
	}
	const left = expendable.find(what => parts.some(part => part.what === what));
	return left === undefined
		? parts
		: fitted(
				parts.filter(({what}) => what !== left),
				width,
			);
}

/** The same with one sign less, the middle of it left out. */
const shorter = (text: string): string => shortened(text.replace('…', ''), text.length - 1);

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
