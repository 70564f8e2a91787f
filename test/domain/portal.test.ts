import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {documentedCallback} from '../../source/domain/callback.ts';
import {environments} from '../../source/domain/credential.ts';
import {fieldsOf} from '../../source/domain/fields.ts';
import {
	type ChecklistContext,
	type ChecklistStep,
	checklistFor,
} from '../../source/domain/portal/checklist.ts';
import type {PortalStep, Statement} from '../../source/domain/portal/portal.ts';
import {portalFor, portalOf, scopesOf} from '../../source/domain/portal/portals.ts';
import {statementAfter, statementWords, titleWords} from '../../source/domain/portal/statements.ts';
import type {PreparationStep} from '../../source/domain/ports.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {providerOfSlug} from '../../source/domain/providers/find-providers.ts';

const withOwnApplication = providers.filter(({ownOAuth}) => ownOAuth === 'yes').map(({slug}) => slug);
const override = 'https://connect.example.com/oauth/callback';
const email = 'byoo@night-runners-1.iam.gserviceaccount.com';

const value = (type: string, text: string, key = ''): PreparationStep => ({
	type,
	key,
	value: text,
	description: `What to do with ${type}.`,
});
const uri = value('redirect_uri', 'https://api.eu.junction.com/v2/link/connect/any');
const webhooks = [
	value('webhook_uri', 'https://a.example/1', 'sleep'),
	value('webhook_uri', 'https://a.example/2', 'body'),
];
const principal = value('iam_principal', 'serviceAccount:junction-eu@junction-prod.iam.gserviceaccount.com');

const contextOf = (slug: string, changes: Partial<ChecklistContext> = {}): ChecklistContext => ({
	provider: providerOfSlug(slug),
	environment: 'sandbox',
	region: 'eu',
	prepared: [uri],
	...changes,
});

const stepsOf = (slug: string, changes: Partial<ChecklistContext> = {}): readonly ChecklistStep[] =>
	checklistFor(contextOf(slug, changes));
const idsOf = (slug: string, changes: Partial<ChecklistContext> = {}): readonly string[] =>
	stepsOf(slug, changes).map(({id}) => id);

function stepOf(slug: string, id: string, changes: Partial<ChecklistContext> = {}): ChecklistStep {
	const found = stepsOf(slug, changes).find(step => step.id === id);
	assert.ok(found, `${slug} has no step ${id}.`);
	return found;
}

const statementsOf = ({how, right, traps = []}: PortalStep): readonly Statement[] => [
	...how,
	...(right === undefined ? [] : [right]),
	...traps,
];
const textOf = (statement: Statement): string =>
	typeof statement === 'string' ? statement : statement.reported;

