import {
	type ApiDescription,
	type ApiGeneration,
	apis,
	describeApi,
	generationOfKey,
} from '../../domain/api-generation.ts';
import {failure, type Problem, type Result, success} from '../../domain/problem.ts';
import {Secret} from '../../domain/secret.ts';
import {type Taken, take} from '../../domain/values/take.ts';
import type {KnownKey} from '../../wizard/launch.ts';
import {isKeyExact} from '../flags/exact-flags.ts';
import type {Values} from '../flags/flags.ts';
import type {Terminal} from './terminal.ts';

/** The environment's key; `isAmbiguous` where both variables are set and no flag decides. */
export type EnvironmentKey = {readonly key?: KnownKey; readonly isAmbiguous: boolean};

/** A key that was found, and what was done to it, in words. */
export type FoundKey = KnownKey & {readonly notes?: readonly string[]};

/** The organization key from the environment, by its API's own variable, as it stands there. */
export function keyFrom(
	environment: Readonly<Record<string, string | undefined>>,
	generation?: ApiGeneration,
): EnvironmentKey {
	const keys = apis.flatMap((api): readonly KnownKey[] => {
		const text = environment[api.keyVariable] ?? '';
		return text.trim() === ''
			? []
			: [{secret: new Secret(text), generation: api.generation, from: api.keyVariable}];
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
): Promise<Result<FoundKey | undefined>> {
	const command = values['key-command'];
	if (command === undefined) {
		const {key, isAmbiguous} = keyFrom(environment, generation);
		return isAmbiguous ? failure(ambiguousKey) : doubted(key, values);
	}
	const {readSource} = await import('../../secret-sources/read-source.ts');
	const read = await readSource({kind: 'command', command}, {stdin, environment, ...more});
	if (!read.ok) return failure({...read.problem, message: `Organization key: ${read.problem.message}`});
	if (read.value.trim() === '') return failure(emptyKey);
	// The API follows from the key once nothing is doubted about it: quotes around it would send it to the other one.
	const taken = takenKey(read.value, values);
	if (!taken.ok) return failure(doubtfulKey(`Organization key: ${taken.message}`));
	return success({
		secret: taken.value,
		generation: generation ?? generationOfKey(taken.value.reveal()),
		from: '--key-command',
	});
}

const takenKey = (text: string, values: Values): Taken =>
	take(text, {field: 'organization-key', context: {role: 'key', isExact: isKeyExact(values)}}, exactly);

const exactly = '--exact organization-key';

/**
The key of a variable, which a shell or a settings file may have given more than the key. A final line break is left
out and told; one that a command prints is not, which nearly every command does.
*/
function doubted(key: KnownKey | undefined, values: Values): Result<FoundKey | undefined> {
	if (!key) return success(undefined);
	const taken = takenKey(key.secret.reveal(), values);
	if (!taken.ok) return failure(doubtfulKey(`${key.from}: ${taken.message}`));
	const own = generationOfKey(taken.value.reveal());
	if (own === 'junction' && key.generation !== own && !isKeyExact(values)) {
		return failure(doubtfulKey(`${key.from}: ${ofOtherApi(describeApi(own))}`));
	}
	const notes = taken.notes.map(({message}) => `${key.from}: ${message}`);
	return success({...key, secret: taken.value, ...(notes.length > 0 && {notes})});
}

const ofOtherApi = ({name, keyVariable}: ApiDescription): string =>
	`This is a key of the ${name} API, which begins with mg_: give it in ${keyVariable}. If it is meant as it is, add ${exactly}.`;

const doubtfulKey = (message: string): Problem => ({
	kind: 'correct',
	message,
	advice: 'Correct it where it comes from, then run it again. Nothing was sent.',
	fields: [],
});

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
