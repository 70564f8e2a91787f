import type {Environment, PlacedCredential, Region} from '../credential.ts';
import {normal} from '../text.ts';

/** How soon something needs attention. `unknown`: it could not be looked at, so nobody can tell. */
export const severities = ['high', 'medium', 'low', 'unknown'] as const;
export type Severity = (typeof severities)[number];

/** What a watch may say; each is explained in docs/check.md. Programs know them, so they do not change with the words. */
export const attentionCodes = [
	'provider-ended',
	'provider-ends',
	'provider-date',
	'organization-expires',
	'organization-unknown',
	'override-broken',
	'override-private',
	'override-unusable',
	'override-unknown',
	'gap',
	'same-client',
	'unmanaged',
	'not-stored',
	'client-id-differs',
	'override-differs',
	'team-not-found',
	'team-unknown',
	'pair-refuted',
	'pair-unknown',
	'application-refuted',
	'application-unknown',
] as const;
export type AttentionCode = (typeof attentionCodes)[number];

/** Whose credential something is about: as much of it as applies. */
export type Subject = {
	/** The team's ID. */
	readonly team?: string;
	readonly teamName?: string;
	readonly environment?: Environment;
	readonly region?: Region;
	/** Its slug. */
	readonly provider?: string;
};

/** Something that a watch has to say. */
export type Attention = Subject & {
	readonly code: AttentionCode;
	readonly severity: Severity;
	/** When it happens or happened: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
	readonly date?: string;
	/** What is the case, in a sentence or two. */
	readonly message: string;
	/** What to do about it, where there is something to do. */
	readonly advice?: string;
};

export const subjectOf = ({place, stored, teamName}: PlacedCredential): Subject => ({
	team: stored.teamId,
	...(teamName === undefined ? {} : {teamName}),
	environment: place.environment,
	region: place.region,
	provider: stored.provider,
});

/** What is broken keeps users away in production; in sandbox nobody but the team. */
export const severityIn = (environment: Environment): Severity =>
	environment === 'production' ? 'high' : 'medium';

/** Whether any of it is known to need attention. */
export const needsAttention = (attention: readonly Attention[]): boolean =>
	attention.some(({severity}) => severity !== 'unknown');

export const countsOf = (attention: readonly Attention[]): Readonly<Record<Severity, number>> =>
	Object.fromEntries(
		severities.map(one => [one, attention.filter(({severity}) => severity === one).length]),
	) as Record<Severity, number>;

/** The worst first, then by date, provider, team, place and code: the same for everyone who looks at the same. */
export const inOrder = (attention: readonly Attention[]): readonly Attention[] =>
	attention
		.map(one => ({one, key: keysOf(one)}))
		.toSorted((a, b) => compare(a.key, b.key))
		.map(({one}) => one);

const keysOf = (one: Attention): readonly string[] => [
	String(severities.indexOf(one.severity)),
	one.date ?? '~',
	one.provider ?? '',
	normal(one.teamName ?? ''),
	one.team?.toLowerCase() ?? '',
	one.region ?? '',
	one.environment === 'production' ? '1' : '0',
	one.code,
	one.message,
];

function compare(a: readonly string[], b: readonly string[]): number {
	const index = a.findIndex((text, at) => text !== b[at]);
	if (index === -1) return 0;
	return (a[index] ?? '') < (b[index] ?? '') ? -1 : 1;
}
