import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {droppedPath} from '../../../source/domain/values/dropped-path.ts';
import {cleanValue} from '../../support/value-texts.ts';

suite('the path of a dropped file', () => {
	const rows: Readonly<Record<string, string>> = {
		'/home/kim/client_secret_1.json': '/home/kim/client_secret_1.json',
		' /home/kim/a.json \n': '/home/kim/a.json',
		"'/home/kim/My files/a.json'": '/home/kim/My files/a.json',
		'"/home/kim/My files/a.json"': '/home/kim/My files/a.json',
		'/home/kim/My\\ files/a\\(1\\).json': '/home/kim/My files/a(1).json',
		'file:///home/kim/My%20files/a.json': '/home/kim/My files/a.json',
		'~/project/.env': '~/project/.env',
		'C:\\Users\\kim\\a.json': 'C:\\Users\\kim\\a.json',
		'file:///C:/Users/kim/a.json': 'C:/Users/kim/a.json',
	};
	for (const [text, path] of Object.entries(rows)) {
		test(`is read from ${JSON.stringify(text)}`, () => assert.equal(droppedPath(text), path));
	}

	for (const text of [
		'',
		'a.json',
		'./a.json',
		'//server/share/a.json',
		'\\\\server\\share\\a.json',
		'file://server/share/a.json',
		'file:///%ff.json',
		'https://example.com/a.json',
		'/home/kim/a',
		'/k7Wq3xZ9mP2v+/=',
		'/home/kim/a.json /home/kim/b.json',
		'/home/kim/a.json\n/home/kim/b.json',
		`/${'a'.repeat(5000)}.json`,
	]) {
		test(`is not ${JSON.stringify(text.slice(0, 40))}`, () => assert.equal(droppedPath(text), undefined));
	}

	test('is no base64, whatever it begins with', () => {
		const base64 = fc.base64String({minLength: 16}).map(text => `/${text}`);
		fc.assert(fc.property(base64, text => assert.equal(droppedPath(text), undefined)));
	});

	test('is no clean value that begins with anything else', () => {
		fc.assert(
			fc.property(cleanValue, text => {
				if (!text.startsWith('/')) assert.equal(droppedPath(text), undefined);
			}),
		);
	});
});
