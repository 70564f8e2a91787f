import {describeApi} from '../../domain/api-generation.ts';
import type {Connection, ManagementApi} from '../../domain/ports.ts';
import {type Result, success} from '../../domain/problem.ts';
import type {FlagName} from '../flags/flags.ts';
import {type Missing, missingFlag} from '../flags/missing.ts';
import type {TargetFlags} from '../flags/target-flags.ts';
import {connecting} from './connecting.ts';
import {findKey, hasKey} from './keys.ts';
import type {Context} from './scripted.ts';

/** The organization's API as the flags and the environment open it. */
export type Access = {readonly api: ManagementApi; readonly connection: Connection};

/**
Opens the API for the organization that was named, with the key that was found. Nothing is sent by this.
`secretVariables` hold other secrets: a command that prints the key does not get them.
*/
export async function openApi(
	{values, terminal, voice, secrets, signal}: Context,
	{generation, apiUrl, timeoutSeconds}: TargetFlags,
	organizationId: string,
	secretVariables: readonly string[] = [],
): Promise<Result<Access>> {
	const found = await findKey(values, terminal, generation, {signal, environmentSecrets: secretVariables});
	if (!found.ok) return found;
	if (!found.value) throw new TypeError('The key was not asked for.');
	const {secret, generation: own} = found.value;
	secrets.add(secret);
	const connection = {generation: own, url: apiUrl ?? describeApi(own).url, organizationId, key: secret};
	const connect = connecting(terminal, {values, timeoutSeconds, secrets, write: line => voice.note(line)});
	return success({api: connect(connection), connection});
}

/** What a command that speaks to the API lacks: of the flags named, and the key. */
export const missingFor = (
	{values, terminal}: Context,
	{generation}: TargetFlags,
	needed: readonly FlagName[],
): readonly Missing[] => [
	...needed.filter(name => values[name] === undefined).map(name => missingFlag(name)),
	...(hasKey(values, terminal, generation) ? [] : [missingKey]),
];

const missingKey: Missing = {
	field: 'key',
	how: 'JUNCTION_MANAGEMENT_KEY',
	what: 'the organization key, in this variable or in VITAL_ORG_KEY; or --key-command CMD. No flag takes it',
};
