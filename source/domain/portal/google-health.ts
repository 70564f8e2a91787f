import {clientSteps} from './google-client.ts';
import {consolePage} from './google-console.ts';
import {serviceAccountSteps} from './google-grants.ts';
import {healthInProduction, ownCallback} from './google-production.ts';
import type {Portal, PortalStep} from './portal.ts';

const health = (area: string): string => `https://www.googleapis.com/auth/googlehealth.${area}.readonly`;

const project: readonly PortalStep[] = [
	{
		id: 'notice',
		title: 'Read Google’s notice on new projects first',
		isReported: true,
		how: [
			{
				reported:
					'From about September 2026 Google took no new projects on. Look whether the page still says so.',
			},
			{reported: 'If it does, only a project from before can work; Junction’s default app is the way then.'},
		],
		page: 'https://developers.google.com/health',
		right: 'No sentence there says that new projects are not taken on.',
	},
	{
		id: 'project',
		title: 'Create or choose a Google Cloud project',
		how: ['Its project ID is the PROJECT_ID of the commands.'],
		page: 'https://console.cloud.google.com/projectcreate',
		right: 'The name of the project stands in the top bar.',
		traps: [
			'You need to be its Project Owner.',
			'Google wants separate projects for testing and production.',
		],
	},
	{
		id: 'api',
		title: 'Enable the Google Health API in that project',
		how: ['Press Enable, or run the command.'],
		page: consolePage('apis/library/health.googleapis.com'),
		command: ['gcloud services enable health.googleapis.com --project=PROJECT_ID'],
		right: 'The button reads Manage, with API enabled beside it.',
		traps: [{reported: 'The Cloud Healthcare API and the Fitness API are other ones.'}],
	},
	{
		id: 'project-number',
		title: 'Note the project number, not the project ID',
		how: [
			'It is in the card Project info, and the command prints it.',
			'It is also the number before the first hyphen of the client ID.',
		],
		page: consolePage('home/dashboard'),
		command: ['gcloud projects describe PROJECT_ID --format="value(projectNumber)"'],
		answers: 'details.project_number',
		right: 'It has digits only.',
	},
];

const consent: readonly PortalStep[] = [
	{
		id: 'branding',
		title: 'Register the app under Branding',
		how: ['A first visit starts a short wizard: app info, audience, contact.'],
		page: consolePage('auth/branding'),
		right: 'App name, support e-mail and contact are saved.',
		traps: ['Verification needs logo, homepage, privacy policy and terms: enter them now if you have them.'],
	},
	{
		id: 'audience',
		title: 'Set the audience to External, and leave it in Testing',
		how: [],
		page: consolePage('auth/audience'),
		right: 'User type is External, publishing status is Testing.',
	},
	{
		id: 'test-users',
		title: 'Add whoever will try it as test users',
		onlyIn: 'sandbox',
		how: ['Under Test users press + Add users, and enter their Google addresses.'],
		page: consolePage('auth/audience'),
		right: 'The addresses are listed.',
		traps: [
			'An unverified app has room for 100 users.',
			'In Testing a connection ends after seven days, and is made anew.',
		],
	},
	{
		id: 'scopes',
		title: 'Add the eleven scopes under Data Access',
		how: ['Press Add or remove scopes, paste the list into the manual box, press Update, then Save.'],
		page: consolePage('auth/scopes'),
		puts: {value: 'scopes', field: 'Data Access'},
		right: 'Nine googlehealth scopes are restricted ones; openid and email are non-sensitive.',
		traps: [
			'Update alone is not enough: press Save on the page too.',
			'None of them may write.',
			'For fewer, set the scope requirements of the team at Junction first.',
		],
	},
];

export const googleHealth: Portal = {
	place: 'Google Cloud',
	steps: [...project, ...consent, ...clientSteps, ...serviceAccountSteps, ...healthInProduction],
	rules: [ownCallback],
	scopes: [
		'openid',
		'email',
		health('activity_and_fitness'),
		health('sleep'),
		health('health_metrics_and_measurements'),
		health('nutrition'),
		health('ecg'),
		health('irn'),
		health('location'),
		health('profile'),
		health('settings'),
	],
	trial: [
		'Connect your Google account through Junction Link. While the app is in Testing it has to be a test user.',
		'You see the list of scopes; what you leave out there stays out. Wait for provider.connection.created.',
		'An account that signs in to Fitbit the old way fails: link the device in the Google Health app first.',
		'Data of the last 90 days are fetched.',
	],
};
