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
const today = new Date('2026-11-26T12:00:00Z');
const now = new Date('2026-11-02T12:00:00Z');
const onDay = {...wide, now};
const plainly = {...plain, now};
const some = ['strava', 'fitbit', 'freestyle_libre', 'ihealth', 'zwift'].map(named);

suite('the catalogue in lines', () => {
	test('says of each provider whether own OAuth applies, and what to know', () => {
		assert.deepEqual(providersLines(some, onDay), [
			'SLUG             NAME             OWN APP      WHAT TO KNOW',
			'strava           Strava           yes          only with your own app, approval needed',
			'fitbit           Fitbit           yes          no new apps, ends 2 November 2026 → Google Health',
			'freestyle_libre  FreeStyle Libre  practice ID',
			'ihealth          iHealth          not known    ended',
			'zwift            Zwift            no',
		]);
	});

	test('is tab separated where it is plain', () => {
		assert.deepEqual(providersLines(some.slice(0, 1), plainly), [
			'strava\tStrava\tyes\tonly with your own app, approval needed',
		]);
	});

	test('fits every width, with whole slugs', () => {
		for (const width of widths) {
			const lines = providersLines(providers, {...onDay, width});
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
		assert.deepEqual(providerLines(named('strava'), onDay), [
			'Strava (strava)',
			'Own application: yes, it works only with your own application.',
			'Programme: approval needed. Up to ten athletes need no review, but a paid Strava subscription of the owner; more need a review.',
			'Lifecycle: active.',
			'Portal: https://www.strava.com/settings/api',
			'Documentation: https://developers.strava.com/docs/authentication',
			'Starting limit: 200 requests in 15 minutes and 2,000 a day',
			'',
			'Dates',
			'• 1 June 2026 (past): Any application may serve ten athletes; new developers of the Standard tier need a paid subscription. Let the account that owns the application be subscribed.',
			'  Source: Strava, update to the developer program: https://communityhub.strava.com/insider-journal-9/an-update-to-our-developer-program-13428',
			'• 1 June 2026 (past, reported): Applications that pass data through an intermediary are no longer supported, the press says. Read Strava’s API policy, and ask Strava where in doubt; Junction leaves it to you to comply.',
			'  Source: WOW Tech Today, June 2026: https://wowtechtoday.com/strava-tightens-api-access-as-ai-scraping-concerns-grow-ahead-of-ipo/',
			'• 30 June 2026 (past): Earlier developers of the Standard tier need a paid subscription too. Look at the account behind an older application as well.',
			'  Source: WOW Tech Today, June 2026, and open-wearables, Strava guide: https://wowtechtoday.com/strava-tightens-api-access-as-ai-scraping-concerns-grow-ahead-of-ipo/',
			'• 1 June 2027 (reported): The earlier call that disconnects an athlete ends; one with client credentials takes its place. Nothing for you to do: Junction makes that call.',
			'  Source: Studio Global, a summary of June 2026: https://www.studioglobal.ai/discover/answers/search-6a1e24a1bf7669ae444568e3',
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
		const fitbit = providerLines(named('fitbit'), onDay).join('\n');
		assert.match(fitbit, /\(details\.fitbit\.sleep_verify_token\), required\n.*\n {2}--details-file FILE/);
		assert.match(
			fitbit,
			/\(details\.fitbit\.is_hr_enabled\), optional\n.*\n {2}--detail fitbit\.is_hr_enabled=true\|false/,
		);
		assert.match(
			fitbit,
			/Lifecycle: being retired\. Fitbit ends on 2 November 2026\. .* Its successor is Google Health \(google_health\)\./,
		);
		assert.match(fitbit, /After it is saved\n• Open .*\n• Press Verify/);
		const google = providerLines(named('google_fit'), onDay).join('\n');
		assert.match(google, /--detail redirect_uri=VALUE\n/);
		assert.match(google, /--detail data_scopes=VALUE,VALUE\n/);
	});

	test('says that it has ended once its day is over, and never that it is being retired', () => {
		const lines = providerLines(named('fitbit'), {...wide, now: today});
		assert.match(
			lines.join('\n'),
			/^Lifecycle: ended\. Fitbit ended on 2 November 2026\. .* Sources disagree: /m,
		);
		assert.doesNotMatch(lines.join('\n'), /retir/);
		assert.ok(lines.includes('Dates'));
		assert.ok(lines.some(line => line.startsWith('• September 2026 (past): Junction’s documentation names')));
		assert.doesNotMatch(providersLines(some, {...wide, now: today}).join('\n'), /retir|ends/);
	});

	test('says why own OAuth does not apply, and asks for nothing then', () => {
		const lines = providerLines(named('zwift'), onDay);
		assert.deepEqual(lines, [
			'Zwift (zwift)',
			'Own application: no. Users sign in with their Zwift account, so there is no OAuth application. The API takes a credential for it all the same, but it is likely never used.',
			'Lifecycle: active.',
		]);
	});

	test('asks for a practice ID and nothing else', () => {
		const lines = providerLines(named('freestyle_libre'), onDay);
		assert.ok(lines.some(line => line.startsWith('Own application: practice ID. Not OAuth')));
		assert.ok(!lines.some(line => line.includes('--client-secret')));
	});

	test('says that it is not documented what is left to do', () => {
		assert.equal(
			providerLines(named('ihealth'), onDay).at(-1),
			'Whether it needs another step is not documented. Connect a test user to see.',
		);
	});

	test('fits the width but for addresses and paths, which stay whole', () => {
		for (const provider of providers) {
			for (const width of widths) {
				const lines = providerLines(provider, {...onDay, width});
				assertLines(lines);
				assertLines(
					lines.filter(line => line.trim().includes(' ')),
					width,
				);
			}
			assert.deepEqual(providerLines(provider, plainly), providerLines(provider, onDay));
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
		'dates',
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
		const {providers: all} = JSON.parse(jsonDocument(providersJson(providers, today)));
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
		assert.deepEqual(JSON.parse(JSON.stringify(providerJson(named('freestyle_libre'), today))), {
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
			dates: [],
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

	test('has the dates, and whether they have passed on the day it is asked', () => {
		const fitbit = (day: Date) => JSON.parse(JSON.stringify(providerJson(named('fitbit'), day)));
		assert.deepEqual(fitbit(now).dates.at(-1), {
			date: '2026-11-02',
			what: 'Google turns off the Fitbit Web API and Fitbit’s OAuth, which answer 410 Gone from then on.',
			advice: 'Set up Google Health instead: every user consents anew, for tokens cannot move.',
			source: 'Google Health API, About: https://developers.google.com/health/about',
			certainty: 'documented',
			ends: true,
			otherEnd: false,
			passed: false,
		});
		assert.deepEqual(
			fitbit(now).dates.map(({date, otherEnd, passed}: Record<string, unknown>) => [date, otherEnd, passed]),
			[
				['2026-05-04', false, true],
				['2026-09', true, true],
				['2026-09-30', true, true],
				['2026-10-30', true, true],
				['2026-11-02', false, false],
			],
		);
		assert.equal(fitbit(now).lifecycle.kind, 'retiring');
		assert.equal(fitbit(today).lifecycle.kind, 'retired');
		assert.ok(fitbit(today).dates.every(({passed}: {passed: boolean}) => passed));
	});

	test('names fields by their API paths, and which may be secrets', () => {
		const secretsOf = (slug: string) => {
			const {fields} = JSON.parse(JSON.stringify(providerJson(named(slug), today)));
			return fields.flatMap(({field, secret}: {field: string; secret: boolean}) => (secret ? [field] : []));
		};
		assert.deepEqual(secretsOf('polar'), ['client_secret', 'details.webhook_secret']);
		assert.deepEqual(secretsOf('strava'), ['client_secret', 'details']);
	});
});
