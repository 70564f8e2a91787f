import {describeApi} from '../domain/api-generation.ts';
import type {Place} from '../domain/credential.ts';
import type {HandOff} from '../domain/hand-off.ts';
import type {Connection} from '../domain/ports.ts';
import {findProvider} from '../domain/providers/find-providers.ts';
import {knownDetails} from './known-details.ts';
import {quoted} from './shell-quote.ts';

/**
The command that opens the wizard with the same answers. Secrets are left out: it asks for them, masked. So are
details of unknown shape, which may hold secrets.
*/
export function commandFor(handOff: HandOff): string {
	const {organizationId, place, credential, isDemo} = handOff;
	const flags: readonly (readonly [string, string])[] = [
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
	const unknown = findProvider(credential.provider) ? [] : ['--allow-unknown-provider'];
	return [isDemo ? 'byoo demo' : 'byoo', ...words, ...unknown].join(' \\\n  ');
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

function apiFlags({
	generation,
	url,
}: Pick<HandOff, 'generation' | 'url'>): readonly (readonly [string, string])[] {
	const isOwn = url === describeApi(generation).url;
	return [['--api', generation], ...(isOwn ? [] : [['--api-url', url] as const])];
}

/** The known details that are no secrets. A list that the flag's commas would split otherwise is asked again. */
const detailFlags = ({credential}: HandOff): readonly (readonly [string, string])[] =>
	knownDetails(credential).flatMap(({path, value}) => {
		const entries = Array.isArray(value) ? value : [];
		const isAskedAgain = entries.some((entry: string) => entry.includes(','));
		return isAskedAgain ? [] : [['--detail', `${path}=${String(value)}`] as const];
	});
