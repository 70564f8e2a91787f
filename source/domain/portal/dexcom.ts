import type {Portal} from './portal.ts';

const apps = 'https://developer.dexcom.com/user/me/apps';

export const dexcom: Portal = {
	place: 'Dexcom developer portal',
	steps: [
		{
			id: 'account',
			title: 'Register as a Dexcom developer',
			how: [],
			page: 'https://developer.dexcom.com/',
		},
		{
			id: 'app',
			title: 'Open My Apps and press Add an App',
			how: [],
			page: apps,
			right: 'The new app is in your list.',
		},
		{
			id: 'form',
			title: 'Enter a name and press Create',
			isReported: true,
			how: [{reported: 'A description is asked for, which can be changed later.'}],
			page: apps,
		},
		{
			id: 'redirect-uri',
			title: 'Put the redirect URI into Redirect URI, press Save',
			how: [],
			page: apps,
			puts: {value: 'redirect_uri', field: 'Redirect URI'},
			traps: ['It has to equal the one that Junction sends.'],
		},
		{
			id: 'copy',
			title: 'Copy client ID and secret under Authentication',
			isReported: true,
			how: [],
			page: apps,
			showsSecret: true,
			traps: ['Making a new secret ends the old one at once.'],
		},
		{
			id: 'upgrade',
			title: 'Apply under Upgrade: Limited, then Full Access',
			onlyIn: 'production',
			how: [],
			page: apps,
			right: 'The status of the app is no longer sandbox.',
			traps: [
				{reported: 'Before that, users meet a sandbox sign-in without real data.'},
				'Dexcom may decline: it is a partnership process.',
			],
		},
	],
	scopes: [],
	trial: [
		'Connect one user through Junction Link.',
		{reported: 'With sandbox keys that can only be one of Dexcom’s sandbox users.'},
		'Whether Junction’s sandbox talks to that of Dexcom is not documented.',
		{reported: 'With Limited Access it is one of five real users, and back-fill reaches 30 days.'},
	],
};
