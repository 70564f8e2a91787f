import {spelled} from '../domain/values/signs.ts';

// Two addresses that differ only far behind have to show it.
const longest = 1000;
const before = 40;

/**
Two texts as they may be shown beside each other, so that nobody takes one for the other: signs that are not of the
keyboard are spelled by their code points where nothing else differs, and of very long ones the part that differs is
shown. Undefined where they are the same.
*/
export function apart(one: string, other: string): readonly [string, string] | undefined {
	if (one === other) return undefined;
	const isTold = hasOtherAscii(one, other);
	const [first, second] = isTold ? [one, other] : [spelledSigns(one), spelledSigns(other)];
	const at = differenceOf(first, second);
	return at < longest ? [cutAt(first), cutAt(second)] : [partAt(first, at), partAt(second, at)];
}

/** Whether they differ in how many signs they have, or where both have one of the keyboard. */
function hasOtherAscii(one: string, other: string): boolean {
	const [first, second] = [Array.from(one.normalize('NFKC')), Array.from(other.normalize('NFKC'))];
	const isOther = (sign: string, at: number) =>
		sign !== second[at] && isAscii(sign) && isAscii(second[at] ?? '');
	return first.length !== second.length || first.some(isOther);
}

const isAscii = (sign: string): boolean => sign <= '~';

const spelledSigns = (text: string): string => text.replace(/[^\0-~]/gu, spelled);

function differenceOf(one: string, other: string): number {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	return at;
}

const cutAt = (text: string): string =>
	text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;

const partAt = (text: string, at: number): string => `…${cutAt(text.slice(at - before).toWellFormed())}`;
