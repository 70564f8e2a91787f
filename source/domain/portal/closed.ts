import type {Portal} from './portal.ts';
import {keepPair, oneUser} from './shared-steps.ts';

export const myFitnessPal: Portal = {
	place: 'MyFitnessPal',
	steps: [
		{
			id: 'existing',
			title: 'Stop unless you already hold partner credentials',
			how: ['New applications are not taken.'],
			page: 'https://www.myfitnesspalapi.com',
		},
		keepPair,
	],
	scopes: ['diary', 'measurements', 'private-exercises', 'subscriptions'],
	trial: [oneUser],
};

export const mapMyFitness: Portal = {
	place: 'MapMyFitness',
	steps: [
		{
			id: 'existing',
			title: 'Stop unless you already hold a client ID',
			how: ['New applications are not taken.'],
			page: 'https://developer.mapmyfitness.com',
		},
		{
			id: 'redirect-uri',
			title: 'Set the redirect URI in your existing application',
			isReported: true,
			how: [],
			page: 'https://developer.mapmyfitness.com',
			puts: {value: 'redirect_uri', field: 'Callback'},
			traps: ['It has to equal the one that Junction sends.'],
		},
		keepPair,
	],
	scopes: [],
	trial: [oneUser],
};
