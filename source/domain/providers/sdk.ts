import {withoutOAuth} from './defaults.ts';
import type {Provider} from './provider.ts';

const sdk = {...withoutOAuth, connection: 'sdk'} as const;

/** What the customer's app reads on the phone itself, through a Junction SDK. */
export const sdkProviders: readonly Provider[] = [
	{
		...sdk,
		slug: 'apple_health_kit',
		name: 'Apple Health',
		aliases: ['apple healthkit', 'healthkit', 'apple watch', 'ios', 'iphone'],
		reason: 'Your app reads it on the iPhone through the Junction SDK, so there is no OAuth application.',
	},
	{
		...sdk,
		slug: 'health_connect',
		name: 'Health Connect',
		aliases: ['android health connect', 'android'],
		reason: 'Your app reads it on the Android phone through the Junction SDK, without any OAuth application.',
	},
	{
		...sdk,
		slug: 'samsung_health',
		name: 'Samsung Health',
		aliases: ['galaxy watch'],
		reason:
			'Your app reads it through the Junction SDK and enrols in the Samsung developer programme instead.',
	},
	{
		...sdk,
		slug: 'freestyle_libre_ble',
		name: 'FreeStyle Libre (NFC)',
		aliases: ['libre', 'libre 1', 'nfc', 'freestyle bluetooth'],
		reason: 'Your app scans the sensor over NFC through the Junction SDK, so there is no OAuth application.',
	},
];
