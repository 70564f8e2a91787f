import stringWidth from 'string-width';
import {consentCheckOf} from '../../domain/proof/consent-check.ts';
import {pairCheckOf} from '../../domain/proof/pair-checks.ts';
import type {StepId} from '../../wizard/answers.ts';
import {pairIn} from '../../wizard/proving.ts';
import type {ReviewChange, ReviewLine} from '../../wizard/review.ts';
import {targetIds, type Wizard} from '../../wizard/state.ts';
import type {Remark} from '../layout.ts';
import type {Item} from '../prompts/list-rows.ts';
import type {ReviewNote} from '../review-notes.ts';
import {glyphs} from '../theme.ts';

/** A note that has no room above the list. */
export type NoteRow = `note ${number}`;

export type ReviewRow = StepId | NoteRow | 'submit' | 'target' | 'curl' | 'command' | 'pair' | 'consent';

/** Where it goes is on every screen already, and is a line only where it is to be changed. */
export const isOfTarget = ({id}: ReviewLine): boolean =>
	id === 'register' || targetIds.some(target => target === id);

export type ReviewItem = Item<ReviewRow> & {readonly says?: readonly string[]};

/** What a line says, over as many rows as it takes; nothing where it fits its row. */
export function wholeOf(
	line: ReviewItem | undefined,
	veil: (text: string) => string,
	width: number,
): readonly Remark[] {
	if (!line?.says) return [];
	const {label, detail = '', says} = line;
	const isWhole = stringWidth(`  ${veil(label)}   ${veil(detail)}`) <= width;
	return isWhole ? [] : says.map(text => ({tone: 'accent', text}));
}

/** Submit, the notes that have no room above, then what is new, then what stays as it is. */
export function itemsFor(
	lines: readonly ReviewLine[],
	changes: readonly ReviewChange[],
	{
		submit,
		notes,
		checks,
		isTargetOpen,
	}: {
		readonly submit: string;
		readonly notes: readonly ReviewNote[];
		/** What can be asked of the provider before anything is saved. */
		readonly checks: readonly ReviewItem[];
		readonly isTargetOpen: boolean;
	},
): readonly ReviewItem[] {
	const isNew = ({id}: ReviewLine): boolean => changes.some(change => change.id === id);
	const fields = lines.filter(line => !isOfTarget(line));
	const target = isTargetOpen ? lines.filter(isOfTarget) : [];
	const shown = [...fields.filter(isNew), ...fields.filter(line => !isNew(line)), ...target];
	const widest = Math.max(...shown.map(line => line.title.length));
	return [
		{id: 'submit', label: submit},
		...notes.map(itemOfNote),
		...shown.map(line => itemOf(line, changes, widest)),
		...(isTargetOpen ? [] : [{id: 'target', label: 'Change where it goes'} as const]),
		...checks,
		{id: 'curl', label: 'Show as curl'},
		{id: 'command', label: 'Show as command'},
	];
}

/** What can be asked of the provider first: only where its answers are known. */
export function checksFor(wizard: Wizard): readonly ReviewItem[] {
	const pair = pairIn(wizard);
	if (!pair || !pairCheckOf(pair.provider)) return [];
	const {name} = pair.provider;
	return [
		{id: 'pair', label: `Check the pair with ${name} first`, detail: 'one request, nothing is saved'},
		...(consentCheckOf(pair.provider)
			? [
					{
						id: 'consent',
						label: `Check ID, redirect URI and scopes with ${name}`,
						detail: 'without the secret',
					} as const,
				]
			: []),
	];
}

const signOf = {good: glyphs.answered, warning: glyphs.warning, bad: glyphs.bad} as const;

const itemOfNote = ({kind, text}: ReviewNote, index: number): ReviewItem => ({
	id: `note ${index}`,
	label: `${signOf[kind]} ${text}`,
	says: [text],
});

function itemOf(
	{id, title: name, value, notes}: ReviewLine,
	changes: readonly ReviewChange[],
	widest: number,
): ReviewItem {
	const change = changes.find(one => one.id === id);
	const says = [...(change ? [`was: ${change.from || 'none'}`] : []), ...notes.map(note => `! ${note}`)];
	return {
		id,
		label: `${name.padEnd(widest)}  ${value}`,
		says: [value, ...says],
		...(says.length > 0 ? {detail: says.join('  ')} : {}),
	};
}
