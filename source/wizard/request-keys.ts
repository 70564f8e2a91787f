import type {Connection} from '../domain/ports.ts';
import type {RequestKind} from './requests.ts';
import type {Wizard} from './state.ts';

/** The key of a request: what it depends on, and how often it was asked for anew. */
export const keyOf = ({retries}: Wizard, kind: RequestKind, ...parts: readonly (string | number)[]): string =>
	[kind, ...parts, retries[kind] ?? 0].join(' ');

/** The connection of the organization whose key was accepted. */
export function connectionOf({answers}: Wizard): Connection | undefined {
	const key = answers['organization-key'];
	if (!key) return undefined;
	const {generation, url, organizationId, secret} = key;
	return {generation, url, organizationId, key: secret};
}

/** The connection in the key of a request. */
export const connectionKey = ({keyCount, answers}: Wizard): string => {
	const key = answers['organization-key'];
	return [keyCount, key?.generation, key?.url, key?.organizationId].join(' ');
};