suite('the portals', () => {
	test('are those of every provider that takes an application of one’s own', () => {
		assert.equal(withOwnApplication.length, 16);
		for (const slug of withOwnApplication) assert.ok(portalOf(slug), slug);
	});

	for (const slug of withOwnApplication) {
		const {steps = [], scopes = [], trial = [], rules = []} = portalOf(slug) ?? {};

		test(`have steps with short titles and IDs of their own: ${slug}`, () => {
			assert.equal(new Set(steps.map(({id}) => id)).size, steps.length);
			for (const {id, title} of steps) {
				assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
				assert.match(title, /^[A-Z][^.]*$/);
				assert.ok(title.length <= 60, title);
			}
		});

		test(`speak in sentences that fit on two lines of a terminal: ${slug}`, () => {
			for (const sentence of [...steps.flatMap(statementsOf), ...trial].map(textOf)) {
				assert.match(sentence, /^\p{L}.*\.$/u);
				assert.ok(sentence.length <= 120, `${sentence.length}: ${sentence}`);
			}
			assert.ok(trial.length > 0);
		});

		test(`lead to pages over https, and none with what is not known in it: ${slug}`, () => {
			for (const environment of environments) {
				for (const {page} of stepsOf(slug, {environment})) {
					if (page === undefined) continue;
					assert.equal(new URL(page).protocol, 'https:');
					assert.equal(new URL(page).href.replace(/\/$/, ''), page.replace(/\/$/, ''));
					assert.doesNotMatch(page, /[{}]|[A-Z]+_[A-Z]+|project=/);
				}
			}
		});

		test(`answer fields that the provider has, and never a secret: ${slug}`, () => {
			const fields = fieldsOf(providerOfSlug(slug));
			for (const {answers} of steps) {
				if (answers === undefined) continue;
				const kind = fields.find(({id}) => id === answers)?.kind;
				assert.ok(kind === 'text' || kind === 'url', answers);
			}
		});

		test(`say once where client ID and secret are handed out: ${slug}`, () => {
			assert.equal(steps.filter(({showsSecret}) => showsSecret).length, 1);
		});

		test(`name each scope once, and place scopes only where there are some: ${slug}`, () => {
			assert.equal(new Set(scopes).size, scopes.length);
			const places = steps.some(({puts}) => puts?.value === 'scopes');
			assert.ok(!places || scopes.length > 0);
		});

		test(`have rules in sentences: ${slug}`, () => {
			for (const {words} of rules) assert.match(words, /^\p{Lu}.*\.$/u);
		});
	}

	test('leave out what nobody is sure of', () => {
		const texts = withOwnApplication.flatMap(slug =>
			(portalOf(slug)?.steps ?? []).flatMap(step => [step.title, ...statementsOf(step).map(textOf)]),
		);
		const unsure = /confirm the e-mail|organi[sz]ation policy|a minute or two|HTTPS only|[Pp]ings/;
		for (const text of texts) assert.doesNotMatch(text, unsure);
		assert.deepEqual(idsOf('cronometer', {prepared: []}), ['partner', 'copy']);
		assert.deepEqual(idsOf('my_fitness_pal_v2', {prepared: []}), ['existing', 'copy']);
	});

	test('say of what rests on one source that it is reported', () => {
		assert.equal(statementWords({reported: 'It may be so.'}), 'Reported: It may be so.');
		assert.equal(statementAfter('Mind', {reported: 'It may be so.'}), 'Mind (reported): It may be so.');
		assert.equal(statementWords('It is so.'), 'It is so.');
		assert.equal(titleWords(stepOf('strava', 'icon')), 'Upload a small image as the icon (reported)');
		assert.equal(stepOf('strava', 'subscription').isReported, false);
		const reported = {
			strava: ['icon'],
			whoop_v2: ['account', 'form', 'scopes'],
			oura: ['application', 'form', 'agreement', 'copy'],
			garmin: ['redirect-uri', 'apis', 'permissions', 'production'],
			withings: ['account'],
			polar: ['client', 'data-types', 'copy', 'webhook'],
			dexcom_v3: ['form', 'copy'],
			wahoo: ['webhook', 'production'],
			google_health: ['notice'],
		};
		for (const [slug, ids] of Object.entries(reported)) {
			const found = (portalOf(slug)?.steps ?? []).filter(({isReported}) => isReported);
			assert.deepEqual(
				found.map(({id}) => id),
				ids,
			);
		}
	});
});

