import {describeApi} from '../../domain/api-generation.ts';
import type {Connection, ManagementApi} from '../../domain/ports.ts';
import {type Result, success} from '../../domain/problem.ts';
import type {With} from '../flags/required.ts';
import {connecting} from './connecting.ts';
import {findKey} from './organization-keys.ts';
import type {Context} from './scripted.ts';

/** The organization's API as the flags and the environment open it. */
export type Access = {readonly api: ManagementApi; readonly connection: Connection};

/**
Opens the API for the organization that was named, with the key that was found. Nothing is sent by this.
`secretVariables` hold other secrets: a command that prints the key does not get them.
*/
export async function openApi(
	{values, terminal, voice, secrets, signal}: Context,
	{organizationId, generation, apiUrl, timeoutSeconds}: With<'org'>,
	secretVariables: readonly string[] = [],
): Promise<Result<Access>> {
	const found = await findKey(values, terminal, generation, {signal, environmentSecrets: secretVariables});
	if (!found.ok) return found;
	if (!found.value) throw new TypeError('The key was not asked for.');
	const {secret, generation: own, notes = []} = found.value;
	secrets.add(secret);
	voice.note(...notes);
	const connection = {generation: own, url: apiUrl ?? describeApi(own).url, organizationId, key: secret};
	const connect = connecting(terminal, {values, timeoutSeconds, secrets, write: line => voice.note(line)});
	return success({api: connect(connection), connection});
}
