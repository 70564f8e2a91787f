import {consolePage} from './google-console.ts';
import type {PortalRule, PortalStep} from './portal.ts';
import {forwarding} from './shared-steps.ts';

/** Google's verification asks who owns each redirect URI, and nobody can prove that of Junction's. */
export const ownCallback: PortalRule = {
	type: 'redirect_uri',
	onlyIn: 'production',
	words:
		'Do not register this one itself in production: register a callback on your own verified domain, which forwards to it with a 307.',
};

export const hostedCallback: PortalStep = {...forwarding, onlyIn: 'production'};

/** What Google Health asks besides, before real users can connect. */
export const healthInProduction: readonly PortalStep[] = [
	{
		id: 'domain',
		title: 'Verify your root domain in Search Console',
		onlyIn: 'production',
		how: ['Use the Google account of the Project Owner, and a property of type Domain.'],
		page: 'https://search.google.com/search-console/',
		right: 'Its ownership is verified.',
		traps: ['Keep the DNS TXT record afterwards.'],
	},
	{
		id: 'authorized-domains',
		title: 'Enter the root domain under Authorized domains',
		onlyIn: 'production',
		how: ['It is the domain of your homepage, your policies and your callback.'],
		page: consolePage('auth/branding'),
		traps: ['A request for verification takes ten domains at most.'],
	},
	hostedCallback,
	{
		id: 'verification',
		title: 'Publish the app and submit it for verification',
		onlyIn: 'production',
		how: ['All Google Health scopes are restricted: give a reason for each, and an unlisted YouTube video.'],
		page: consolePage('auth/verification'),
		traps: ['A CASA assessment comes with it, every year.'],
	},
];
