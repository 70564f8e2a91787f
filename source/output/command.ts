import {describeApi} from '../domain/api-generation.ts';
import type {CredentialDetails, DetailValue} from '../domain/credential.ts';
import {fieldsOf} from '../domain/fields.ts';
import type {HandOff} from '../domain/hand-off.ts';
import {findProvider, unknownProvider} from '../domain/providers/find-providers.ts';
import {Secret} from '../domain/secret.ts';
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

function apiFlags({generation, url}: HandOff): readonly (readonly [string, string])[] {
	const isOwn = url === describeApi(generation).url;
	return [['--api', generation], ...(isOwn ? [] : [['--api-url', url] as const])];
}

/** The known details that are no secrets, by their path inside of `details`. */
function detailFlags({credential}: HandOff): readonly (readonly [string, string])[] {
	const provider = findProvider(credential.provider) ?? unknownProvider(credential.provider);
	return fieldsOf(provider).flatMap(field => {
		const [head, ...path] = field.path;
		const value = head === 'details' && path.length > 0 ? valueAt(credential.details, path) : undefined;
		const isSaid = value !== undefined && value !== null && field.kind !== 'secret';
		return isSaid ? [['--detail', `${path.join('.')}=${textOf(value)}`] as const] : [];
	});
}

const valueAt = (details: CredentialDetails | null, path: readonly string[]): DetailValue | undefined =>
	path.reduce<DetailValue | undefined>(
		(inside, key) => (isDetails(inside) ? inside[key] : undefined),
		details,
	);

const isDetails = (value: DetailValue | undefined): value is CredentialDetails =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Secret);

const textOf = (value: DetailValue): string => (Array.isArray(value) ? value.join(',') : String(value));
