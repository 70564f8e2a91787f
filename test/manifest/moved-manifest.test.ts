import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {providerOfSlug} from '../../source/domain/providers/find-providers.ts';
import {readManifest} from '../../source/manifest/read-manifest.ts';
import {writeManifest} from '../../source/manifest/write-manifest.ts';
import {ofMarigold, placed} from '../output/placed.ts';
import {organizationId, teamId} from '../support/credentials.ts';

const heading = ['From Fitbit to Google Health: a row each.', '- 2 November 2026: the end'];

const write = (to: string, format: 'yaml' | 'json' = 'yaml', credentials = [placed({provider: 'fitbit'})]) =>
	writeManifest(organizationId, credentials, format, {to: providerOfSlug(to), heading});

const read = (text: string) =>
	readManifest(text, {allowsLiteralSecrets: false, allowsUnknownProviders: false});

suite('a fleet that moves to another provider, as a manifest', () => {
	test('is a row each for the new application, with what it means on top', () => {
		const inProduction = placed({provider: 'fitbit'}, {environment: 'production'});
		const {text, variables} = write('google_health', 'yaml', [inProduction, placed({provider: 'fitbit'})]);
		assert.deepEqual(variables, [
			'GOOGLE_HEALTH_RUNNERS_SANDBOX_CLIENT_SECRET',
			'GOOGLE_HEALTH_RUNNERS_PRODUCTION_CLIENT_SECRET',
		]);
		const details = `    details:
      project_number: <project number of the new Google Health application>
      service_account_email: <service account email of the new Google Health application>
`;
		assert.equal(
			text,
			`# From Fitbit to Google Health: a row each.
# - 2 November 2026: the end

version: 1
org: ${organizationId}
credentials:
  - team: ${teamId} # Runners
    env: sandbox
    region: us
    provider: google_health
    client_id: <client ID of the new Google Health application>
    client_secret: { env: GOOGLE_HEALTH_RUNNERS_SANDBOX_CLIENT_SECRET }
${details}  - team: ${teamId} # Runners
    env: production
    region: us
    provider: google_health
    client_id: <client ID of the new Google Health application>
    client_secret: { env: GOOGLE_HEALTH_RUNNERS_PRODUCTION_CLIENT_SECRET }
    redirect_url_override: <redirect URL override of the new Google Health application>
${details}`,
		);
	});

	test('keeps nothing of the old application, and asks for an override where there was one', () => {
		const old = placed({
			provider: 'fitbit',
			client_id: 'old-client',
			redirect_url_override: 'https://old.example/callback',
			details: {fitbit: {workout_verify_token: '****', is_hr_enabled: true}},
		});
		const {text} = write('oura', 'yaml', [old]);
		assert.doesNotMatch(text, /old|fitbit:|\*/);
		assert.match(text, /redirect_url_override: <redirect URL override of the new Oura application>/);
		assert.doesNotMatch(write('oura').text, /redirect_url_override/);
	});

	test('is the same as JSON, which has no comments', () => {
		const {credentials} = JSON.parse(write('polar', 'json').text);
		assert.deepEqual(credentials, [
			{
				team: teamId,
				env: 'sandbox',
				region: 'us',
				provider: 'polar',
				client_id: '<client ID of the new Polar application>',
				client_secret: {env: 'POLAR_RUNNERS_SANDBOX_CLIENT_SECRET'},
				details: {webhook_secret: {env: 'POLAR_RUNNERS_SANDBOX_DETAILS_WEBHOOK_SECRET'}},
			},
		]);
	});

	for (const {slug} of providers.filter(one => one.ownOAuth === 'yes' || one.ownOAuth === 'unknown')) {
		test(`is taken for ${slug} once every placeholder is filled in, and not before`, () => {
			const {text} = write(slug, 'yaml', [
				placed({provider: 'fitbit'}, {environment: 'production'}),
				ofMarigold({provider: 'fitbit'}),
			]);
			const early = read(text);
			assert.ok(!early.ok);
			assert.equal(early.count, text.match(/<[^>]+>/g)?.length);
			for (const {message} of early.problems) {
				assert.match(message, /^A value has to take the place of the placeholder\./);
			}
			const filled = text
				.replaceAll(/<redirect [^>]+>/g, 'https://connect.example.com/callback')
				.replaceAll(/<service account [^>]+>/g, 'health@project.iam.gserviceaccount.com')
				.replaceAll(/<client ID [^>]+>/g, '"518204417733"')
				.replaceAll(/<[^>]+>/g, '"42"');
			const reading = read(filled);
			assert.ok(reading.ok, JSON.stringify(reading));
			assert.deepEqual(
				reading.manifest.rows.map(({provider}) => provider),
				[slug, slug],
			);
		});
	}
});

test('a placeholder is taken for what it is in any field, unless that is said to be exact', () => {
	const manifest = (more: string) =>
		`version: 1\ncredentials:\n  - {team: T, env: sandbox, region: us, provider: strava, client_secret: {env: S}, ${more}}\n`;
	const messages = (more: string) => {
		const reading = read(manifest(more));
		return reading.ok ? [] : reading.problems.map(({message}) => message);
	};
	assert.match(
		messages('client_id: <the client ID>')[0] ?? '',
		/^A value has to take the place of the placeholder\./,
	);
	assert.match(messages('client_id: <12345>')[0] ?? '', /angle brackets/);
	assert.deepEqual(messages('client_id: <the client ID>, exact: [client_id]'), []);
});
