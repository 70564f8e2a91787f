import type {Portal} from './portal.ts';

const apps = 'https://developerportal.garmin.com/user/me/apps?program=829';

export const garmin: Portal = {
	place: 'Garmin’s developer portal',
	steps: [
		{
			id: 'account',
			title: 'Check that your company has a developer account',
			how: [
				'Garmin takes no new accounts since spring 2026, and names no day on which it will.',
				'Without one, stop here: Junction’s default Garmin app is enabled.',
			],
			traps: [{reported: 'The form that asks for access is under construction.'}],
		},
		{
			id: 'sign-in',
			title: 'Sign in to the Garmin developer portal',
			how: [],
			page: 'https://developerportal.garmin.com/',
			right: 'Your company is chosen in the company switcher.',
		},
		{
			id: 'app',
			title: 'Open Apps and create an app',
			how: [],
			page: apps,
			right: 'Its type is Connect Developer - Evaluation.',
			traps: [
				'The first app has an evaluation key with low limits; production comes after verification.',
				{reported: 'The apps of a team account are on a page of that team.'},
			],
		},
		{
			id: 'redirect-uri',
			title: 'Set the redirect URI as OAuth redirect URL',
			isReported: true,
			how: [],
			page: apps,
			puts: {value: 'redirect_uri', field: 'OAuth redirect URL'},
		},
		{
			id: 'apis',
			title: 'Choose the APIs: Health, Activity, Women’s Health',
			isReported: true,
			how: ['Which of them Junction needs is not documented.'],
			page: apps,
		},
		{
			id: 'copy',
			title: 'Copy Client ID and Client Secret of the app',
			how: ['Garmin also calls them consumer key and consumer secret.'],
			page: apps,
			showsSecret: true,
			traps: ['An app of OAuth 1 shows a secret of OAuth 1; that of OAuth 2 appears once it is converted.'],
		},
		{
			id: 'conversion',
			title: 'Ask Garmin to convert an app of OAuth 1',
			how: [
				'OAuth 1 ends on 31 December 2026.',
				'Fetch the user IDs, then write to connect-support@developer.garmin.com with the consumer key.',
			],
			traps: ['Which of the two Junction uses is not documented: ask it first.'],
		},
		{
			id: 'endpoints',
			title: 'Set the endpoints in API Tools',
			how: [
				'Sign in with client ID and secret, and enable each type of summary that you want.',
				{reported: 'Delivery is push, and back-fill works only for endpoints that are enabled.'},
			],
			page: 'https://apis.garmin.com/tools/endpoints',
			puts: {value: 'webhook_uri', field: 'URL of each enabled summary type'},
			right: 'Each row that you want is enabled, with this address.',
		},
		{
			id: 'permissions',
			title: 'Check data domains and user permissions',
			isReported: true,
			how: [],
			page: 'https://apis.garmin.com/tools/apiConfiguration',
		},
		{
			id: 'production',
			title: 'Pass partner verification, then ask for production',
			isReported: true,
			onlyIn: 'production',
			how: [],
			page: 'https://apis.garmin.com/tools/partnerVerification',
		},
	],
	scopes: [],
	trial: [
		'Connect one Garmin user through Junction Link.',
		'Garmin says at once that the historical pull is complete; data come later, as daily events.',
		'To back-fill again, deregister the Garmin connection of that user first.',
	],
};
