import {consolePage} from './google-console.ts';
import {hostedCallback, ownCallback} from './google-production.ts';
import type {Portal} from './portal.ts';

const fitness = (area: string): string => `https://www.googleapis.com/auth/fitness.${area}.read`;

/** The scopes that Junction's documentation knows for Google Fit. */
const scopes: readonly string[] = [
	'openid',
	'email',
	fitness('activity'),
	fitness('body'),
	fitness('sleep'),
	fitness('blood_glucose'),
	fitness('blood_pressure'),
	fitness('heart_rate'),
	fitness('nutrition'),
	fitness('location'),
];

const clients = consolePage('auth/clients');
const callback = {
	title: 'Add the callback to Authorized redirect URIs',
	isReported: true,
	how: [],
	page: clients,
	traps: [{reported: 'A verified app takes no address of a domain that is not yours.'}],
} as const;

export const googleFit: Portal = {
	place: 'Google Cloud',
	steps: [
		{
			id: 'existing',
			title: 'Stop unless your project already uses the Fitness API',
			how: ['New teams take Health Connect on the phone, or Google Health.'],
		},
		{
			id: 'client',
			title: 'Open the OAuth clients of that project',
			how: [],
			page: clients,
			right: 'You see the client of type Web application that was used so far.',
		},
		{
			...callback,
			id: 'callback-sandbox',
			onlyIn: 'sandbox',
			puts: {value: 'redirect_uri', field: 'Authorized redirect URIs'},
		},
		{
			...callback,
			id: 'callback-production',
			onlyIn: 'production',
			puts: {value: 'own_callback', field: 'Authorized redirect URIs'},
		},
		hostedCallback,
		{
			id: 'scopes',
			title: 'Check the fitness scopes under Data Access',
			isReported: true,
			how: [],
			page: consolePage('auth/scopes'),
			puts: {value: 'scopes', field: 'Data Access'},
		},
		{
			id: 'copy',
			title: 'Copy the client ID, and its secret or a new one',
			how: ['Add a second secret on the page of the client, then disable and delete the old one.'],
			page: clients,
			showsSecret: true,
			traps: ['An old secret can no longer be read.'],
		},
	],
	rules: [ownCallback],
	scopes,
	trial: [{reported: 'Connect one user of Google Fit through Junction Link.'}],
};
