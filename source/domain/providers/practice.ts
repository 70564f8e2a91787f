import {withoutOAuth} from './defaults.ts';
import type {Provider} from './provider.ts';

/** Clinics whose patients share their data with them. Stored by the same endpoint, as Junction's LibreView guide says. */
export const practiceProviders: readonly Provider[] = [
	{
		...withoutOAuth,
		slug: 'freestyle_libre',
		name: 'FreeStyle Libre',
		aliases: ['libre', 'libreview', 'abbott', 'libre practice'],
		connection: 'practice',
		ownOAuth: 'practice',
		reason:
			'Not OAuth: a practice ID binds the team to a LibreView practice, which Junction must set up first.',
		activation: {kind: 'immediate', note: 'Only connections made from now on go to the practice.'},
	},
];
