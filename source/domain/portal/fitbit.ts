import type {Portal} from './portal.ts';

export const fitbit: Portal = {
	place: 'Fitbit',
	steps: [
		{
			id: 'moving',
			title: 'Stop, and set up Google Health instead',
			how: [
				'From 2 November 2026 on Fitbit’s Web API and its OAuth are off: requests answer 410.',
				'Google Health is a provider of its own here, with a project and a client at Google Cloud.',
				'Every user has to consent anew: tokens cannot be moved.',
				'The two work side by side before that day only.',
			],
			page: 'https://developers.google.com/health/migration',
		},
		{
			id: 'copy',
			title: 'Go on only with an application that you still have',
			isReported: true,
			how: [
				{reported: 'Its type was Server, its access Read Only, its Redirect URL the redirect URI.'},
				{
					reported:
						'Each webhook URI was a subscriber of its own, JSON, whose verification code byoo asks for.',
				},
			],
			showsSecret: true,
			traps: [{reported: 'New ones have not been registered since May 2026.'}],
		},
	],
	scopes: [
		'heartrate',
		'oxygen_saturation',
		'cardio_fitness',
		'respiratory_rate',
		'activity',
		'location',
		'nutrition',
		'profile',
		'settings',
		'sleep',
		'social',
		'weight',
		'temperature',
	],
	trial: ['From 2 November 2026 on there is nothing to try: no connection can sync.'],
};
