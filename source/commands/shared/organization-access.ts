import {describeApi} from '../../domain/api-generation.ts';
import type {Connection, ManagementApi} from '../../domain/ports.ts';
import {type Problem, type Result, success} from '../../domain/problem.ts';
import type {With} from '../flags/required.ts';
import type {TargetFlags} from '../flags/target-flags.ts';
import {connecting} from './connecting.ts';
import {withCounts} from './list-counts.ts';
import {type FoundKey, findKey} from './organization-keys.ts';
import {badFlags, type Context} from './scripted.ts';

/** The organization's API as the flags and the environment open it. */
export type Access = {readonly api: ManagementApi; readonly connection: Connection};

/**
Opens the API for the organization that was named, with the key that was found. Nothing is sent by this.
`secretVariables` hold other secrets: a command that prints the key does not get them.
*/
export async function openApi(
	context: Context,
	flags: With<'org'>,
	secretVariables: readonly string[] = [],
): Promise<Result<Access>> {
	const found = await takeKey(context, flags, secretVariables);
	return found.ok ? success(openWith(context, flags, found.value)) : found;
}

/** The key alone, for whoever has more to tell than what is wrong with it. It is known to exist. */
export async function takeKey(
	{values, terminal, signal}: Context,
	{generation}: TargetFlags,
	secretVariables: readonly string[] = [],
): Promise<Result<FoundKey>> {
	const found = await findKey(values, terminal, generation, {signal, environmentSecrets: secretVariables});
	if (!found.ok) return found;
	if (!found.value) throw new TypeError('The key was not asked for.');
	return success(found.value);
}

export function openWith(
	{values, terminal, voice, secrets}: Context,
	{organizationId, apiUrl, timeoutSeconds}: With<'org'>,
	{secret, generation, notes = []}: FoundKey,
): Access {
	secrets.add(secret);
	voice.note(...notes);
	const connection = {
		generation,
		url: apiUrl ?? describeApi(generation).url,
		organizationId,
		key: secret,
	};
	const connect = connecting(terminal, {values, timeoutSeconds, secrets, write: line => voice.note(line)});
	return {api: withCounts(connect(connection), voice), connection};
}

/** What is wrong with other inputs, and with the key, all at once. */
export function withKeyProblem(problem: Problem, key: Result<unknown> | undefined): Problem {
	if (!key || key.ok) return problem;
	const {message, advice} = key.problem;
	const told = {field: 'organization-key', message};
	if (problem.kind !== 'correct' || problem.fields.length === 0) {
		const input = {field: 'inputs', message: `${problem.message} ${problem.advice}`};
		return badFlags([input, {...told, message: `${message} ${advice}`}]);
	}
	const fields = [...problem.fields, told];
	// One fault alone is its own message.
	return problem.fields.some(field => field.message === problem.message)
		? badFlags(fields)
		: {...problem, fields};
}
