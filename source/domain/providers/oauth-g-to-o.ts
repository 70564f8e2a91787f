import type {Field} from '../field.ts';
import {oauth} from './defaults.ts';
import {aUuid, hexadecimal, softly} from './expectations.ts';
import {garminDates, ihealthDates, ouraDates} from './known-dates.ts';
import type {Provider} from './provider.ts';

/** `MyFitnessPalV2TeamProviderDetails` in the Management API's OpenAPI document. */
const myFitnessPalClient: Field = {
	id: 'details.client',
	title: 'Client',
	kind: 'text',
	path: ['details', 'client'],
	isRequired: true,
	help: 'The API asks for it and does not document what it means; ask Junction if MyFitnessPal named no such value.',
};

/** OAuth providers whose slugs begin with G to O. Those of Google have a file of their own. */
export const oauthGToO: readonly Provider[] = [
	{
		...oauth,
		slug: 'garmin',
		name: 'Garmin',
		aliases: ['garmin connect'],
		programme: {
			kind: 'application',
			note: 'Garmin has taken no new accounts since spring 2026; who has one goes on.',
		},
		dates: garminDates,
		portalUrl: 'https://developerportal.garmin.com/',
		docsUrl: 'https://developer.garmin.com/gc-developer-program/overview',
		startingLimit: '10,000 days of data a minute',
		clientId: {
			help: 'On your application in the Garmin developer portal, where it may be named consumer key.',
			expectation: softly(aUuid),
		},
	},
	{
		...oauth,
		slug: 'ihealth',
		name: 'iHealth',
		aliases: ['ihealth labs'],
		ownOAuth: 'unknown',
		reason: 'The API still lists it, but Junction removed it from its documentation in September 2025.',
		programme: {kind: 'closed', note: 'iHealth is reported to have ended its OAuth programme.'},
		dates: ihealthDates,
		activation: {kind: 'unknown'},
		portalUrl: 'https://developer.ihealthlabs.com/',
		docsUrl: 'https://developer.ihealthlabs.com/dev_documentation_Authentication.htm',
	},
	{
		...oauth,
		slug: 'map_my_fitness',
		name: 'MapMyFitness',
		aliases: ['mmf', 'mapmyrun', 'mapmyride', 'under armour'],
		isOwnAppOnly: true,
		programme: {kind: 'closed', note: 'Closed to new partners; those who have API credentials can use them.'},
		portalUrl: 'https://developer.mapmyfitness.com',
		docsUrl: 'https://developer.mapmyfitness.com/docs/v71_OAuth_2/',
		clientId: {help: 'On your application at developer.mapmyfitness.com.'},
	},
	{
		...oauth,
		slug: 'my_fitness_pal_v2',
		name: 'MyFitnessPal',
		aliases: ['mfp', 'my fitness pal', 'myfitnesspal api'],
		isOwnAppOnly: true,
		programme: {kind: 'closed', note: 'Closed to new partners; those who have API credentials can use them.'},
		portalUrl: 'https://www.myfitnesspalapi.com',
		docsUrl: 'https://myfitnesspalapi.com/docs/request-query-parameters',
		details: [myFitnessPalClient],
	},
	{
		...oauth,
		slug: 'omron',
		name: 'Omron',
		aliases: ['omron cloud', 'omron connect', 'blood pressure'],
		programme: {
			kind: 'application',
			note: 'Apply to Omron: development keys come first, production keys after its approval.',
		},
		separateEnvironments: 'Omron gives one application for development and another for production.',
		standing: {kind: 'beta', note: 'Junction offers it as a beta, in the sandbox.'},
		portalUrl: 'https://omronhealthcare.com/api/',
		docsUrl:
			'https://omronhealthcare-ohi.atlassian.net/wiki/spaces/API/pages/2480308225/Omron+Partner+API+for+US',
		activation: {
			kind: 'immediate',
			note: 'Junction accepts only users who grant every permission that Omron asks about.',
		},
		clientId: {
			help: 'Omron calls it Application ID, and gives one for development and another for production.',
		},
		clientSecret: {
			help: 'Omron calls it Secret Key, and gives one for development and another for production.',
			expectation: softly(hexadecimal(64)),
		},
	},
	{
		...oauth,
		slug: 'oura',
		name: 'Oura',
		aliases: ['oura ring'],
		programme: {
			kind: 'application',
			note: 'A new application serves up to ten users; Oura reviews it before it may serve more.',
		},
		dates: ouraDates,
		portalUrl: 'https://developer.ouraring.com/applications',
		docsUrl: 'https://cloud.ouraring.com/v2/docs',
		startingLimit: '5,000 requests in 5 minutes',
		clientId: {help: 'On your application at developer.ouraring.com/applications.'},
	},
];
