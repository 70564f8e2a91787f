import {describeApi} from '../domain/api-generation.ts';
import type {DetailValue, Place} from '../domain/credential.ts';
import type {HandOff} from '../domain/hand-off.ts';
import type {Connection} from '../domain/ports.ts';
import {findProvider} from '../domain/providers/find-providers.ts';
import {Secret} from '../domain/secret.ts';
import {knownDetails} from './known-details.ts';
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
	const {credential} = handOff;
	const isInFile = detailFlags(handOff).length < filledDetails(credential.details);
	return [
		'byoo set',
		...answerWords(handOff),
		...(isInFile ? [`--details-file ${quoted('<FILE>')}`] : []),
		...(credential.clientSecret === null ? [] : ['--client-secret-stdin']),
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
		['--client-id', credential.clientId],
		...detailFlags(handOff),
		...(credential.redirectUrlOverride === null
			? []
			: [['--redirect-url-override', credential.redirectUrlOverride] as const]),
		...(isDemo ? [] : apiFlags(handOff)),
	];
	const words = flags.map(([flag, value]) =>
		value.startsWith('-') ? quoted(`${flag}=${value}`) : `${flag} ${quoted(value)}`,
	);
	return [...words, ...(findProvider(credential.provider) ? [] : ['--allow-unknown-provider'])];
}

/** How many values there are in details, at any depth of objects. */
const filledDetails = (value: DetailValue): number => {
	if (value === null) return 0;
	if (typeof value !== 'object' || value instanceof Secret || Array.isArray(value)) return 1;
	return Object.values(value).reduce<number>((sum, inside) => sum + filledDetails(inside), 0);
};

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

function apiFlags({generation, url}: Pick<HandOff, 'generation' | 'url'>): Flags {
	const isOwn = url === describeApi(generation).url;
	return [['--api', generation], ...(isOwn ? [] : [['--api-url', url] as const])];
}

/** The known details that are no secrets. A list that the flag's commas would split otherwise is asked again. */
const detailFlags = ({credential}: HandOff): Flags =>
	knownDetails(credential).flatMap(({path, value}) => {
		const entries = Array.isArray(value) ? value : [];
		const isAskedAgain = entries.some((entry: string) => entry.includes(','));
		return isAskedAgain ? [] : [['--detail', `${path}=${String(value)}`] as const];
	});
