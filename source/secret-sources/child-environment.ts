import {platform} from 'node:os';
import {apis} from '../domain/api-generation.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

export const isWindows = platform() === 'win32';

/** Whether two names mean the same variable: Windows does not tell their case apart. */
export const isSameVariable = (one: string, other: string): boolean =>
	isWindows ? one.toUpperCase() === other.toUpperCase() : one === other;

export const isKeyVariable = (name: string): boolean =>
	apis.some(({keyVariable}) => isSameVariable(keyVariable, name));

/** The variables for a program we start: without the organization keys, and without the secrets that are named. */
export function childEnvironment(variables: Variables, secrets: readonly string[] = []): Variables {
	const isSecret = (name: string) =>
		isKeyVariable(name) || secrets.some(secret => isSameVariable(secret, name));
	return Object.fromEntries(Object.entries(variables).filter(([name]) => !isSecret(name)));
}
