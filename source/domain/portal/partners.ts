import type {Portal} from './portal.ts';
import {keepPair, oneUser} from './shared-steps.ts';

const ultrahumanPage = 'https://vision.ultrahuman.com/developer';

export const ultrahuman: Portal = {
	place: 'Ultrahuman’s developer page',
	steps: [
		{
			id: 'sign-in',
			title: 'Sign in with a personal Ultrahuman account',
			isReported: true,
			how: [{reported: 'It is the same sign-in as that of the Ultrahuman app.'}],
			page: ultrahumanPage,
		},
		{
			id: 'partner',
			title: 'Apply as a partner, if no form appears',
			isReported: true,
			how: [
				{reported: 'Junction speaks of an application as partner, others of a form that is open to all.'},
			],
			page: 'https://partnerships.ultrahuman.com/',
		},
		{
			id: 'application',
			title: 'Create an OAuth application with a name',
			isReported: true,
			how: [],
			page: ultrahumanPage,
			traps: [{reported: 'The personal API tokens of the same page are something else.'}],
		},
		{
			id: 'redirect-uri',
			title: 'Put the redirect URI into Redirect URI',
			how: [],
			page: ultrahumanPage,
			puts: {value: 'redirect_uri', field: 'Redirect URI'},
			traps: ['It has to match exactly.'],
		},
		{
			id: 'copy',
			title: 'Copy Client ID and Client Secret',
			isReported: true,
			how: [],
			page: ultrahumanPage,
			showsSecret: true,
		},
	],
	scopes: [],
	trial: ['Connect one user with a ring through Junction Link.'],
};

export const cronometer: Portal = {
	place: 'Cronometer',
	steps: [
		{
			id: 'partner',
			title: 'Write to Cronometer and apply as an API partner',
			isReported: true,
			how: [{reported: 'Junction names this page; no form and no address were found.'}],
			page: 'https://cronometer.com/about/',
		},
		keepPair,
	],
	scopes: [],
	trial: [oneUser],
};

export const omron: Portal = {
	place: 'Omron',
	steps: [
		{
			id: 'application',
			title: 'Apply on Omron’s API page',
			how: [
				'You give a display name and more about the application, and Omron registers it.',
				{reported: 'The form asks for the redirect URL too.'},
			],
			page: 'https://omronhealthcare.com/api/',
			puts: {value: 'redirect_uri', field: 'Redirect URL'},
		},
		{
			id: 'copy',
			title: 'Receive Application ID and Secret Key for staging',
			how: ['Application ID is the client ID, Secret Key the client secret.'],
			showsSecret: true,
		},
		{
			id: 'go-live',
			title: 'Ask for go-live, and receive the production pair',
			onlyIn: 'production',
			how: [],
			traps: [
				'It is a pair of its own: do not mix it with that of staging.',
				{reported: 'The hosts for the USA and for Europe differ.'},
			],
		},
	],
	scopes: [],
	trial: ['Connect one Omron user through Junction Link, who grants every permission.'],
};
