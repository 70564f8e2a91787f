import {Secret} from '../../source/domain/secret.ts';

/** The value with its secrets in the open, for `deepEqual` takes any two secrets for the same. */
export function revealed(value: unknown): unknown {
	if (value instanceof Secret) return {secret: value.reveal()};
	if (Array.isArray(value)) return value.map(revealed);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revealed(inner)]));
}
