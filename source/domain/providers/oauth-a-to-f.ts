import type {Field} from '../field.ts';
import {upperFirst} from '../text.ts';
import {oauth} from './defaults.ts';
import {hexadecimal, lettersAndDigits, softly} from './expectations.ts';
import {fitbitDates} from './known-dates.ts';
import type {Provider} from './provider.ts';

/**
The keys are those of `FitbitMetadata` in the Management API's OpenAPI document, which explains none of them.
That the tokens are the verification codes of Fitbit's webhook subscribers follows from their names.
*/
const fitbitDetails: readonly Field[] = [
	verifyToken('workout', true),
	verifyToken('sleep', true),
	verifyToken('body', true),
	verifyToken('foods', false),
	{
		id: 'details.fitbit.is_hr_enabled',
		title: 'Heart rate enabled',
		kind: 'yes-no',
		path: ['details', 'fitbit', 'is_hr_enabled'],
		isRequired: false,
		help: 'By its name, whether heart rate is read. The API takes no where nothing is said.',
		initial: false,
	},
];

function verifyToken(subscriber: string, isRequired: boolean): Field {
	return {
		id: `details.fitbit.${subscriber}_verify_token`,
		title: `${upperFirst(subscriber)} verify token`,
		kind: 'secret',
		path: ['details', 'fitbit', `${subscriber}_verify_token`],
		isRequired,
		help: `Usually the verification code of your ${subscriber} webhook subscriber in the Fitbit portal.`,
	};
}

/** OAuth providers whose slugs begin with A to F. */
export const oauthAToF: readonly Provider[] = [
	{
		...oauth,
		slug: 'cronometer',
		name: 'Cronometer',
		aliases: ['nutrition'],
		programme: {
			kind: 'application',
			note: 'Apply to become a Cronometer API partner; no public developer portal was found.',
		},
	},
	{
		...oauth,
		slug: 'dexcom_v3',
		name: 'Dexcom',
		aliases: ['dexcom api', 'dexcom g7', 'cgm'],
		isOwnAppOnly: true,
		programme: {
			kind: 'application',
			note: 'Registering gives sandbox data at once; production users need approval as a Digital Health Partner.',
		},
		portalUrl: 'https://developer.dexcom.com',
		docsUrl: 'https://developer.dexcom.com/docs/dexcom/authentication',
		startingLimit: '60,000 requests an hour',
		clientId: {
			help: 'On your application in the Dexcom developer portal.',
			expectation: softly(lettersAndDigits(32)),
		},
		clientSecret: {
			help: 'Beside the client ID in the Dexcom developer portal. Making a new one ends the old one at once.',
			expectation: softly(lettersAndDigits(16)),
		},
	},
	{
		...oauth,
		slug: 'fitbit',
		name: 'Fitbit',
		aliases: [],
		programme: {kind: 'closed', note: 'New applications are reported to be impossible since May 2026.'},
		successor: {slug: 'google_health', runsBeside: true},
		dates: fitbitDates,
		activation: {
			kind: 'steps',
			steps: [
				'Open your application in the Fitbit developer portal.',
				'Press Verify on every webhook subscriber.',
				'Check that delivery statistics have taken the place of every Verify button.',
			],
		},
		portalUrl: 'https://dev.fitbit.com/apps',
		docsUrl: 'https://dev.fitbit.com/build/reference/web-api/developer-guide/authorization',
		startingLimit: '150 requests an hour for each user',
		clientId: {
			help: 'On your application at dev.fitbit.com/apps.',
			expectation: {pattern: /^[0-9A-Z]{6}$/, usually: 'six upper-case letters and digits'},
		},
		clientSecret: {expectation: softly(hexadecimal(32))},
		details: fitbitDetails,
	},
];
