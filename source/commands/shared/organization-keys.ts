import {type ApiGeneration, apis, generationOfKey} from '../../domain/api-generation.ts';
import {failure, type Problem, type Result, success} from '../../domain/problem.ts';
import {Secret} from '../../domain/secret.ts';
import type {KnownKey} from '../../wizard/launch.ts';
import type {Values} from '../flags/flags.ts';
import type {Terminal} from './terminal.ts';

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

/** Whether there is a key to be found: told without asking anything, before a command that prints it is run. */
export function hasKey(
	values: Values,
	{environment}: Terminal,
	generation: ApiGeneration | undefined,
): boolean {
	const {key, isAmbiguous} = keyFrom(environment, generation);
	return values['key-command'] !== undefined || key !== undefined || isAmbiguous;
}

/** The organization key by `--key-command`, or else from the environment; undefined where there is none. */
export async function findKey(
	values: Values,
	{environment, stdin}: Terminal,
	generation: ApiGeneration | undefined,
	more: {readonly signal?: AbortSignal; readonly environmentSecrets?: readonly string[]} = {},
): Promise<Result<KnownKey | undefined>> {
	const command = values['key-command'];
	if (command === undefined) {
		const {key, isAmbiguous} = keyFrom(environment, generation);
		return isAmbiguous ? failure(ambiguousKey) : success(key);
	}
	const {readSource} = await import('../../secret-sources/read-source.ts');
	const read = await readSource({kind: 'command', command}, {stdin, environment, ...more});
	if (!read.ok) return failure({...read.problem, message: `Organization key: ${read.problem.message}`});
	const text = read.value.trim();
	if (text === '') return failure(emptyKey);
	return success({
		secret: new Secret(text),
		generation: generation ?? generationOfKey(text),
		from: '--key-command',
	});
}

const ambiguousKey: Problem = {
	kind: 'correct',
	message:
		'JUNCTION_MANAGEMENT_KEY and VITAL_ORG_KEY are both set. Say which with --api junction or --api vital.',
	advice: 'Nothing was sent.',
	fields: [],
};

const emptyKey: Problem = {
	kind: 'correct',
	message: 'Organization key: The command of --key-command printed nothing.',
	advice: 'Check the command by itself, then run it again. Nothing was sent.',
	fields: [],
};
