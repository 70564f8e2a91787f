import type {Portal} from './portal.ts';

const page = 'https://developer.ouraring.com/applications';

export const oura: Portal = {
	place: 'Oura’s developer portal',
	steps: [
		{
			id: 'account',
			title: 'Have an Oura account, that of the Oura app',
			how: [],
			page: 'https://cloud.ouraring.com',
			traps: [
				'Data of members with a Gen3 ring or newer can be read only while their Oura Membership is active.',
			],
		},
		{
			id: 'portal',
			title: 'Open the applications of the developer portal',
			how: ['Oura has two portals: new applications are made in this one.'],
			page,
			right: 'The page is headed Your Applications.',
			traps: ['The other, cloud.ouraring.com/oauth/applications, is kept only to edit what was made there.'],
		},
		{
			id: 'application',
			title: 'Press Create New',
			isReported: true,
			how: [],
			page,
			right: {reported: 'The form is headed New Application.'},
		},
		{
			id: 'form',
			title: 'Enter name, description, contact e-mail and links',
			isReported: true,
			how: [{reported: 'The links are those of your website, your privacy policy and your terms.'}],
			page,
		},
		{
			id: 'redirect-uri',
			title: 'Put the redirect URI into Redirect URIs',
			how: [],
			page,
			puts: {value: 'redirect_uri', field: 'Redirect URIs'},
			traps: [
				'It has to match exactly.',
				{reported: 'One guide says that only public https addresses are taken.'},
			],
		},
		{
			id: 'scopes',
			title: 'Tick the scopes that Junction asks for',
			how: [],
			page,
			puts: {value: 'scopes', field: 'Scopes'},
			traps: [
				{
					reported:
						'The form has spo2, ring_configuration, stress and heart_health too, which Junction does not.',
				},
				{reported: 'Only what is ticked here can be asked of users.'},
			],
		},
		{
			id: 'agreement',
			title: 'Agree to the API agreement, create the application',
			isReported: true,
			how: [],
			page,
		},
		{
			id: 'copy',
			title: 'Open View Details, copy Client ID and Client Secret',
			isReported: true,
			how: [],
			page,
			showsSecret: true,
			right: {reported: 'Both stand on the page of the details.'},
		},
		{
			id: 'review',
			title: 'Submit the app for review before the eleventh user',
			onlyIn: 'production',
			how: [],
			page,
		},
	],
	scopes: ['email', 'personal', 'daily', 'heartrate', 'workout', 'tag', 'session'],
	trial: [
		'Connect one Oura member through Junction Link: ten can, without a review.',
		{reported: 'Oura has two token endpoints: where the first refresh fails after a day, write to Junction.'},
	],
};
