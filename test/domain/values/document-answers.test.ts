import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {findProvider, unknownProvider} from '../../../source/domain/providers/find-providers.ts';
import {documentAnswers, documentFields} from '../../../source/domain/values/document-answers.ts';
import {exactDocuments, onlyFor} from '../../support/printed-documents.ts';
import {revealed} from '../../support/revealed.ts';

const providerOf = (slug: string) => findProvider(slug) ?? unknownProvider(slug);

const said = (text: string, slug = 'strava'): string => {
	const document = documentFields(text, providerOf(slug));
	return document.ok ? '' : document.message;
};

const how = {exact: [], keepsWhitespace: false, others: {}};

function taken(text: string, slug = 'strava', more: Partial<Parameters<typeof documentAnswers>[2]> = {}) {
	const provider = providerOf(slug);
	const document = documentFields(text, provider);
	assert.ok(document.ok, said(text, slug));
	return documentAnswers(document.fields, provider, {...how, ...more});
}

suite('a document, where nobody can be asked', () => {
	for (const [name, print] of Object.entries(exactDocuments)) {
		test(`gives what was printed into it: ${name}`, () => {
			const text = print({id: '12345', secret: 'a1B2c3', owner: 'STRAVA'});
			const {answers, problems} = taken(text, onlyFor[name]?.[0]);
			assert.deepEqual(problems, []);
			assert.deepEqual(revealed(answers['client-id']), {kind: 'given', value: '12345'});
			assert.deepEqual(revealed(answers['client-secret']), {kind: 'given', value: {secret: 'a1B2c3'}});
		});
	}

	test('gives the number of Google’s project too, of which it is told that it follows', () => {
		const id = '123456789012-abc.apps.googleusercontent.com';
		const document = documentFields(
			JSON.stringify({web: {client_id: id, client_secret: 'GOCSPX-a1B2c3D4e5F6'}}),
			providerOf('google_health'),
		);
		assert.ok(document.ok);
		const number = document.fields.find(({field}) => field === 'details.project_number');
		assert.ok(number?.value.is('123456789012') && number.isDerived);
	});

	test('is refused in words where it is none, of no use, or of more than one application', () => {
		assert.match(said('canary'), /^It is no document that is known: /);
		assert.match(
			said('{"installed": {"client_id": "canary"}}', 'google_health'),
			/of the type Web application/,
		);
		assert.match(
			said('WHOOP_CLIENT_ID=canary1\nWHOOP_CLIENT_SECRET=b\nOURA_CLIENT_ID=c\nOURA_CLIENT_SECRET=d'),
			/^Several applications are in it: .* In it \(a settings file\): WHOOP, Oura\.$/,
		);
		assert.match(
			said('WHOOP_CLIENT_ID=canary1\nWHOOP_CLIENT_SECRET=b'),
			/those of another provider: .*: WHOOP\.$/,
		);
		assert.match(said('JUNCTION_MANAGEMENT_KEY=mg_canary'), /^None of the fields of Strava is in it/);
	});

	test('has every value doubted as if it were given by itself, all at once, without any of it', () => {
		const text = JSON.stringify({client_id: '$CANARY', client_secret: 'canary****yranac'});
		const {answers, problems} = taken(text);
		assert.deepEqual(answers, {});
		assert.deepEqual(
			problems.map(({field}) => field),
			['client-id', 'client-secret'],
		);
		assert.match(problems[0]?.message ?? '', /^Client ID: It says where.*--exact client-id\.$/);
		assert.doesNotMatch(JSON.stringify(problems), /canary/i);
		assert.deepEqual(taken(text, 'strava', {exact: ['client-id', 'client-secret']}).problems, []);
	});

	test('has the secret compared with the client ID', () => {
		const {problems} = taken(JSON.stringify({client_id: 'a1B2c3', client_secret: 'a1B2c3'}));
		assert.match(problems[0]?.message ?? '', /^Client secret: It is the same as the client ID/);
	});
});
