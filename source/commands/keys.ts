import {type ApiGeneration, apis} from '../domain/api-generation.ts';
import {Secret} from '../domain/secret.ts';
import type {KnownKey} from '../ui/services.ts';

/** The environment's key; `isAmbiguous` where both variables are set and no flag decides. */
export type EnvironmentKey = {readonly key?: KnownKey; readonly isAmbiguous: boolean};

/** The organization key from the environment, by its API's own variable. White space around it is not part of it. */
export function keyFrom(
	environment: Readonly<Record<string, string | undefined>>,
	generation?: ApiGeneration,
): EnvironmentKey {
	const keys = apis.flatMap((api): readonly KnownKey[] => {
		const text = environment[api.keyVariable]?.trim() ?? '';
		return text === '' ? [] : [{secret: new Secret(text), generation: api.generation, from: api.keyVariable}];
	});
	const candidates = generation ? keys.filter(key => key.generation === generation) : keys;
	const [key] = candidates;
	return {...(key && candidates.length === 1 ? {key} : {}), isAmbiguous: candidates.length > 1};
}