suite('a checklist', () => {
	for (const slug of withOwnApplication) {
		for (const environment of environments) {
			test(`is in the order of the portal, with what applies in ${environment}: ${slug}`, () => {
				const all = (portalOf(slug)?.steps ?? []).filter(
					({onlyIn, onlyWith}) => (onlyIn ?? environment) === environment && onlyWith === undefined,
				);
				const ids = idsOf(slug, {environment}).filter(id => !id.startsWith('value-'));
				assert.deepEqual(
					ids,
					all.map(({id}) => id),
				);
			});

			test(`is there whatever the API answers, and loses none of its values, in ${environment}: ${slug}`, () => {
				for (const prepared of [undefined, [], [uri], [uri, ...webhooks, principal, value('odd_one', 'x')]]) {
					const {prepared: _, ...context} = contextOf(slug, {environment});
					const steps = checklistFor({...context, ...(prepared ? {prepared} : {})});
					assert.ok(steps.length > 0);
					assert.equal(new Set(steps.map(({id}) => id)).size, steps.length);
					const placed = steps.flatMap(({puts}) => puts);
					for (const one of placed) assert.ok((one.value === undefined) !== (one.missing === undefined));
					for (const {type, value: text} of prepared ?? []) {
						const shown = slug === 'strava' && type === 'redirect_uri' ? new URL(text).hostname : text;
						assert.ok(
							placed.some(one => one.value === shown),
							text,
						);
					}
				}
			});

			test(`registers the customer’s own callback where there is one, in ${environment}: ${slug}`, () => {
				const steps = stepsOf(slug, {environment, redirectOverride: override, prepared: [uri]});
				const values = steps.flatMap(({puts}) => puts.map(one => one.value));
				assert.ok(values.includes(slug === 'strava' ? 'connect.example.com' : override));
				const forwards = steps.filter(({id}) => id === 'forwarding');
				assert.deepEqual(
					forwards.flatMap(({puts}) => puts),
					[{field: 'Location', value: uri.value}],
				);
				assert.equal(values.filter(text => text === uri.value).length, 1);
			});
		}
	}

	test('takes the callback that Junction documents where the API names none, and says so', () => {
		const {puts, traps} = stepOf('whoop_v2', 'redirect-uri', {prepared: []});
		const documented = documentedCallback({environment: 'sandbox', region: 'eu'}, 'whoop_v2');
		assert.equal(documented, 'https://api.sandbox.eu.junction.com/v2/link/connect/whoop_v2');
		assert.deepEqual(puts, [{field: 'Redirect URLs', value: documented}]);
		assert.match(String(traps[0]), /^Junction’s API names none here/);
		assert.doesNotMatch(String(stepOf('whoop_v2', 'redirect-uri').traps[0]), /Junction/);
	});

	test('says of a value that is not known where it would come from', () => {
		const {region: _, prepared: __, ...context} = contextOf('whoop_v2');
		const missingOf = (more: Partial<ChecklistContext>) =>
			checklistFor({...context, ...more}).find(({id}) => id === 'redirect-uri')?.puts[0]?.missing;
		assert.equal(missingOf({}), 'Junction could not be asked');
		assert.equal(missingOf({prepared: []}), 'Junction names none here');
		assert.equal(stepOf('polar', 'webhook').puts[0]?.missing, 'Junction names none here');
	});

	test('tells several values of one kind apart', () => {
		assert.deepEqual(
			stepOf('polar', 'webhook', {prepared: webhooks}).puts.map(({label}) => label),
			['sleep', 'body'],
		);
	});

	test('leaves out what the API would have to name, once it was asked', () => {
		assert.ok(!idsOf('wahoo').includes('webhook'));
		assert.ok(idsOf('wahoo', {prepared: webhooks}).includes('webhook'));
		const {prepared: _, ...unasked} = contextOf('wahoo');
		assert.ok(checklistFor(unasked).some(({id}) => id === 'webhook'));
	});

	test('has what no step places before the step that hands out the secret', () => {
		const odd = {...value('../Odd\u001b[2J_One', 'x'), description: 'Do\nthis.\u0007'};
		const ids = idsOf('strava', {prepared: [uri, ...webhooks, odd]});
		assert.deepEqual(ids.slice(-4), ['icon', 'value-webhook-uri', 'value--odd-2j-one', 'copy']);
		const step = stepOf('strava', 'value--odd-2j-one', {prepared: [odd]});
		assert.deepEqual(step.how, ['Do this.']);
		assert.deepEqual(step.puts, [{field: '../Odd One', value: 'x'}]);
	});

	test('is a small one for a provider whose portal is not known', () => {
		for (const slug of ['runkeeper', 'ihealth', 'brand_new']) {
			assert.deepEqual(idsOf(slug), ['application', 'redirect-uri', 'copy']);
		}
	});

	test('is only of what the API names where no application of one’s own applies', () => {
		for (const {ownOAuth, slug} of providers) {
			if (ownOAuth === 'yes' || ownOAuth === 'unknown') continue;
			assert.deepEqual(idsOf(slug, {prepared: []}), []);
			assert.deepEqual(idsOf(slug), ['value-redirect-uri']);
			assert.deepEqual(scopesOf(providerOfSlug(slug)), []);
		}
	});
});

