import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {mountApp} from '../support/conversation.tsx';
import type {Size} from '../support/emulator.ts';
import {assertScreen} from '../support/held-screen.ts';
import {type Station, station, stations} from '../support/stations.ts';
import {isThorough} from '../support/thorough.ts';

const usual: Size = {columns: 80, rows: 24};
const small: Size = {columns: 40, rows: 12};
const sizes: readonly Size[] = [
	usual,
	small,
	...(isThorough
		? [
				{columns: 20, rows: 10},
				{columns: 60, rows: 20},
				{columns: 100, rows: 40},
				{columns: 160, rows: 50},
				{columns: 50, rows: 18},
			]
		: []),
];

/** The wizard on a terminal of that size, at that station. */
async function at({preset, services, reach}: Station, size: Size) {
	const app = mountApp(preset, services, size);
	await app.settle();
	await reach?.(app);
	await app.settle();
	return app;
}

suite('the screen, as it is agreed in test/ui/screens', () => {
	for (const [name, size] of [
		['organization', usual],
		['team', usual],
		['provider', usual],
		['provider-ended', usual],
		['provider-ended', small],
		['register', usual],
		['client-id-doubted', usual],
		['client-secret-masked', usual],
		['redirect-checked', usual],
		['forwarder-written', usual],
		['review-of-an-update', usual],
		['review-of-an-update', small],
		['review-after-a-failure', usual],
		['production-confirmation', usual],
		['saved', usual],
		['saved', small],
		['pair-refused', usual],
		['application-refuted', usual],
		['connection-warned', usual],
		['connection-open', usual],
		['connection-open', small],
		['left-user', usual],
	] as const) {
		const file = size === usual ? name : `${name}-${size.columns}x${size.rows}`;
		test(file, async () => {
			const app = await at(station(name), size);
			assertScreen(file, app.painted());
			await app.unmount();
		});
	}
});

suite('in a terminal of any size the frame fits, and the prompt and its keys are seen', () => {
	for (const {columns, rows} of sizes) {
		test(`${columns} by ${rows}`, async () => {
			for (const here of stations) {
				const app = await at(here, {columns, rows});
				const screen = app.screen();
				const said = `${here.name}:\n${screen}`;
				assert.ok(app.all().split('\n').length < rows, said);
				assert.match(screen, here.prompt, said);
				const isHidden = /^ {2}(?:↑ \d+ more {2})?(?:[↑↓] \d+ more)$/m.test(screen);
				assert.ok(!isHidden || app.painted().split('\n').length === rows - 1, `Rows are left over. ${said}`);
				assert.match(screen.split('\n').at(-1) ?? '', /^(↑↓|Space|Enter|Esc|Any key)/, said);
				await app.unmount();
			}
		});
	}
});
