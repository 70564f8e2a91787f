import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {fieldsOf} from '../../source/domain/fields.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {findProvider, unknownProvider} from '../../source/domain/providers/find-providers.ts';
import {jsonDocument} from '../../source/output/json.ts';
import {providerJson, providersJson, providersLines} from '../../source/output/provider-table.ts';
import {providerLines} from '../../source/output/provider-text.ts';
import {assertLines, plain, wide, widths} from './placed.ts';

const named = (slug: string) => findProvider(slug) ?? unknownProvider(slug);
const some = ['strava', 'fitbit', 'freestyle_libre', 'ihealth', 'zwift'].map(named);

suite('the catalogue in lines', () => {
	test('says of each provider whether own OAuth applies, and what to know', () => {
		assert.deepEqual(providersLines(some, wide), [
			'SLUG             NAME             OWN APP      WHAT TO KNOW',
			'strava           Strava           yes          only with your own app, approval needed',
			'fitbit           Fitbit           yes          being retired → Google Health',
			'freestyle_libre  FreeStyle Libre  practice ID',
			'ihealth          iHealth          not known    retired',
			'zwift            Zwift            no',
		]);
	});

	test('is tab separated where it is plain', () => {
		assert.deepEqual(providersLines(some.slice(0, 1), plain), [
			'strava\tStrava\tyes\tonly with your own app, approval needed',
		]);
	});

	test('fits every width, with whole slugs', () => {
		for (const width of widths) {
			const lines = providersLines(providers, {...wide, width});
			assertLines(lines, width);
			for (const {slug} of providers) {
				assert.ok(
					lines.some(line => line.startsWith(`${slug} `) || line === `SLUG: ${slug}`),
					slug,
				);
			}
		}
	});
});

suite('one provider in lines', () => {
	test('is all that a person needs before it is used', () => {
		assert.deepEqual(providerLines(named('strava'), wide), [
			'Strava (strava)',
			'Own application: yes, it works only with your own application.',
			'Programme: approval needed. Up to ten athletes need no review, but a paid Strava subscription of the owner; more need a review.',
			'Lifecycle: active.',
			'Portal: https://www.strava.com/settings/api',
			'Documentation: https://developers.strava.com/docs/authentication',
			'Starting limit: 200 requests in 15 minutes and 2,000 a day',
			'',
			'At its portal',
			'1. Sign in to Strava with an account that your team keeps',
			'2. Check that this account has a paid subscription',
			'3. Open the API settings and start an application',
			'4. Enter name, category, website and description',
			'5. Enter the callback domain',
			'6. Upload a small image as the icon (reported)',
			'7. Copy Client ID, press Show and copy Client Secret',
			'8. Raise the tier for more than ten athletes (production only)',
			'',
			'Fields',
			'Client ID (client_id), required',
			'  On the API page of your Strava settings.',
			'  Usually a number of up to ten digits.',
			'  --client-id ID',
			'Client secret (client_secret), required',
			'  The client secret beside that client ID. It is sent once, and never written anywhere here.',
			'  Usually 40 hexadecimal digits in lower case.',
			'  --client-secret-stdin, or --client-secret-file FILE, --client-secret-env NAME, --client-secret-command COMMAND',
			'Details (JSON) (details), optional',
			'  A JSON object, sent as it is. Leave it empty unless the provider asks for more than ID and secret.',
			'  --details-file FILE',
			'Redirect URL override (redirect_url_override), optional',
			'  Only where users return to your own domain first, which then forwards them. Empty for none.',
			'  --redirect-url-override URL',
			'',
			'After it is saved',
			'It is active at once.',
		]);
	});

	test('names the way in of every detail: a flag, or a file where it is a secret', () => {
		const fitbit = providerLines(named('fitbit'), wide).join('\n');
		assert.match(fitbit, /\(details\.fitbit\.sleep_verify_token\), required\n.*\n {2}--details-file FILE/);
		assert.match(
			fitbit,
			/\(details\.fitbit\.is_hr_enabled\), optional\n.*\n {2}--detail fitbit\.is_hr_enabled=true\|false/,
		);
		assert.match(fitbit, /Lifecycle: being retired\. .* Its successor is Google Health \(google_health\)\./);
		assert.match(fitbit, /After it is saved\n• Open .*\n• Press Verify/);
		const google = providerLines(named('google_fit'), wide).join('\n');
		assert.match(google, /--detail redirect_uri=VALUE\n/);
		assert.match(google, /--detail data_scopes=VALUE,VALUE\n/);
	});

	test('says why own OAuth does not apply, and asks for nothing then', () => {
		const lines = providerLines(named('zwift'), wide);
		assert.deepEqual(lines, [
			'Zwift (zwift)',
			'Own application: no. Users sign in with their Zwift account, so there is no OAuth application. The API takes a credential for it all the same, but it is likely never used.',
			'Lifecycle: active.',
		]);
	});

	test('asks for a practice ID and nothing else', () => {
		const lines = providerLines(named('freestyle_libre'), wide);
		assert.ok(lines.some(line => line.startsWith('Own application: practice ID. Not OAuth')));
		assert.ok(!lines.some(line => line.includes('--client-secret')));
	});

	test('says that it is not documented what is left to do', () => {
		assert.equal(
			providerLines(named('ihealth'), wide).at(-1),
			'Whether it needs another step is not documented. Connect a test user to see.',
		);
	});

	test('fits the width but for addresses and paths, which stay whole', () => {
		for (const provider of providers) {
			for (const width of widths) {
				const lines = providerLines(provider, {...wide, width});
				assertLines(lines);
				assertLines(
					lines.filter(line => line.trim().includes(' ')),
					width,
				);
			}
			assert.deepEqual(providerLines(provider, plain), providerLines(provider, wide));
		}
	});
});

