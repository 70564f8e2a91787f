import {withoutOAuth} from './defaults.ts';
import type {Provider} from './provider.ts';

const bluetooth = {...withoutOAuth, connection: 'bluetooth'} as const;

/** Devices that hand their readings to the phone beside them. FreeStyle Libre, by NFC, is among the SDK ones. */
export const bluetoothProviders: readonly Provider[] = [
	{
		...bluetooth,
		slug: 'accuchek_ble',
		name: 'Accu-Chek (Bluetooth)',
		aliases: ['accuchek', 'roche', 'glucose meter'],
		reason: 'Accu-Chek meters hand their readings to the phone over Bluetooth, without any OAuth.',
	},
	{
		...bluetooth,
		slug: 'beurer_ble',
		name: 'Beurer (Bluetooth)',
		aliases: [],
		reason: 'Beurer devices hand their readings to the phone over Bluetooth, without any OAuth.',
	},
	{
		...bluetooth,
		slug: 'contour_ble',
		name: 'Contour (Bluetooth)',
		aliases: ['ascensia', 'contour next', 'glucose meter'],
		reason: 'Contour meters hand their readings to the phone over Bluetooth, without any OAuth.',
	},
	{
		...bluetooth,
		slug: 'omron_ble',
		name: 'Omron (Bluetooth)',
		aliases: ['blood pressure'],
		reason: 'Omron monitors hand their readings to the phone over Bluetooth, without any OAuth.',
	},
	{
		...bluetooth,
		slug: 'onetouch_ble',
		name: 'OneTouch (Bluetooth)',
		aliases: ['one touch', 'lifescan', 'glucose meter'],
		reason: 'By its name it connects over Bluetooth; Junction does not document it, nor any OAuth for it.',
	},
];
