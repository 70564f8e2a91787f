import type {Mapped} from '../escapes.ts';
import {Secret} from '../secret.ts';
import {type Doubt, doubtOf, placeOf} from './doubt.ts';
import {type Edit, edited, unedited} from './edits.ts';
import type {Context, Finding, Kind, Severity} from './kind.ts';
import {type DoubtCode, kinds, notes} from './kinds.ts';
import {finalLineBreak} from './signs.ts';

/** A value as it came, with all that is to be said about it. Both texts are sealed: anything pasted may be a secret. */
export type ValueReading = {
	/** As it came, but for one final line break, which copying and commands add. */
	readonly value: Secret;
	/** In the order in which they were found: those that only a person can settle come last, then the notes. */
	readonly doubts: readonly Doubt[];
	/** The value without all that is doubted; absent where nothing is, or where only a person has the right one. */
	readonly repaired?: Secret;
};

/** In UTF-16 units: as long as the API's fields are taken. What is longer is not looked at. */
export const longestValue = 16_384;

/** More than anything puts around a value. A text of nothing but quotes would be looked at once for each two of them. */
const repairLimit = 40;

/** What there is to doubt about a value. Pure, never throws, and takes time in proportion to the length of the text. */
export function readValue(text: string, context: Context): ValueReading {
	const keepsEnding = context.keepsWhitespace || context.isExact;
	const ending = keepsEnding ? 0 : (finalLineBreak.exec(text.slice(-2))?.[0].length ?? 0);
	const taken = text.slice(0, text.length - ending);
	const value = new Secret(taken);
	const simple = (code: DoubtCode, severity: Severity) => doubtOf({code, severity}, {context});
	if (taken.length > longestValue) return {value, doubts: [simple('too-long', 'refuse')]};
	if (taken.trim() === '') return {value, doubts: [simple('empty', 'refuse')]};
	const {doubts, mapped, isSettled} = searched(taken, context);
	const isEmpty = mapped.text.trim() === '';
	const all = [
		...doubts,
		...(isEmpty ? [simple('empty', 'refuse')] : []),
		...(ending > 0 ? [simple('final-line-break', 'note')] : []),
		...(isSettled ? notesOn(mapped.text, context) : []),
	];
	const isRepaired = isSettled && !isEmpty && mapped.text !== taken;
	return isRepaired ? {value, doubts: all, repaired: new Secret(mapped.text)} : {value, doubts: all};
}

/** The doubts that a script cannot go on with, and that a person is asked about. */
export const stopping = ({doubts}: ValueReading): readonly Doubt[] =>
	doubts.filter(({severity}) => severity !== 'note');

type Searched = {
	readonly doubts: readonly Doubt[];
	/** The text without all that can be repaired. */
	readonly mapped: Mapped;
	/** Whether nothing is left to doubt. */
	readonly isSettled: boolean;
};

/** Repairs one thing after another; what is left then is told as well. */
function searched(text: string, context: Context): Searched {
	const looked = kinds.filter(kind => applies(kind, context));
	const found = new Map<DoubtCode, Doubt>();
	let mapped = unedited(text);
	for (let repairs = 0; repairs < repairLimit; repairs++) {
		const {edits, findings} = nextIn(mapped.text, looked, context);
		for (const {kind, finding} of findings) {
			const told = {context, ...finding, ...placeOf(kind, finding, text, mapped)};
			const doubt = found.get(kind.code) ?? doubtOf(kind, told);
			found.set(kind.code, {...doubt, isRepaired: edits !== undefined});
		}
		if (!edits) return {doubts: [...found.values()], mapped, isSettled: findings.length === 0};
		mapped = edited(mapped, edits);
	}
	return {doubts: [...found.values()], mapped, isSettled: false};
}

type FoundKind = {readonly kind: Kind<DoubtCode>; readonly finding: Finding};

/** The first finding that can be repaired, with its edits; without any, all that only a person can settle. */
function nextIn(
	whole: string,
	looked: readonly Kind<DoubtCode>[],
	context: Context,
): {readonly findings: readonly FoundKind[]; readonly edits?: readonly Edit[]} {
	// White space that is kept hides nothing from the patterns, many of which are of the whole text.
	const text = context.keepsWhitespace ? whole.trim() : whole;
	const offset = whole.indexOf(text);
	const findings: FoundKind[] = [];
	for (const kind of looked) {
		const found = kind.find(text, context);
		const finding = found && movedBy(found, offset);
		if (finding?.edits) return {findings: [{kind, finding}], edits: finding.edits};
		if (finding) findings.push({kind, finding});
	}
	return {findings};
}

/** A finding in a part of a text that begins at the offset, as one in the text. */
const movedBy = (finding: Finding, offset: number): Finding => ({
	...finding,
	...(finding.index !== undefined && {index: finding.index + offset}),
	...(finding.edits && {
		edits: finding.edits.map(edit => ({...edit, start: edit.start + offset, end: edit.end + offset})),
	}),
});

function applies({roles, severity, isWhiteSpace}: Kind, {role, isExact, keepsWhitespace}: Context): boolean {
	if (roles && !roles.includes(role)) return false;
	return !(isExact && severity === 'ask') && !(keepsWhitespace && isWhiteSpace);
}

/** What is said about a value that nothing stops. */
export const notesOn = (text: string, context: Context): readonly Doubt[] =>
	notes.flatMap(kind => {
		const finding = kind.find(text, context);
		return finding ? [doubtOf(kind, {context})] : [];
	});
