import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {fieldAt, fieldsOf} from '../../source/domain/fields.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {fieldsFor} from '../support/field-answers.ts';

const idsOf = (slug: string): readonly string[] => fieldsFor(slug).map(({id}) => id);

suite('the fields of a provider', () => {
	test('are ID and secret, its details, and the override last', () => {
		assert.deepEqual(idsOf('polar'), [
			'client-id',
			'client-secret',
			'details.webhook_secret',
			'redirect-url-override',
		]);
	});

	test('have details as JSON where their shape is not known', () => {
		assert.deepEqual(idsOf('strava'), ['client-id', 'client-secret', 'details', 'redirect-url-override']);
		assert.deepEqual(idsOf('newer_than_the_catalogue'), idsOf('strava'));
	});

	test('are the practice ID alone for a practice binding', () => {
		assert.deepEqual(idsOf('freestyle_libre'), ['client-id']);
	});

	for (const provider of providers) {
		test(`of ${provider.slug} have an ID, a place in the body and a help of their own each`, () => {
			const fields = fieldsOf(provider);
			for (const values of [fields.map(({id}) => id), fields.map(({path}) => path.join('.'))]) {
				assert.equal(new Set(values).size, fields.length);
			}
			for (const {help} of fields) assert.match(help, /\.$/);
			assert.equal(fields[0]?.id, 'client-id');
		});
	}
});

suite('a path of the server means', () => {
	const rows: readonly (readonly [slug: string, path: string, id: string | undefined])[] = [
		['strava', 'client_id', 'client-id'],
		['strava', 'client_secret', 'client-secret'],
		['strava', 'redirect_url_override', 'redirect-url-override'],
		['strava', 'details', 'details'],
		['strava', 'details.anything.inside', 'details'],
		['google_health', 'details.project_number', 'details.project_number'],
		['google_health', 'details.service_account_email', 'details.service_account_email'],
		['google_health', 'details.unheard_of', undefined],
		['fitbit', 'details.fitbit.is_hr_enabled', 'details.fitbit.is_hr_enabled'],
		['fitbit', 'details.fitbit.sleep_verify_token.0', 'details.fitbit.sleep_verify_token'],
		['fitbit', 'details.fitbit', 'details.fitbit.workout_verify_token'],
		['polar', 'details', 'details.webhook_secret'],
		['freestyle_libre', 'client_secret', undefined],
		['strava', 'team_id', undefined],
		['strava', '', undefined],
	];
	for (const [slug, path, id] of rows) {
		test(`${id ?? 'no field'} where it is ${path || 'empty'} for ${slug}`, () => {
			assert.equal(fieldAt(path === '' ? [] : path.split('.'), fieldsFor(slug)), id);
		});
	}
});
