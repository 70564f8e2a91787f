import type {Portal} from './portal.ts';

const applications = 'https://developers.wahooligan.com/applications';
const form = 'https://developers.wahooligan.com/applications/new';

export const wahoo: Portal = {
	place: 'Wahoo developer portal',
	steps: [
		{
			id: 'sign-in',
			title: 'Sign in to the Wahoo developer portal',
			how: ['A Wahoo account does, also by Sign in with Google.'],
			page: applications,
		},
		{
			id: 'application',
			title: 'Press Create Application, or New Application',
			how: [],
			page: form,
		},
		{
			id: 'redirect-uri',
			title: 'Put the redirect URI into Redirect URI',
			how: [],
			page: form,
			puts: {value: 'redirect_uri', field: 'Redirect URI'},
			traps: [{reported: 'It is compared to the character.'}],
		},
		{
			id: 'webhook',
			title: 'Fill in Webhook URI',
			isReported: true,
			onlyWith: 'webhook_uri',
			how: [{reported: 'The field may stay blank where Junction names no address.'}],
			page: form,
			puts: {value: 'webhook_uri', field: 'Webhook URI'},
		},
		{
			id: 'scopes',
			title: 'Tick email, user_read, workouts_read, offline_data',
			how: [],
			page: form,
			puts: {value: 'scopes', field: 'Scopes'},
		},
		{
			id: 'copy',
			title: 'Submit, then copy Client ID and Client Secret',
			how: [],
			page: applications,
			showsSecret: true,
		},
		{
			id: 'production',
			title: 'Ask for production access before others connect',
			isReported: true,
			onlyIn: 'production',
			how: [],
			page: applications,
			traps: [{reported: 'Until then the limits are low.'}],
		},
	],
	scopes: ['email', 'user_read', 'workouts_read', 'offline_data'],
	trial: [
		'Connect your own Wahoo account through Junction Link.',
		{reported: 'Until it is approved, an application is meant for its owner’s own data.'},
	],
};