suite('the checklist of Google Health', () => {
	const prepared = [uri, principal];

	test('goes from an empty Google account to the two grants', () => {
		assert.deepEqual(idsOf('google_health', {prepared}), [
			'notice',
			'project',
			'api',
			'project-number',
			'branding',
			'audience',
			'test-users',
			'scopes',
			'client-sandbox',
			'copy',
			'service-account',
			'editor',
			'token-creator',
		]);
		assert.deepEqual(idsOf('google_health', {prepared, environment: 'production'}).slice(-5), [
			'token-creator',
			'domain',
			'authorized-domains',
			'forwarding',
			'verification',
		]);
	});

	test('has both grants as one block, with what is known in it', () => {
		const {command} = stepOf('google_health', 'editor', {prepared, serviceAccountEmail: email});
		assert.deepEqual(command?.missing, []);
		assert.equal(
			command?.text,
			[
				'gcloud projects add-iam-policy-binding night-runners-1 \\',
				`  --member="serviceAccount:${email}" \\`,
				'  --role="roles/health.editor"',
				'gcloud iam service-accounts add-iam-policy-binding \\',
				`  ${email} \\`,
				'  --project=night-runners-1 \\',
				`  --member="${principal.value}" \\`,
				'  --role="roles/iam.serviceAccountTokenCreator"',
			].join('\n'),
		);
	});

	test('takes no principal into its commands where the API names several', () => {
		const other = {...principal, key: 'other', value: 'another@example-project.iam.gserviceaccount.com'};
		const {command} = stepOf('google_health', 'editor', {prepared: [...prepared, other]});
		assert.ok(command?.missing.includes('IAM_PRINCIPAL'));
		assert.equal(command?.text.includes(principal.value), false);
	});

	test('names in its commands what is not known yet', () => {
		const {command} = stepOf('google_health', 'editor');
		assert.deepEqual(command?.missing, ['PROJECT_ID', 'SERVICE_ACCOUNT_EMAIL', 'IAM_PRINCIPAL']);
		assert.match(command?.text ?? '', /--member="IAM_PRINCIPAL"/);
		assert.match(
			stepOf('google_health', 'service-account').command?.text ?? '',
			/^gcloud iam service-accounts create junction-health /,
		);
	});

	test('lets nothing into a command that a shell takes for more than a word', () => {
		for (const text of ['a"; rm -rf ~; "', '$(id)@b', 'a`b`', 'a b', 'a\nb']) {
			const changes = {
				prepared: [value('iam_principal', text)],
				serviceAccountEmail: `${text}@p.iam.gserviceaccount.com`,
			};
			assert.deepEqual(stepOf('google_health', 'editor', changes).command?.missing, [
				'PROJECT_ID',
				'SERVICE_ACCOUNT_EMAIL',
				'IAM_PRINCIPAL',
			]);
		}
	});

	test('takes a principal without its kind for a service account', () => {
		const changes = {prepared: [value('iam_principal', 'a@b.iam.gserviceaccount.com')]};
		const {command} = stepOf('google_health', 'editor', changes);
		assert.match(command?.text ?? '', /--member="serviceAccount:a@b\.iam\.gserviceaccount\.com"/);
	});

	test('opens the pages of the project once it is known, and leaves no name open', () => {
		const steps = stepsOf('google_health', {prepared, serviceAccountEmail: email, projectNumber: '123'});
		for (const {page, command} of steps) {
			assert.deepEqual(command?.missing ?? [], []);
			assert.doesNotMatch(command?.text ?? '', /[A-Z]_[A-Z]/);
			if (page?.startsWith('https://console') && !page.endsWith('projectcreate')) {
				assert.match(page, /\?project=night-runners-1$/);
			}
		}
		assert.deepEqual(
			steps.flatMap(({answers, answered}) => (answers === undefined ? [] : [[answers, answered]])),
			[
				['details.project_number', '123'],
				['details.service_account_email', email],
			],
		);
	});

	test('says in sandbox that it is not documented, and in production takes only one’s own callback', () => {
		assert.match(String(stepOf('google_health', 'client-sandbox', {prepared}).traps[0]), /^Not documented/);
		const production = {prepared, environment: 'production'} as const;
		assert.deepEqual(stepOf('google_health', 'client-production', production).puts, [
			{field: 'Authorized redirect URIs', missing: 'your own callback, which forwards to Junction’s'},
		]);
		assert.deepEqual(
			stepOf('google_health', 'client-production', {...production, redirectOverride: override}).puts,
			[{field: 'Authorized redirect URIs', value: override}],
		);
	});

	test('has eleven scopes to copy, a line each', () => {
		const [scopes] = stepOf('google_health', 'scopes').puts;
		assert.equal(scopes?.value?.split('\n').length, 11);
		assert.deepEqual(scopes?.value?.split('\n'), portalFor(providerOfSlug('google_health'))?.scopes);
	});
});

suite('each checklist says what trips people up', () => {
	const traps: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
		strava: [
			['subscription', /paid subscription/],
			['callback-domain', /no https, no port, no path/],
		],
		whoop_v2: [['team', /before the first app/]],
		withings: [
			['application', /one partner application/],
			['redirect-uri', /no localhost/],
		],
		oura: [['portal', /two portals/]],
		polar: [
			['webhook', /this one answer only/],
			['webhook', /byoo asks for signature_secret_key next/],
		],
		garmin: [
			['account', /no new accounts/],
			['conversion', /31 December 2026/],
		],
		fitbit: [
			['moving', /consent anew/],
			['moving', /cannot be moved/],
			['moving', /side by side/],
		],
		google_health: [
			['notice', /new projects/],
			['copy', /once/],
			['service-account', /any key/],
		],
	};
	for (const [slug, expected] of Object.entries(traps)) {
		test(`at ${slug}`, () => {
			for (const [id, pattern] of expected) {
				const {title, how, right = '', traps: minds} = stepOf(slug, id);
				assert.match([title, ...[...how, right, ...minds].map(textOf)].join(' '), pattern);
			}
		});
	}
});
