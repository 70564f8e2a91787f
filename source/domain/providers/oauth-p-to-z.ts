import type {Field} from '../field.ts';
import {oauth} from './defaults.ts';
import {aUuid, hexadecimal, softly} from './expectations.ts';
import {stravaDates} from './known-dates.ts';
import type {Provider} from './provider.ts';

/** `PolarTeamProviderDetails` in the Management API's OpenAPI document; the rest follows from Polar's own names. */
const polarWebhookSecret: Field = {
	id: 'details.webhook_secret',
	title: 'Webhook secret',
	kind: 'secret',
	path: ['details', 'webhook_secret'],
	isRequired: true,
	help: 'Usually the signature_secret_key that Polar answers, once, when the webhook of your client is made.',
};

/** OAuth providers whose slugs begin with P to Z. */
export const oauthPToZ: readonly Provider[] = [
	{
		...oauth,
		slug: 'polar',
		name: 'Polar',
		aliases: ['accesslink', 'polar flow'],
		programme: {kind: 'self-sign-up', note: 'Anyone can make a client in the AccessLink admin pages.'},
		portalUrl: 'https://admin.polaraccesslink.com',
		docsUrl: 'https://www.polar.com/accesslink-api/',
		startingLimit: '20 requests in 15 minutes and 100 a day for each user',
		clientId: {help: 'On your client at admin.polaraccesslink.com.', expectation: aUuid},
		clientSecret: {expectation: aUuid},
		details: [polarWebhookSecret],
	},
	{
		...oauth,
		slug: 'runkeeper',
		name: 'Runkeeper',
		aliases: ['asics runkeeper'],
		ownOAuth: 'unknown',
		reason:
			'The API lists it among the OAuth providers, but no documentation says how own credentials apply.',
		programme: {
			kind: 'closed',
			note: 'Runkeeper takes no new applications; its sign-up pages are reported gone since 2018.',
		},
		activation: {kind: 'unknown'},
	},
	{
		...oauth,
		slug: 'strava',
		name: 'Strava',
		aliases: [],
		isOwnAppOnly: true,
		programme: {
			kind: 'application',
			note: 'Up to ten athletes need no review, but a paid Strava subscription of the owner; more need a review.',
		},
		dates: stravaDates,
		portalUrl: 'https://www.strava.com/settings/api',
		docsUrl: 'https://developers.strava.com/docs/authentication',
		startingLimit: '200 requests in 15 minutes and 2,000 a day',
		clientId: {
			help: 'On the API page of your Strava settings.',
			expectation: {pattern: /^[1-9][0-9]{0,9}$/, usually: 'a number of up to ten digits'},
		},
		clientSecret: {expectation: hexadecimal(40)},
	},
	{
		...oauth,
		slug: 'ultrahuman',
		name: 'Ultrahuman',
		aliases: ['ultrahuman ring', 'ring air'],
		programme: {
			kind: 'application',
			note: 'Ultrahuman asks for an application; its developer pages are reported to offer self-service as well.',
		},
		portalUrl: 'https://vision.ultrahuman.com/developer',
		docsUrl: 'https://vision.ultrahuman.com/developer-docs?type=oauth',
		clientId: {help: 'Usually on your application at vision.ultrahuman.com/developer.'},
	},
	{
		...oauth,
		slug: 'wahoo',
		name: 'Wahoo',
		aliases: ['wahoo fitness', 'wahooligan'],
		programme: {
			kind: 'application',
			note: 'A sandbox application works at once; Wahoo reviews it before it goes to production.',
		},
		portalUrl: 'https://developers.wahooligan.com',
		docsUrl: 'https://cloud-api.wahooligan.com/',
		startingLimit: '25 requests in 5 minutes, 100 an hour and 250 a day; once reviewed 200, 1,000 and 5,000',
		clientId: {help: 'On your application at developers.wahooligan.com.'},
	},
	{
		...oauth,
		slug: 'whoop_v2',
		name: 'WHOOP',
		aliases: ['whoop band', 'whoop api'],
		isOwnAppOnly: true,
		programme: {
			kind: 'application',
			note: 'An application serves up to ten WHOOP members; more need an approval, reviewed monthly.',
		},
		portalUrl: 'https://developer-dashboard.whoop.com/',
		docsUrl: 'https://developer.whoop.com/docs/developing/oauth',
		startingLimit: '100 requests a minute and 10,000 a day',
		clientId: {help: 'On your application in the WHOOP developer dashboard.', expectation: softly(aUuid)},
	},
	{
		...oauth,
		slug: 'withings',
		name: 'Withings',
		aliases: ['nokia health'],
		programme: {kind: 'self-sign-up', note: 'Anyone can register an application in the developer dashboard.'},
		portalUrl: 'https://developer.withings.com/dashboard/',
		docsUrl: 'https://developer.withings.com/api-reference',
		startingLimit: '120 requests a minute',
		clientId: {
			help: 'On your application in the Withings developer dashboard.',
			expectation: hexadecimal(64),
		},
		clientSecret: {expectation: hexadecimal(64)},
	},
];
