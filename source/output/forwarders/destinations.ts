import {linkAudiencesOf, linkBaseOf} from '../../domain/callback.ts';
import {environments, regions} from '../../domain/credential.ts';
import {isForwarded} from '../../domain/forwarder.ts';
import {providers} from '../../domain/providers/catalogue.ts';

// What every forwarder knows, so that nothing of a request decides where it goes. Its own rows are made of these.

type Row = readonly [from: string, to: string];

const places = environments.flatMap(environment => regions.map(region => ({environment, region})));

/** `sandbox/us`, and Junction's link base of that place. */
export const placeRows: readonly Row[] = places.map(place => [
	`${place.environment}/${place.region}`,
	linkBaseOf(place),
]);

/** What Junction's link tokens can name as their audience, and the link base of its place. */
export const audienceRows: readonly Row[] = places.flatMap(place =>
	linkAudiencesOf(place).map((audience): Row => [audience, linkBaseOf(place)]),
);

/** The providers that take an application of one's own, by the API's names. */
export const forwardedProviders: readonly string[] = providers
	.filter(isForwarded)
	.map(({slug}) => slug)
	.toSorted();
