import type {Portal} from './portal.ts';

const dashboard = 'https://developer.withings.com/dashboard/';
const form = 'https://developer.withings.com/dashboard/create';

export const withings: Portal = {
	place: 'Withings developer dashboard',
	steps: [
		{
			id: 'account',
			title: 'Create a Withings account for your company',
			isReported: true,
			how: [{reported: 'Withings advises a shared address of the company rather than a personal one.'}],
			page: 'https://developer.withings.com/dashboard/welcome',
		},
		{
			id: 'cloud',
			title: 'Open the dashboard, choose Withings Public Cloud',
			how: [],
			page: dashboard,
			right: 'You see the dashboard of your company.',
			traps: ['US Medical Cloud is for partners with a contract only.'],
		},
		{
			id: 'application',
			title: 'Press Create an application',
			how: [],
			page: form,
			traps: [{reported: 'An account has one partner application; another one needs another account.'}],
		},
		{
			id: 'integration',
			title: 'Choose Public API integration and accept the terms',
			how: [],
			page: form,
			right: 'The form is at its section Information.',
		},
		{
			id: 'form',
			title: 'Set target environment, name and description',
			how: [
				'Which target environment Junction needs is not documented.',
				{reported: 'Real users need Production.'},
			],
			page: form,
			traps: ['The role Developer makes dev and beta apps only; Production needs the role Admin.'],
		},
		{
			id: 'redirect-uri',
			title: 'Put the redirect URI into Registered URLs',
			how: ['Older forms call the field Callback URI. Several are allowed, separated by commas.'],
			page: form,
			puts: {value: 'redirect_uri', field: 'Registered URLs'},
			traps: [
				'It has to be https on a real domain: no localhost and no IP address.',
				{reported: 'An address that breaks the rules limits the app to ten linked users.'},
			],
		},
		{
			id: 'copy',
			title: 'Press Save, then copy ClientID and Secret',
			how: [],
			page: dashboard,
			showsSecret: true,
			right: 'Both fields fill once it is saved, with 64 hexadecimal digits each.',
		},
	],
	scopes: ['user.activity', 'user.metrics', 'user.sleepevents'],
	trial: [
		'Connect one Withings user through Junction Link.',
		'A code lives for 30 seconds: a callback of your own has to forward at once.',
	],
};
