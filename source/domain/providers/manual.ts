import {withoutOAuth} from './defaults.ts';
import type {Provider} from './provider.ts';

/** Values that nobody connects: the customer's own servers send them. */
export const manualProviders: readonly Provider[] = [
	{
		...withoutOAuth,
		slug: 'manual',
		name: 'Manual',
		aliases: ['api values', 'custom'],
		connection: 'manual',
		reason: 'It usually marks values that you send through the API yourself, so there is nothing to connect.',
	},
];
