import type {Portal} from './portal.ts';

const page = 'https://www.strava.com/settings/api';
const domainAlone =
	'Enter this as Authorization Callback Domain: no https, no port, no path. There is room for one.';

export const strava: Portal = {
	place: 'Strava',
	steps: [
		{
			id: 'account',
			title: 'Sign in to Strava with an account that your team keeps',
			how: ['The application will belong to this one account.'],
			page: 'https://www.strava.com/register',
			right: 'You see your Strava dashboard.',
			traps: [
				{
					reported:
						'Since June 2026 Strava is against data that passes through others: read its API policy, or ask it.',
				},
			],
		},
		{
			id: 'subscription',
			title: 'Check that this account has a paid subscription',
			how: [
				'Strava asks it of the owner of an application for up to ten athletes. Extended Access is exempt.',
			],
			right: 'The page of the account shows an active subscription.',
			traps: ['It counts for new developers since 1 June 2026, for all others since 30 June 2026.'],
		},
		{
			id: 'application',
			title: 'Open the API settings and start an application',
			how: [],
			page,
			right: 'A form asks for name, category, website and callback domain.',
			traps: [
				{
					reported:
						'An application has room for one webhook subscription, which Junction will hold: take one without any.',
				},
			],
		},
		{
			id: 'form',
			title: 'Enter name, category, website and description',
			how: ['Club may stay empty.'],
			page,
		},
		{
			id: 'callback-domain',
			title: 'Enter the callback domain',
			how: [domainAlone],
			page,
			puts: {value: 'redirect_domain', field: 'Authorization Callback Domain'},
			right: 'The field holds a host and nothing else.',
			traps: [
				{
					reported:
						'Where the one domain is in use elsewhere, it has to be your own, with a callback that forwards.',
				},
				{reported: 'Strava itself takes localhost, which is of no use here.'},
			],
		},
		{
			id: 'icon',
			title: 'Upload a small image as the icon',
			isReported: true,
			how: ['Any small image does.'],
			page,
			traps: [{reported: 'Strava asks for an icon before the application is complete.'}],
		},
		{
			id: 'copy',
			title: 'Copy Client ID, press Show and copy Client Secret',
			how: [],
			page,
			showsSecret: true,
			right: 'Under My API Application stand a short number and 40 hexadecimal digits.',
			traps: [
				{
					reported:
						'Your Access Token and Your Refresh Token on the same page look like the secret. Leave them.',
				},
			],
		},
		{
			id: 'tier',
			title: 'Raise the tier for more than ten athletes',
			onlyIn: 'production',
			how: ['Up to ten need no review. For more, apply for Extended Access on this page; Strava reviews it.'],
			page,
		},
	],
	rules: [
		{type: 'redirect_domain', words: domainAlone},
		{
			type: 'redirect_uri',
			words:
				'Strava takes its domain alone, as above. An endpoint of your own would forward to this address.',
		},
	],
	scopes: ['activity:read_all', 'activity:write', 'profile:write', 'profile:read_all'],
	trial: [
		'Connect the Strava account that owns the application through Junction Link.',
		{reported: 'A new application may take no other athlete until its tier is raised.'},
	],
};
