import {describeApi} from '../domain/api-generation.ts';
import {openValues} from '../domain/body/show.ts';
import {isObject, leavesIn} from '../domain/body/walk.ts';
import type {Place, Region} from '../domain/credential.ts';
import {detailName, fieldsOf, isDetail} from '../domain/fields.ts';
import type {HandOff} from '../domain/hand-off.ts';
import type {Connection} from '../domain/ports.ts';
import {findProvider, providerOfSlug} from '../domain/providers/find-providers.ts';
import {Secret} from '../domain/secret.ts';
import {isStopped} from '../domain/values/stopped.ts';
import {quoted} from './shell-quote.ts';

type Flags = readonly (readonly [flag: string, value: string])[];

/**
The command that opens the wizard with the same answers. Secrets are left out: it asks for them, masked. So are
details of unknown shape, which may hold secrets.
*/
export const commandFor = (handOff: HandOff): string =>
	[handOff.isDemo ? 'byoo demo' : 'byoo', ...answerWords(handOff)].join(separator);

/**
The command that does the same without prompts. The client secret is piped into it; details that may be secret, or
that no flag takes, are in a file, for whose name there is a placeholder.
*/
export function scriptCommandFor(handOff: HandOff): string {
	const {details = null, client_secret: secret} = handOff.credential.values;
	const filled = isObject(details) ? leavesIn(details).filter(({value}) => value !== null) : [];
	const flagged = fieldFlags(handOff).filter(([flag]) => flag === detailFlag);
	const isInFile = flagged.length < filled.length;
	return [
		'byoo set',
		...answerWords(handOff),
		...(isInFile ? [`--details-file ${quoted('<FILE>')}`] : []),
		...(secret === null ? [] : ['--client-secret-stdin', ...exactSecret(handOff)]),
	].join(separator);
}

const separator = ' \\\n  ';

function answerWords(handOff: HandOff): readonly string[] {
	const {organizationId, place, credential, isDemo} = handOff;
	const flags: Flags = [
		['--org', organizationId],
		['--env', place.environment],
		['--region', place.region],
		['--team', credential.teamId],
		['--provider', credential.provider],
		...fieldFlags(handOff),
		...exactFlags(handOff),
		...(isDemo ? [] : apiFlags(handOff)),
	];
	const words = flags.map(([flag, value]) =>
		value.startsWith('-') ? quoted(`${flag}=${value}`) : `${flag} ${quoted(value)}`,
	);
	return [...words, ...(findProvider(credential.provider) ? [] : ['--allow-unknown-provider'])];
}

/** What a script would refuse is meant as it is, for somebody has answered it so. */
const exactFlags = ({credential}: HandOff): Flags =>
	openValues(credential)
		.filter(({field, value}) => isStopped(field, providerOfSlug(credential.provider), value))
		.map(({field}) => ['--exact', field.id]);

function exactSecret({credential: {provider, values}}: HandOff): readonly string[] {
	const {client_secret: secret, client_id: id} = values;
	const field = fieldsOf(providerOfSlug(provider)).find(
		({kind, path}) => kind === 'secret' && path.length === 1,
	);
	if (!field || !(secret instanceof Secret)) return [];
	const others = typeof id === 'string' ? {'client-id': {kind: 'given', value: id} as const} : {};
	return isStopped(field, providerOfSlug(provider), secret.reveal(), {others}) ? [`--exact ${field.id}`] : [];
}

/** The command that lists what is set for a team. */
export function listCommandFor(
	connection: Omit<Connection, 'key'>,
	{environment, region}: Place,
	teamId: string,
): string {
	const flags = [
		['--org', connection.organizationId],
		['--env', environment],
		['--region', region],
		['--team', teamId],
		...apiFlags(connection),
	] as const;
	return ['byoo list', ...flags.map(([flag, value]) => `${flag} ${quoted(value)}`)].join(' ');
}

/** The command that lists the teams of a region. */
export function teamsCommandFor(connection: Omit<Connection, 'key'>, region: Region): string {
	const flags = [
		['--org', connection.organizationId],
		['--region', region],
		...apiFlags(connection),
	] as const;
	return ['byoo teams', ...flags.map(([flag, value]) => `${flag} ${quoted(value)}`)].join(' ');
}

function apiFlags({generation, url}: Pick<HandOff, 'generation' | 'url'>): Flags {
	const isOwn = url === describeApi(generation).url;
	return [['--api', generation], ...(isOwn ? [] : [['--api-url', url] as const])];
}

const detailFlag = '--detail';

/** The fields that are no secrets. A list that the flag's commas would split otherwise is asked again. */
const fieldFlags = ({credential}: HandOff): Flags =>
	openValues(credential).flatMap(({field, value}): Flags => {
		if (typeof value === 'object' && value.some(entry => entry.includes(','))) return [];
		if (isDetail(field)) return [[detailFlag, `${detailName(field)}=${value}`]];
		return field.flag ? [[`--${field.id}`, String(value)]] : [];
	});
