import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {fieldsOf} from '../../../source/domain/fields.ts';
import {findProvider} from '../../../source/domain/providers/find-providers.ts';
import {Secret} from '../../../source/domain/secret.ts';
import {contextOf} from '../../../source/domain/values/context.ts';
import type {Context} from '../../../source/domain/values/kind.ts';
import {holdsSecret} from '../../../source/domain/values/secret-runs.ts';
import {providerShapes} from '../../support/value-texts.ts';

function contextAt(slug: string, id: string): Context {
	const provider = findProvider(slug);
	const field = provider && fieldsOf(provider).find(candidate => candidate.id === id);
	const context = provider && field && contextOf(field, provider);
	assert.ok(context);
	return context;
}

const hex = '0123456789abcdef0123456789abcdef01234567';

suite('a text that has a secret in it', () => {
	for (const text of [
		hex,
		` ${hex} `,
		`"${hex}"`,
		`12345 ${hex}`,
		`12345:${hex}`,
		`12345${'\t'}${hex}`,
		`x${hex}y`.replace('x', 'x_').replace('y', '_y'),
		`Bearer ${hex}`,
		`{client_id: '12345', client_secret: '${hex}'}`,
		`https://x.example.com/cb?k=${hex}`,
		'12345 GOCSPX-abcdefghijklmnopqrstuvwxyz12',
		'client_secret=abc',
		'"clientSecret": "abc"',
		'Client secret: abc',
		'Client secret abc',
		'secret=abc',
		'https://x.example.com/cb?token=abc',
	]) {
		test(`is masked, whatever stands around it: ${text.slice(0, 40)}`, () => {
			for (const id of ['client-id', 'redirect-url-override']) {
				assert.ok(holdsSecret(text, contextAt('strava', id)), id);
			}
		});
	}

	test('is masked where the secret is known', () => {
		const secret = {title: 'Client secret', value: new Secret('k7Wq-3xZ9'), isSecret: true};
		const context = {...contextAt('oura', 'redirect-url-override'), others: [secret]};
		assert.ok(holdsSecret('https://x.example.com/cb?k=k7Wq-3xZ9', context));
		assert.ok(!holdsSecret('https://x.example.com/cb?k=k7Wq', context));
	});
});

suite('a text that is shown', () => {
	for (const [slug, [id]] of Object.entries(providerShapes)) {
		test(`is a client ID of ${slug}, though a secret may look the same`, () => {
			const context = contextAt(slug, 'client-id');
			fc.assert(
				fc.property(fc.stringMatching(id), text => {
					// Without anything to tell it by, what has exactly the shape of the secret is masked.
					const isAlike = context.expectation === undefined && context.secretShape?.test(text);
					assert.ok(isAlike || !holdsSecret(text, context), text);
				}),
			);
		});

		test(`is an address for ${slug}`, () => {
			const context = contextAt(slug, 'redirect-url-override');
			for (const text of [
				'https://connect.example.com/callback',
				'https://connect.example.com/oauth-callback-handler-1/production-environment-1',
				'https://connect.example.com/teams/5dd1f9be-07ac-4d5b-8d15-0c1d2e3f4a5b/callback',
				'https://secret.example.com/token',
			]) {
				assert.ok(!holdsSecret(text, context), text);
			}
		});
	}

	test('is a name, whatever words it is of', () => {
		for (const text of ['Secret Garden Clinic', 'Token Health', 'Basic Care']) {
			assert.ok(!holdsSecret(text, undefined), text);
		}
	});
});
