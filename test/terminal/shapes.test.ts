import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {clockAt} from '../support/clock.ts';
import {keys} from '../support/keys.ts';
import type {Terminal} from '../support/terminal.ts';
import {onUsualDays} from '../support/thorough.ts';
import {hashOf, startWizard, storedFor, straightToFields} from '../support/wizard-terminal.ts';
import {at, pasteSecret} from '../support/wizard-walk.ts';

type Entry = (terminal: Terminal) => void | Promise<void>;

const typed =
	(text: string): Entry =>
	terminal =>
		terminal.write(keys.ctrlU + text + keys.enter);

const secret =
	(text: string): Entry =>
	async terminal => {
		await pasteSecret(terminal, text);
		terminal.write(keys.enter);
	};

const enter: Entry = terminal => terminal.write(keys.enter);
const goOn: Entry = terminal => terminal.write(keys.end + keys.enter);
const choose =
	(...moves: readonly string[]): Entry =>
	terminal =>
		terminal.write([...moves, keys.enter].join(''));

type Shape = {
	readonly provider: string;
	/** The steps after the target: their titles, and what a person enters. */
	readonly steps: readonly (readonly [title: string, entry: Entry])[];
	readonly details: unknown;
	readonly clientId: string;
};

// Fitbit has ended by then, and is asked about.
const day = new Date('2026-11-26T12:00:00Z');

const clientSecret = 'c07acd5bd15dd1f9be0123';

/** One provider of each shape that a credential can have. */
const shapes: readonly Shape[] = [
	{
		provider: 'cronometer',
		steps: [
			['Register with Cronometer', goOn],
			['Client ID', typed('my-application')],
			['Client secret', secret(clientSecret)],
			['Redirect URL override', enter],
		],
		clientId: 'my-application',
		details: null,
	},
	{
		provider: 'google_health',
		steps: [
			['Register with Google Health', goOn],
			['Client ID', typed('1234-abc.apps.googleusercontent.com')],
			['Client secret', secret('GOCSPX-abcdefghijklmnopqrstuvwxyz12')],
			['Project number', typed('123456789')],
			['Service account email', typed('byoo@my-project.iam.gserviceaccount.com')],
			['Redirect URL override', enter],
		],
		clientId: '1234-abc.apps.googleusercontent.com',
		details: {project_number: '123456789', service_account_email: 'byoo@my-project.iam.gserviceaccount.com'},
	},
	{
		provider: 'fitbit',
		steps: [
			['Provider', choose(keys.down)],
			['Register with Fitbit', goOn],
			['Client ID', typed('23ABCD')],
			['Client secret', secret('0123456789abcdef0123456789abcdef')],
			['Workout verify token', secret('workout-token')],
			['Sleep verify token', secret('sleep-token')],
			['Body verify token', secret('body-token')],
			['Foods verify token', enter],
			['Heart rate enabled', choose(keys.down)],
			['Redirect URL override', enter],
		],
		clientId: '23ABCD',
		details: {
			fitbit: {
				workout_verify_token: '****',
				sleep_verify_token: '****',
				body_verify_token: '****',
				foods_verify_token: null,
				is_hr_enabled: true,
			},
		},
	},
	{
		provider: 'google_fit',
		steps: [
			['Register with Google Fit', goOn],
			['Client ID', typed('1234-abc.apps.googleusercontent.com')],
			['Client secret', secret('GOCSPX-abcdefghijklmnopqrstuvwxyz12')],
			['Redirect URI', typed('https://connect.example.com/callback')],
			['Data scopes', choose(' ', keys.down, ' ')],
			['Redirect URL override', enter],
		],
		clientId: '1234-abc.apps.googleusercontent.com',
		details: {redirect_uri: 'https://connect.example.com/callback', data_scopes: ['openid', 'email']},
	},
	{
		provider: 'polar',
		steps: [
			['Register with Polar', goOn],
			['Client ID', typed('3c9a52e0-61b7-4f7e-a2c1-0e4d8f7b6a90')],
			['Client secret', secret('5dd1f9be-07ac-4d5b-8d15-0c1d2e3f4a5b')],
			['Webhook secret', secret('webhook-signature')],
			['Redirect URL override', enter],
		],
		clientId: '3c9a52e0-61b7-4f7e-a2c1-0e4d8f7b6a90',
		details: {webhook_secret: '****'},
	},
	{
		provider: 'my_fitness_pal_v2',
		steps: [
			['Register with MyFitnessPal', goOn],
			['Client ID', typed('my-application')],
			['Client secret', secret(clientSecret)],
			['Client', typed('my-client')],
			['Redirect URL override', enter],
		],
		clientId: 'my-application',
		details: {client: 'my-client'},
	},
	{
		provider: 'freestyle_libre',
		steps: [['Client ID', typed('Practice-42')]],
		clientId: 'Practice-42',
		details: null,
	},
	{
		provider: 'peloton',
		steps: [
			['Provider', choose(keys.down)],
			['Client ID', typed('my-application')],
			['Client secret', secret(clientSecret)],
			['Redirect URL override', enter],
		],
		clientId: 'my-application',
		details: null,
	},
];

suite('a credential of each shape, from its first field to Saved', () => {
	for (const {provider, steps, clientId, details} of onUsualDays(4, shapes)) {
		test(provider, async t => {
			const {terminal, server} = await startWizard(t, {...straightToFields(provider), node: clockAt(day)});
			for (const [title, entry] of steps) {
				await terminal.waitFor(new RegExp(`^${title}\\n[^]*^❯`, 'm'));
				await entry(terminal);
			}
			await at(terminal, 'Review');
			terminal.write(keys.home + keys.enter);
			await terminal.waitFor(/^Saved$/m);
			const [stored] = storedFor(server, provider);
			assert.equal(stored?.values.client_id, clientId);
			assert.deepEqual(stored?.values.details, details);
			assert.equal(stored?.clientSecretHash === null, provider === 'freestyle_libre');
			if (provider === 'cronometer') assert.equal(stored?.clientSecretHash, hashOf(clientSecret));
		});
	}
});
