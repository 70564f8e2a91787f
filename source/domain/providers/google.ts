import type {Field} from '../field.ts';
import {googleFit} from '../portal/google-fit.ts';
import {oauth} from './defaults.ts';
import {googleClientId, googleClientSecret} from './expectations.ts';
import {googleFitDates, googleHealthDates} from './known-dates.ts';
import type {Provider} from './provider.ts';

/** `GoogleFitTeamProviderDetails` in the Management API's OpenAPI document. */
const fitDetails: readonly Field[] = [
	{
		id: 'details.redirect_uri',
		title: 'Redirect URI',
		kind: 'url',
		path: ['details', 'redirect_uri'],
		isRequired: true,
		help: 'By its name, the redirect URI that is registered for your Google OAuth client.',
	},
	{
		id: 'details.data_scopes',
		title: 'Data scopes',
		kind: 'list',
		path: ['details', 'data_scopes'],
		isRequired: true,
		help: 'By its name, the scopes that your Google project asks of its users.',
		options: googleFit.scopes,
	},
];

/** `GoogleHealthTeamProviderDetails` in the Management API's OpenAPI document, which allows no other key. */
const healthDetails: readonly Field[] = [
	{
		id: 'details.project_number',
		title: 'Project number',
		kind: 'text',
		path: ['details', 'project_number'],
		isRequired: true,
		help: 'The number of your Google Cloud project, not its project ID.',
		expectation: {pattern: /^[0-9]+$/, usually: 'digits only, unlike the project ID'},
	},
	{
		id: 'details.service_account_email',
		title: 'Service account email',
		kind: 'text',
		path: ['details', 'service_account_email'],
		isRequired: true,
		help: 'The email address of your Google Cloud service account, the one that holds the two grants.',
		expectation: {
			pattern: /^[^\s@]+@[^\s@]+\.iam\.gserviceaccount\.com$/,
			usually: 'an email address that ends in .iam.gserviceaccount.com',
		},
	},
];

const consoleUrl = 'https://console.cloud.google.com/apis/credentials';
const clientId = {
	help: 'On the OAuth client under Google Auth Platform, Clients, in the Google Cloud console.',
	expectation: googleClientId,
};
const clientSecret = {expectation: googleClientSecret};

/** What Google itself offers by OAuth. Fitbit, still an API of its own, is among the other OAuth providers. */
export const google: readonly Provider[] = [
	{
		...oauth,
		slug: 'google_health',
		name: 'Google Health',
		aliases: ['google health api', 'new fitbit api'],
		programme: {
			kind: 'application',
			note: "Up to 100 users need no review; beyond that come Google's verification and a yearly CASA assessment.",
		},
		dates: googleHealthDates,
		activation: {
			kind: 'immediate',
			note: 'While the Google project is in testing, only listed test users can connect, for seven days each time.',
		},
		portalUrl: consoleUrl,
		docsUrl: 'https://developers.google.com/health',
		needsOwnRedirectDomain:
			'In production Google asks for a callback on a verified domain of yours, which forwards with a 307.',
		clientId,
		clientSecret,
		details: healthDetails,
	},
	{
		...oauth,
		slug: 'google_fit',
		name: 'Google Fit',
		aliases: ['googlefit'],
		programme: {
			kind: 'closed',
			note: 'Google has taken no new sign-ups since May 2024; only an existing project works.',
		},
		successor: {slug: 'health_connect'},
		dates: googleFitDates,
		portalUrl: consoleUrl,
		docsUrl: 'https://developers.google.com/fit/rest/v1/authorization',
		startingLimit: '600 requests a minute',
		needsOwnRedirectDomain:
			'In production Google usually asks for a callback on a verified domain of yours, which forwards with a 307.',
		clientId,
		clientSecret,
		details: fitDetails,
	},
];
