import type {Provider} from '../providers/provider.ts';
import type {PairCheckSpec} from './pair-check.ts';
import {googleReading, standardReading, stravaReading, withingsReading} from './pair-readings.ts';

// The addresses are literals, and nothing else names one: a secret goes to these hosts or to none.

const google: PairCheckSpec = {
	who: 'Google',
	endpoints: ['https://oauth2.googleapis.com/token'],
	login: 'form',
	parameters: {},
	// With one, a redirect URI that is not registered would be told in place of what is asked.
	sendsRedirectUri: false,
	read: googleReading,
};

const specs: ReadonlyMap<string, PairCheckSpec> = new Map<string, PairCheckSpec>([
	['google_health', google],
	['google_fit', google],
	[
		'strava',
		{
			who: 'Strava',
			endpoints: ['https://www.strava.com/oauth/token'],
			login: 'form',
			parameters: {},
			sendsRedirectUri: false,
			read: stravaReading,
		},
	],
	[
		'withings',
		{
			who: 'Withings',
			endpoints: ['https://wbsapi.withings.net/v2/oauth2'],
			login: 'form',
			parameters: {action: 'requesttoken'},
			sendsRedirectUri: true,
			read: withingsReading,
		},
	],
	[
		'whoop_v2',
		{
			who: 'WHOOP',
			endpoints: ['https://api.prod.whoop.com/oauth/oauth2/token'],
			// By HTTP Basic it reportedly refuses right pairs too.
			login: 'form',
			parameters: {},
			sendsRedirectUri: true,
			read: standardReading('reported', 'reported'),
		},
	],
	[
		'polar',
		{
			who: 'Polar',
			endpoints: ['https://polarremote.com/v2/oauth2/token'],
			login: 'basic',
			parameters: {},
			sendsRedirectUri: false,
			read: standardReading('reported', 'standard'),
		},
	],
	[
		'oura',
		{
			who: 'Oura',
			// Applications of the new portal are known at the first only, some of the previous one at the second only.
			endpoints: [
				'https://moi.ouraring.com/oauth/v2/ext/oauth-token',
				'https://api.ouraring.com/oauth/token',
			],
			login: 'form',
			parameters: {},
			sendsRedirectUri: true,
			read: standardReading('reported', 'standard'),
		},
	],
]);

/** How the pair of this provider is tried; undefined where its answers are not known well enough. */
export const pairCheckOf = ({slug}: Pick<Provider, 'slug'>): PairCheckSpec | undefined => specs.get(slug);

/** The hosts that the client secret goes to when the pair is tried, to be said before. */
export const checkedHosts = (provider: Pick<Provider, 'slug'>): readonly string[] =>
	(pairCheckOf(provider)?.endpoints ?? []).map(address => new URL(address).host);
