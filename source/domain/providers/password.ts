import {withoutOAuth} from './defaults.ts';
import {renphoDates, whoopDates} from './known-dates.ts';
import type {Provider} from './provider.ts';

const password = {...withoutOAuth, connection: 'password'} as const;

/** Providers that users connect with their own sign-in: `PasswordProviders` in the API's OpenAPI document. */
export const passwordProviders: readonly Provider[] = [
	{
		...password,
		slug: 'abbott_libreview',
		name: 'Abbott LibreView',
		aliases: ['libre', 'libreview'],
		reason: 'Users sign in to their LibreView account; only organizations already connected can add more.',
	},
	{
		...password,
		slug: 'beurer_api',
		name: 'Beurer',
		aliases: ['beurer cloud'],
		reason: 'Users sign in with their Beurer account, so there is no OAuth application.',
	},
	{
		...password,
		slug: 'dexcom',
		name: 'Dexcom (G6 and older)',
		aliases: ['dexcom share', 'dexcom g6'],
		reason: 'Users sign in with their Dexcom account, which needs Dexcom Share with at least one follower.',
		standing: {
			kind: 'retiring',
			note: 'Junction is phasing this connection out in favour of the Dexcom API.',
		},
		successor: {slug: 'dexcom_v3'},
	},
	{
		...password,
		slug: 'eight_sleep',
		name: 'Eight Sleep',
		aliases: ['8sleep', '8 sleep'],
		reason: 'Users sign in with their Eight Sleep account, so there is no OAuth application.',
	},
	{
		...password,
		slug: 'hammerhead',
		name: 'Hammerhead',
		aliases: ['karoo'],
		reason: 'Users sign in with their Hammerhead account, so there is no OAuth application.',
	},
	{
		...password,
		slug: 'kardia',
		name: 'Kardia',
		aliases: ['alivecor', 'ecg'],
		reason: 'Users sign in with their Kardia account, so there is no OAuth application.',
	},
	{
		...password,
		slug: 'my_fitness_pal',
		name: 'MyFitnessPal (diary key)',
		aliases: ['mfp', 'my fitness pal'],
		reason: 'Users give their user name and the key of a shared diary, so there is no OAuth application.',
		standing: {
			kind: 'retiring',
			note: 'Junction has deprecated it; MyFitnessPal now connects through its API.',
		},
		successor: {slug: 'my_fitness_pal_v2'},
	},
	{
		...password,
		slug: 'peloton',
		name: 'Peloton',
		aliases: [],
		reason: 'Users sign in with their Peloton account, so there is no OAuth application.',
	},
	{
		...password,
		slug: 'renpho',
		name: 'Renpho',
		aliases: [],
		reason: 'Users signed in with their account of the old Renpho app, so there is no OAuth application.',
		dates: renphoDates,
	},
	{
		...password,
		slug: 'tandem_source',
		name: 'Tandem Source',
		aliases: ['tandem', 'insulin pump'],
		reason: 'The API lists it among the password providers; reportedly it takes no application of your own.',
	},
	{
		...password,
		slug: 'whoop',
		name: 'WHOOP (v1)',
		aliases: [],
		reason: 'Users signed in with their WHOOP password; an application of your own is for its successor.',
		successor: {slug: 'whoop_v2'},
		dates: whoopDates,
	},
	{
		...password,
		slug: 'zwift',
		name: 'Zwift',
		aliases: [],
		reason: 'Users sign in with their Zwift account, so there is no OAuth application.',
	},
];