suite('the catalogue as JSON', () => {
	const keys = [
		'slug',
		'name',
		'aliases',
		'connection',
		'ownOAuth',
		'reason',
		'isOwnAppOnly',
		'programme',
		'lifecycle',
		'activation',
		'portalUrl',
		'docsUrl',
		'checklist',
		'startingLimit',
		'needsOwnRedirectDomain',
		'fields',
		'steps',
		'scopes',
	];

	test('has every key of every provider, in one order', () => {
		const {providers: all} = JSON.parse(jsonDocument(providersJson(providers)));
		assert.equal(all.length, providers.length);
		for (const one of all) {
			assert.deepEqual(Object.keys(one), keys);
			assert.deepEqual(Object.keys(one.lifecycle), ['kind', 'note', 'successor']);
			assert.deepEqual(Object.keys(one.activation), ['kind', 'note', 'steps']);
			assert.equal(one.fields.length, fieldsOf(named(one.slug)).length);
			for (const field of one.fields) {
				const names = ['field', 'title', 'kind', 'required', 'secret', 'help', 'usually'];
				assert.deepEqual(Object.keys(field), names);
			}
		}
	});

	test('has null for what is absent', () => {
		assert.deepEqual(JSON.parse(JSON.stringify(providerJson(named('freestyle_libre')))), {
			slug: 'freestyle_libre',
			name: 'FreeStyle Libre',
			aliases: ['libre', 'libreview', 'abbott', 'libre practice'],
			connection: 'practice',
			ownOAuth: 'practice',
			reason:
				'Not OAuth: a practice ID binds the team to a LibreView practice, which Junction must set up first.',
			isOwnAppOnly: false,
			programme: null,
			lifecycle: {kind: 'active', note: null, successor: null},
			activation: {
				kind: 'immediate',
				note: 'Only connections made from now on go to the practice.',
				steps: [],
			},
			portalUrl: null,
			docsUrl: null,
			checklist: [],
			startingLimit: null,
			needsOwnRedirectDomain: null,
			fields: [
				{
					field: 'client_id',
					title: 'Client ID',
					kind: 'text',
					required: true,
					secret: false,
					help: 'The practice ID of the clinic. It is sent as the client ID; upper and lower case do not matter.',
					usually: null,
				},
			],
			steps: [],
			scopes: [],
		});
	});

	test('names fields by their API paths, and which may be secrets', () => {
		const secretsOf = (slug: string) => {
			const {fields} = JSON.parse(JSON.stringify(providerJson(named(slug))));
			return fields.flatMap(({field, secret}: {field: string; secret: boolean}) => (secret ? [field] : []));
		};
		assert.deepEqual(secretsOf('polar'), ['client_secret', 'details.webhook_secret']);
		assert.deepEqual(secretsOf('strava'), ['client_secret', 'details']);
	});
});
