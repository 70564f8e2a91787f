import type {Portal} from './portal.ts';

const admin = 'https://admin.polaraccesslink.com';

export const polar: Portal = {
	place: 'Polar AccessLink admin',
	steps: [
		{
			id: 'account',
			title: 'Have a Polar Flow account',
			how: [],
			page: 'https://flow.polar.com',
		},
		{
			id: 'sign-in',
			title: 'Sign in to AccessLink admin',
			how: [],
			page: admin,
			right: 'You see the list of your API clients.',
		},
		{
			id: 'client',
			title: 'Press Create client, fill in Contractual information',
			isReported: true,
			how: [
				{reported: 'It asks for organization, address and country, and for the licence to be accepted.'},
				{reported: 'One box is for work on behalf of a third party.'},
			],
			page: admin,
		},
		{
			id: 'redirect-uri',
			title: 'Enter the redirect URI as Authorization redirect URL',
			how: [],
			page: admin,
			puts: {value: 'redirect_uri', field: 'Authorization redirect URL'},
			traps: ['Several are possible: make this the default one.'],
		},
		{
			id: 'data-types',
			title: 'Enable exercise, daily activity, physical information',
			isReported: true,
			how: [{reported: 'They are under Available data types.'}],
			page: admin,
		},
		{
			id: 'copy',
			title: 'Confirm, then copy Client ID and Client Secret now',
			isReported: true,
			how: [],
			page: admin,
			showsSecret: true,
			right: {reported: 'The tab Credentials shows two UUIDs.'},
			traps: [{reported: 'They are shown once; whoever loses them makes new ones.'}],
		},
		{
			id: 'webhook',
			title: 'Create the webhook by API, and keep its secret',
			isReported: true,
			how: [
				{
					reported:
						'POST to https://www.polaraccesslink.com/v3/webhooks, with client ID and secret as Basic sign-in.',
				},
				{reported: 'Its JSON has events, a list of what to announce, and url, this address.'},
			],
			puts: {value: 'webhook_uri', field: 'url'},
			right: {reported: 'It answers 201. byoo asks for signature_secret_key next, as the webhook secret.'},
			traps: [
				'Polar gives signature_secret_key in this one answer only.',
				'A client has room for one webhook: 409 says that there is one already.',
				'Polar turns it off after seven days of failures.',
			],
		},
	],
	scopes: [],
	trial: [
		'Connect one Polar Flow user through Junction Link, and record something new.',
		'Of the past only sleep arrives, 28 days of it.',
	],
};
