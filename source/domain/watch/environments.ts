import {clientIdOf, type Place, type PlacedCredential} from '../credential.ts';
import {isEnding} from '../providers/dates.ts';
import {providerOfSlug} from '../providers/find-providers.ts';
import {type Attention, subjectOf} from './attention.ts';
import {type FindStored, isAmong, targetOf} from './targets.ts';

/**
What is wrong between sandbox and production of one team and provider. `whole` are the places of which all was read:
of another one nothing is called missing.
*/
export function betweenEnvironments(
	placed: PlacedCredential,
	find: FindStored,
	whole: readonly Place[],
): readonly Attention[] {
	if (placed.place.environment !== 'sandbox') return [];
	const place: Place = {...placed.place, environment: 'production'};
	const twin = find({...targetOf(placed), place});
	if (twin) return sameClient(placed, twin);
	// Nobody sets up in production what ends.
	if (!isAmong(whole, place) || isEnding(providerOfSlug(placed.stored.provider))) return [];
	return [
		{
			...subjectOf(placed),
			environment: 'production',
			code: 'gap',
			severity: 'low',
			message: 'It is set in sandbox, and missing in production.',
			advice: 'Set it in production too, with byoo or byoo set, once it has been tried.',
		},
	];
}

function sameClient(placed: PlacedCredential, twin: PlacedCredential): readonly Attention[] {
	const provider = providerOfSlug(placed.stored.provider);
	const clientId = clientIdOf(placed.stored);
	const why = provider.separateEnvironments;
	if (why === undefined || clientId === null || clientId !== clientIdOf(twin.stored)) return [];
	const {environment: _both, ...subject} = subjectOf(placed);
	return [
		{
			...subject,
			code: 'same-client',
			severity: 'medium',
			message: `Sandbox and production have the same client ID. ${why}`,
			advice: 'Find out whose it is, and set the other environment to its own with byoo set --replace.',
		},
	];
}
