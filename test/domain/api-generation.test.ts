import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {apis, describeApi, generationOfKey, normalBaseUrl} from '../../source/domain/api-generation.ts';
import {baseUrl} from '../../source/domain/field-values.ts';

suite('the address of the API', () => {
	const rows: readonly (readonly [typed: string, used: string | undefined])[] = [
		['https://api.example.com', 'https://api.example.com'],
		['https://API.example.com:443/', 'https://api.example.com'],
		['https://api.example.com/management//', 'https://api.example.com/management'],
		['https://api.example.com:8443/a/../b', 'https://api.example.com:8443/b'],
		['https://api.example.com/?', 'https://api.example.com'],
		['https://api.example.com/#', 'https://api.example.com'],
		['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
		['http://localhost:8080/', 'http://localhost:8080'],
		['http://[::1]:8080', 'http://[::1]:8080'],
		['http://api.example.com', undefined],
		['http://127.0.0.1.example.com', undefined],
		['http://localhost.example.com', undefined],
		['https://user@api.example.com', undefined],
		['https://user:password@api.example.com', undefined],
		['https://api.example.com?a=b', undefined],
		['https://api.example.com/#a', undefined],
		['api.example.com', undefined],
		['file:///etc/passwd', undefined],
		['', undefined],
	];
	for (const [typed, used] of rows) {
		test(`is ${used ?? 'refused'} where ${typed || 'nothing'} is typed`, () => {
			assert.equal(normalBaseUrl(typed), used);
			assert.equal(baseUrl.safeParse(typed).success, used !== undefined);
		});
	}

	test('is normal already for both generations', () => {
		for (const {url} of apis) assert.equal(normalBaseUrl(url), url);
	});
});

suite('the generation of the API', () => {
	test('is told by how a key begins', () => {
		assert.equal(generationOfKey('mg_1'), 'junction');
		assert.equal(generationOfKey('sk_mg_1'), 'vital');
	});

	test('has a header and a variable of its own', () => {
		assert.deepEqual(
			[describeApi('vital').keyHeader, describeApi('junction').keyHeader],
			['X-Vital-Org-Key', 'X-Management-Key'],
		);
		assert.equal(new Set(apis.map(({keyVariable}) => keyVariable)).size, 2);
	});
});
