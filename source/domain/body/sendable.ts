import type {Json} from '../credential.ts';
import {looksMasked} from '../text.ts';

/**
Whether the digits of a number mean this very number again. From 2^53 on, neighbouring whole numbers are read as
one, and what is read as infinite is no JSON at all.
*/
export const isExact = (value: number): boolean =>
	Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));

/** Whether a stored value can be sent as it was read: nothing in it is masked, and no number lost its digits. */
export function isSendable(value: Json): boolean {
	if (typeof value === 'string') return !looksMasked(value);
	if (typeof value === 'number') return isExact(value);
	return typeof value !== 'object' || value === null || Object.values(value).every(isSendable);
}
