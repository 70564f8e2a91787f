import {bluetoothProviders} from './bluetooth.ts';
import {google} from './google.ts';
import {manualProviders} from './manual.ts';
import {oauthAToF} from './oauth-a-to-f.ts';
import {oauthGToO} from './oauth-g-to-o.ts';
import {oauthPToZ} from './oauth-p-to-z.ts';
import {passwordProviders} from './password.ts';
import {practiceProviders} from './practice.ts';
import type {Provider} from './provider.ts';
import {sdkProviders} from './sdk.ts';

/**
Every provider that the Management API's upsert names, each once. The API calls its own list open-ended:
a slug that is missing here may well be right.
*/
export const providers: readonly Provider[] = [
	...oauthAToF,
	...google,
	...oauthGToO,
	...oauthPToZ,
	...practiceProviders,
	...passwordProviders,
	...sdkProviders,
	...bluetoothProviders,
	...manualProviders,
];

/** Those that most ask for, in the order in which they are offered: the one place to change that. */
const popularSlugs: readonly string[] = [
	'strava',
	'whoop_v2',
	'oura',
	'garmin',
	'google_health',
	'withings',
	'polar',
	'dexcom_v3',
];

export const popularProviders: readonly Provider[] = popularSlugs.flatMap(
	slug => providers.find(provider => provider.slug === slug) ?? [],
);
