import type {Place} from '../domain/credential.ts';
import {clean, visible} from '../domain/text.ts';
import {
	type Attention,
	type AttentionCode,
	countsOf,
	inOrder,
	type Severity,
	severities,
} from '../domain/watch/attention.ts';
import {labelsOf} from './credential-list.ts';
import {nothing, type TextOptions, type Tone} from './paint.ts';
import {type Column, table} from './table.ts';
import {prose} from './wrapping.ts';

/** What a watch saw, and how much it looked at. */
export type Watched = {
	readonly attention: readonly Attention[];
	readonly credentials: number;
	readonly places: number;
};

/** What is said in a column, where a sentence has no room. */
const words: Readonly<Record<AttentionCode, string>> = {
	'provider-ended': 'ended',
	'provider-ends': 'ends',
	'provider-date': 'date',
	'organization-expires': 'organization',
	'organization-unknown': 'organization',
	'override-broken': 'not forwarding',
	'override-private': 'private address',
	'override-unusable': 'no address',
	'override-unknown': 'override',
	gap: 'gap',
	'same-client': 'same client ID',
	unmanaged: 'not in manifest',
	'not-stored': 'not stored',
	'client-id-differs': 'other client ID',
	'override-differs': 'other override',
	'team-not-found': 'no such team',
	'team-unknown': 'team',
	'pair-refuted': 'pair refused',
	'pair-unknown': 'pair',
	'application-refuted': 'application',
	'application-unknown': 'application',
};

const severityTones: Readonly<Record<Severity, Tone>> = {
	high: 'bad',
	medium: 'warning',
	low: 'dim',
	unknown: 'dim',
};

const toneOf = (cell: string): Tone | undefined =>
	severities.find(severity => severity === cell) && severityTones[cell as Severity];

/** From these widths on there is room for its date, and for what is the case, beside whom it is about. */
const room = {date: 100, message: 120} as const;

const columns: readonly Column[] = [
	{title: 'SEVERITY', canShrink: false, tone: toneOf},
	{title: 'WHAT', canShrink: false},
	{title: 'PROVIDER', minimum: 8},
	{title: 'TEAM', minimum: 10},
	{title: 'WHERE', canShrink: false},
	{title: 'DATE', canShrink: false},
	{title: 'MESSAGE', minimum: 40},
];

/**
What needs attention, a row each, then what is the case and what to do, the same of several rows once, and the counts.
Plain is a row each without the rest: severity, code, date, provider, team, environment, region, team ID, message and
advice.
*/
export function attentionLines(watched: Watched, options: TextOptions): readonly string[] {
	const {width, isPlain} = options;
	const attention = inOrder(watched.attention);
	const labels = labelsOf(
		attention.flatMap(({team, teamName}) => (team === undefined ? [] : [[team, teamName ?? ''] as const])),
	);
	if (isPlain) return plainLines(attention, labels, options);
	const rows = attention.map(one => [
		one.severity,
		words[one.code],
		one.provider === undefined ? nothing : visible(one.provider),
		(one.team && labels.get(one.team)) ?? nothing,
		placeOf(one) || nothing,
		one.date ?? nothing,
		one.message,
	]);
	const shown = columns.filter(
		({title}) => (title !== 'DATE' || width >= room.date) && (title !== 'MESSAGE' || width >= room.message),
	);
	return [
		...(rows.length > 0 ? [...table(shown, rows, options), '', ...sayings(attention, width), ''] : []),
		...prose(countWords(watched), width),
	];
}

const placeOf = ({environment, region}: Partial<Place>): string =>
	[environment, region].filter(part => part !== undefined).join(' ');

/** What is the case, and what to do about all of the same kind, in the order of the rows. */
function sayings(attention: readonly Attention[], width: number): readonly string[] {
	const alike = new Map<string, Attention[]>();
	for (const one of attention) {
		const key = JSON.stringify([words[one.code], one.advice]);
		const group = alike.get(key) ?? [];
		group.push(one);
		alike.set(key, group);
	}
	return [...alike.values()].flatMap(group => {
		const [first] = group;
		if (!first) return [];
		const messages = new Set(group.map(({message}) => clean(message, longest)));
		const advice = first.advice === undefined ? [] : [`→ ${clean(first.advice, longest)}`];
		return [
			`${words[first.code]}${group.length === 1 ? '' : ` (${group.length})`}`,
			...[...messages, ...advice].flatMap(text => prose(`  ${text}`, width, '    ')),
		];
	});
}

const longest = 1000;

function countWords({attention, credentials, places}: Watched): string {
	const {unknown, ...known} = countsOf(attention);
	const of = `${counted(credentials, 'credential')} in ${counted(places, 'place')}`;
	const named = Object.entries(known).filter(([, count]) => count > 0);
	const total = named.reduce((sum, [, count]) => sum + count, 0);
	const open = unknown === 0 ? '' : ` ${counted(unknown, 'thing')} could not be looked at (unknown).`;
	if (total === 0) return `Nothing is known to need attention: ${of}.${open}`;
	const parts = named.map(([severity, count]) => `${count} ${severity}`).join(', ');
	return `${total} ${total === 1 ? 'thing needs' : 'things need'} attention (${parts}): ${of}.${open}`;
}

const counted = (count: number, noun: string): string =>
	`${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

function plainLines(
	attention: readonly Attention[],
	labels: ReadonlyMap<string, string>,
	options: TextOptions,
): readonly string[] {
	const rows = attention.map(one => [
		one.severity,
		one.code,
		one.date ?? nothing,
		one.provider === undefined ? nothing : visible(one.provider),
		(one.team && labels.get(one.team)) ?? nothing,
		one.environment ?? nothing,
		one.region ?? nothing,
		one.team === undefined ? nothing : visible(one.team),
		one.message,
		one.advice ?? nothing,
	]);
	return table(
		[...Array(10)].map(() => ({title: ''})),
		rows,
		options,
	);
}

/** The same for programs: every key always there, null where it does not apply. */
export const attentionJson = ({attention, credentials, places}: Watched): object => ({
	attention: inOrder(attention).map(one => ({
		code: one.code,
		severity: one.severity,
		team: one.team ?? null,
		env: one.environment ?? null,
		region: one.region ?? null,
		provider: one.provider ?? null,
		date: one.date ?? null,
		message: one.message,
		advice: one.advice ?? null,
	})),
	summary: {...countsOf(attention), credentials, places},
});
