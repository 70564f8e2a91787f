import type {Portal} from './portal.ts';

const dashboard = 'https://developer-dashboard.whoop.com/';
const form = 'https://developer-dashboard.whoop.com/apps/create';

export const whoop: Portal = {
	place: 'WHOOP Developer Dashboard',
	steps: [
		{
			id: 'account',
			title: 'Have a WHOOP account for your team',
			isReported: true,
			how: [
				{
					reported: 'WHOOP’s documentation asks for a membership; an account without a device is said to do.',
				},
			],
			page: 'https://www.whoop.com/',
		},
		{
			id: 'sign-in',
			title: 'Sign in to the WHOOP Developer Dashboard',
			how: [],
			page: dashboard,
			right: 'After id.whoop.com you land on the list of your apps.',
		},
		{
			id: 'team',
			title: 'Create a team, which comes before the first app',
			how: ['Press Get Started, enter a name for the team, and press Create Team.'],
			page: 'https://developer-dashboard.whoop.com/team',
		},
		{
			id: 'app',
			title: 'Open the form for a new app',
			how: [],
			page: form,
			traps: ['An account has room for five apps; more on request.'],
		},
		{
			id: 'form',
			title: 'Enter name, contact e-mail and privacy policy',
			isReported: true,
			how: [],
			page: form,
			traps: [{reported: 'The form insists on a link to a privacy policy.'}],
		},
		{
			id: 'scopes',
			title: 'Tick the six read scopes, and offline if it is listed',
			isReported: true,
			how: [],
			page: form,
			puts: {value: 'scopes', field: 'Scopes'},
			traps: [
				{reported: 'At least one is needed; one that is missing here fails later with invalid_scope.'},
				{reported: 'offline is a box in some descriptions of the form, and in others of the request alone.'},
			],
		},
		{
			id: 'redirect-uri',
			title: 'Add the redirect URI under Redirect URLs',
			how: [],
			page: form,
			puts: {value: 'redirect_uri', field: 'Redirect URLs'},
			right: 'The whole https address is in the list.',
			traps: ['It has to match to the character. Several are allowed.'],
		},
		{
			id: 'copy',
			title: 'Press Create, then copy Client ID and Client Secret',
			how: [],
			page: dashboard,
			showsSecret: true,
			right: 'Both stand on the page of the app, where they can be seen again.',
		},
		{
			id: 'approval',
			title: 'Ask for approval before more than ten members connect',
			onlyIn: 'production',
			how: ['Press Request approval on the app.', 'Reviews are monthly, says Junction: ask in time.'],
			page: dashboard,
		},
	],
	scopes: [
		'read:recovery',
		'read:cycles',
		'read:workout',
		'read:sleep',
		'read:profile',
		'read:body_measurement',
		'offline',
	],
	trial: [
		'Connect one WHOOP member through Junction Link: ten can, without any approval.',
		'The dashboard counts how many are left.',
	],
};
