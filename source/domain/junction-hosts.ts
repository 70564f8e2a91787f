import {type Environment, type Place, type Region, regions} from './credential.ts';

/** What the name of one of Junction's hosts says. The region is open where the name has none. */
export type JunctionHost = {readonly environment: Environment; readonly region?: Region};

// Documented without a region in their names, and yet of one.
const american: ReadonlySet<string> = new Set(['api.tryvital.io', 'api.sandbox.tryvital.io']);

/**
The environment and region of an https host of Junction, or `undefined` where it is none. Documented are
`api.[sandbox.]{us,eu}.junction.com` and `api.[sandbox.][eu.]tryvital.io`; others are read in the same way.
*/
export function junctionHostOf({protocol, hostname, port}: URL): JunctionHost | undefined {
	const isJunction = /(?:^|\.)(?:junction\.com|tryvital\.io)$/.test(hostname);
	if (!isJunction || protocol !== 'https:' || port !== '') return undefined;
	const labels = hostname.split('.');
	const region = american.has(hostname) ? 'us' : regions.find(name => labels.includes(name));
	const environment = labels.includes('sandbox') ? 'sandbox' : 'production';
	return {environment, ...(region && {region})};
}

/** Whether the host serves this place, as far as its name tells. */
export const isOf = (host: JunctionHost, place: Place): boolean =>
	host.environment === place.environment && (host.region ?? place.region) === place.region;

export const placeWords = ({environment, region}: JunctionHost): string =>
	region ? `${environment}, ${region}` : environment;

const documentedHost = /^api\.(?:sandbox\.)?(?:us|eu)\.junction\.com$|(?:^|\.)tryvital\.io$/;

/**
Whether an address is at Junction's own API: a documented host over TLS, or the origin of the address that the API was
said to have.
*/
export function isJunctions(address: URL, junctionUrl: string): boolean {
	if (address.username || address.password) return false;
	if (URL.canParse(junctionUrl) && address.origin === new URL(junctionUrl).origin) return true;
	return address.protocol === 'https:' && address.port === '' && documentedHost.test(address.hostname);
}
