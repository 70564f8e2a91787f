import {consolePage} from './google-console.ts';
import type {PortalStep} from './portal.ts';

const client = {
	title: 'Create an OAuth client of type Web application',
	page: consolePage('auth/clients/create'),
	right: 'A dialogue shows Client ID and Client secret.',
} as const;
const quickStart =
	'Google’s quick start says Web server and proposes https://www.google.com: do not keep that.';

/** The OAuth client of Google Health, whose redirect URI depends on the environment. */
export const clientSteps: readonly PortalStep[] = [
	{
		...client,
		id: 'client-sandbox',
		onlyIn: 'sandbox',
		how: ['Choose Web application, and put the address under Authorized redirect URIs.'],
		puts: {value: 'redirect_uri', field: 'Authorized redirect URIs'},
		traps: [
			'Not documented: whether Google takes Junction’s own address in sandbox. It does take a callback of your own.',
			quickStart,
		],
	},
	{
		...client,
		id: 'client-production',
		onlyIn: 'production',
		how: [
			'Choose Web application, and put the address under Authorized redirect URIs.',
			'Register your own callback, never Junction’s address: nobody could prove to own that.',
		],
		puts: {value: 'own_callback', field: 'Authorized redirect URIs'},
		answers: 'redirect-url-override',
		traps: [quickStart],
	},
	{
		id: 'copy',
		title: 'Copy the secret and download the JSON at once',
		how: ['byoo takes that file as it is: its path, or what is in it.'],
		page: consolePage('auth/clients'),
		showsSecret: true,
		right: 'You have a file client_secret_….apps.googleusercontent.com.json.',
		traps: ['The whole secret is shown in this dialogue only, once. Afterwards it is masked.'],
	},
];
