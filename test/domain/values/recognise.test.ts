import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {inspect} from 'node:util';
import fc from 'fast-check';
import {findProvider} from '../../../source/domain/providers/find-providers.ts';
import type {Provider} from '../../../source/domain/providers/provider.ts';
import type {FoundField} from '../../../source/domain/values/applications.ts';
import {projectNumberIn} from '../../../source/domain/values/documents/google.ts';
import {readValue} from '../../../source/domain/values/doubts.ts';
import {longestDocument, type Recognition, recognise} from '../../../source/domain/values/recognise.ts';
import {exactDocuments, onlyFor, plainDocuments} from '../../support/printed-documents.ts';
import {runs} from '../../support/thorough.ts';
import {cleanValue, dressings, plainValues, providerShapes, stands} from '../../support/value-texts.ts';

function provider(slug: string): Provider {
	const found = findProvider(slug);
	assert.ok(found, slug);
	return found;
}

const revealed = (fields: readonly FoundField[]): Readonly<Record<string, string>> =>
	Object.fromEntries(fields.map(({field, value}) => [field, value.reveal()]));

function fieldsOf(recognition: Recognition): Readonly<Record<string, string>> {
	assert.equal(recognition.kind, 'document');
	return recognition.kind === 'document' ? revealed(recognition.fields) : {};
}

const ownerOf = (slug: string): string => slug.toUpperCase();

suite('a printed document', () => {
	const slugs = Object.keys(providerShapes);

	for (const [name, print] of Object.entries({...exactDocuments, ...plainDocuments})) {
		test(`is read as ${name}, for each provider`, () => {
			for (const slug of onlyFor[name] ?? slugs) {
				const [id, secret] = [plainValues[1], plainValues[0]];
				const found = fieldsOf(recognise(print({id, secret, owner: ownerOf(slug)}), provider(slug)));
				assert.deepEqual(found, {'client-id': id, 'client-secret': secret}, slug);
			}
		});
	}

	test('is tried in three hundred texts and more', () => {
		assert.ok((Object.keys(exactDocuments).length + Object.keys(plainDocuments).length) * slugs.length > 300);
	});

	test('gives back what was printed, whatever printable signs it holds', () => {
		const two = fc.tuple(cleanValue, cleanValue).filter(([id, secret]) => id !== secret);
		for (const [name, print] of Object.entries(exactDocuments)) {
			const [slug = 'strava'] = onlyFor[name] ?? [];
			fc.assert(
				fc.property(two, ([id, secret]) => {
					const found = fieldsOf(recognise(print({id, secret, owner: 'STRAVA'}), provider(slug)));
					assert.deepEqual(found, {'client-id': id, 'client-secret': secret}, name);
				}),
				{numRuns: 40},
			);
		}
	});

	test('seals all that it holds, at once', () => {
		for (const print of Object.values({...exactDocuments, ...plainDocuments})) {
			const text = print({id: '4815162342', secret: 'canary-k7Wq3xZ9', owner: 'STRAVA'});
			for (const slug of ['strava', 'polar']) {
				const recognition = recognise(text, provider(slug));
				for (const shown of [JSON.stringify(recognition), inspect(recognition, {depth: 9})]) {
					assert.ok(!shown.includes('canary') && !shown.includes('4815162342'));
				}
			}
		}
	});
});

suite("Google's file", () => {
	const id = '1234567890-abc0def1ghi2jkl3mno4pqr5stu6vwx7.apps.googleusercontent.com';
	const content = {
		client_id: id,
		client_secret: 'GOCSPX-k7Wq3xZ9mP2v',
		redirect_uris: ['https://a.example.com/cb', 'https://b.example.com'],
	};
	const health = provider('google_health');

	test('gives the project number, which its client ID begins with', () => {
		assert.deepEqual(fieldsOf(recognise(JSON.stringify({web: content}), health)), {
			'client-id': id,
			'client-secret': content.client_secret,
			'details.project_number': '1234567890',
		});
		assert.equal(projectNumberIn(id), '1234567890');
		assert.equal(projectNumberIn('4815162342'), undefined);
	});

	test('gives no project number to a provider that does not ask for one', () => {
		const found = fieldsOf(recognise(JSON.stringify({web: content}), provider('google_fit')));
		assert.deepEqual(Object.keys(found), ['client-id', 'client-secret']);
	});

	test('is asked about where it is for a provider of no such file', () => {
		for (const slug of ['strava', 'fitbit']) {
			const recognition = recognise(JSON.stringify({web: content}), provider(slug));
			assert.equal(recognition.kind === 'question' && recognition.reason, 'another-provider');
			assert.deepEqual(recognition.kind === 'question' && recognition.applications.map(({title}) => title), [
				'Google',
			]);
		}
	});

	test('gives its redirect URIs in the open', () => {
		const recognition = recognise(JSON.stringify({web: content}), health);
		assert.deepEqual(recognition.kind === 'document' && recognition.redirectUris, content.redirect_uris);
	});

	test('may lack the secret', () => {
		const found = fieldsOf(recognise(JSON.stringify({web: {client_id: id}}), health));
		assert.deepEqual(Object.keys(found), ['client-id', 'details.project_number']);
	});

	test('is refused where it is of a desktop client, or the key of a service account', () => {
		const key = {type: 'service_account', private_key: 'canary', client_id: '1'};
		for (const [json, code] of [
			[{installed: content}, 'google-installed'],
			[key, 'google-service-account'],
		] as const) {
			const recognition = recognise(JSON.stringify(json), health);
			assert.equal(recognition.kind === 'refused' && recognition.refusal.code, code);
			assert.ok(!JSON.stringify(recognition).includes('canary'));
		}
	});
});

suite('a document of several applications', () => {
	const two = 'STRAVA_CLIENT_ID=1\nSTRAVA_CLIENT_SECRET=a\nWHOOP_CLIENT_ID=2\nWHOOP_CLIENT_SECRET=b';

	test('gives the one whose names carry the provider', () => {
		assert.deepEqual(fieldsOf(recognise(two, provider('strava'))), {'client-id': '1', 'client-secret': 'a'});
		assert.deepEqual(fieldsOf(recognise(two, provider('whoop_v2'))), {
			'client-id': '2',
			'client-secret': 'b',
		});
	});

	for (const [name, text] of Object.entries({
		'in sections': '[strava]\nclient_id = 1\nclient_secret = a\n[whoop]\nclient_id = 2\nclient_secret = b',
		'below headings': '# Strava\nClient ID: 1\nClient secret: a\n\n# WHOOP\nClient ID: 2\nClient secret: b',
		'in objects':
			'{"strava": {"clientId": "1", "clientSecret": "a"}, "whoop": {"clientId": "2", "clientSecret": "b"}}',
		'in rows': 'provider,client id,client secret\nstrava,1,a\nwhoop,2,b',
	})) {
		test(`gives the one that stands where the provider is named, ${name}`, () => {
			assert.deepEqual(fieldsOf(recognise(text, provider('strava'))), {
				'client-id': '1',
				'client-secret': 'a',
			});
			assert.deepEqual(fieldsOf(recognise(text, provider('whoop_v2'))), {
				'client-id': '2',
				'client-secret': 'b',
			});
		});
	}

	test('tells two of Google apart', () => {
		const text =
			'GOOGLE_CLIENT_ID=1\nGOOGLE_CLIENT_SECRET=a\nGOOGLE_HEALTH_CLIENT_ID=2\nGOOGLE_HEALTH_CLIENT_SECRET=b';
		assert.equal(fieldsOf(recognise(text, provider('google_health')))['client-id'], '2');
		assert.equal(fieldsOf(recognise(text, provider('google_fit')))['client-id'], '1');
	});

	const asked = (text: string, slug?: string): readonly [reason: string, titles: readonly string[]] => {
		const recognition = recognise(text, slug === undefined ? undefined : provider(slug));
		assert.equal(recognition.kind, 'question');
		return recognition.kind === 'question'
			? [recognition.reason, recognition.applications.map(({title}) => title)]
			: ['', []];
	};

	test('is asked about where none carries the provider, and where no provider is known', () => {
		assert.deepEqual(asked(two, 'oura'), ['several', ['Strava', 'WHOOP']]);
		assert.deepEqual(asked(two), ['several', ['Strava', 'WHOOP']]);
	});

	test('is asked about where two carry it', () => {
		const text = two.replaceAll('WHOOP', 'STRAVA_DEV');
		assert.deepEqual(asked(text, 'strava'), ['several', ['Strava', 'Strava']]);
	});

	test('is asked about where nothing tells them apart, whose names are never shown', () => {
		const blocks = 'Client ID: 1\nClient secret: a\n\nClient ID: 2\nClient secret: b';
		assert.deepEqual(asked(blocks, 'strava'), ['several', ['Application 1', 'Application 2']]);
		const named = 'CANARY_CLIENT_ID=1\nCANARY_CLIENT_SECRET=2\nOTHER_CLIENT_ID=3\nOTHER_CLIENT_SECRET=4';
		assert.deepEqual(asked(named, 'strava'), ['several', ['Application 1', 'Application 2']]);
	});

	test('is asked about where its only one is of another provider', () => {
		assert.deepEqual(asked('WHOOP_CLIENT_ID=2\nWHOOP_CLIENT_SECRET=b', 'strava'), [
			'another-provider',
			['WHOOP'],
		]);
	});
});

suite('the two halves of an application', () => {
	const halves = (id: string, secret: string) => `${id}=1\n${secret}=a`;
	const found = (text: string, slug = 'strava'): unknown => {
		const recognition = recognise(text, provider(slug));
		if (recognition.kind === 'question') return recognition.reason;
		return recognition.kind === 'document' ? revealed(recognition.fields) : recognition.kind;
	};
	const both = {'client-id': '1', 'client-secret': 'a'};

	const rows: Readonly<Record<string, readonly [id: string, secret: string, expected: unknown]>> = {
		'of the provider and of a service': ['STRAVA_CLIENT_ID', 'SLACK_CLIENT_SECRET', {'client-id': '1'}],
		'of a service and of the provider': ['GITHUB_CLIENT_ID', 'STRAVA_CLIENT_SECRET', {'client-secret': 'a'}],
		'of the provider and of anybody': ['STRAVA_CLIENT_ID', 'QUILLFEATHER_CLIENT_SECRET', {'client-id': '1'}],
		'of two services': ['SLACK_CLIENT_ID', 'GITHUB_CLIENT_SECRET', 'several'],
		'of two owners': ['QUILLFEATHER_CLIENT_ID', 'ASHBOURNE_CLIENT_SECRET', 'several'],
		'of two stages': ['STRAVA_DEV_CLIENT_ID', 'STRAVA_PROD_CLIENT_SECRET', 'several'],
		'of two numbers': ['APP_1_CLIENT_ID', 'APP_2_CLIENT_SECRET', 'several'],
	};
	for (const [name, [id, secret, expected]] of Object.entries(rows)) {
		test(`are not joined where they are ${name}`, () => {
			assert.deepEqual(found(halves(id, secret)), expected);
		});
	}

	test('are not joined where they stand below two services', () => {
		assert.deepEqual(found('[strava]\nclient_id = 1\n[slack]\nclient_secret = a'), {'client-id': '1'});
	});

	test('are joined where no more than common words stand before them', () => {
		const before = [
			'',
			'OAUTH_',
			'OAUTH2_',
			'MY_',
			'APP_',
			'PROD_',
			'STAGING_',
			'DEV_',
			'NEXT_PUBLIC_',
			'VITE_',
		];
		for (const one of [...before, 'REACT_APP_', 'JUNCTION_', 'VITAL_', 'TF_VAR_', 'HEALTH_', 'STRAVA_']) {
			assert.deepEqual(found(halves(`${one}CLIENT_ID`, `${one}CLIENT_SECRET`)), both, one);
			assert.deepEqual(found(halves(`${one}CLIENT_ID`, 'CLIENT_SECRET')), both, one);
			assert.deepEqual(found(halves('STRAVA_CLIENT_ID', `${one}CLIENT_SECRET`)), both, one);
		}
		const labels = 'Your OAuth 2.0 client ID: 1\nHere is the client secret: a';
		assert.deepEqual(found(labels), both);
		assert.deepEqual(found('# Night Runners, see below\nClient ID: 1\nClient secret: a'), both);
	});

	test('are asked about where both are of a service, or of anybody', () => {
		assert.deepEqual(found(halves('SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET')), 'another-provider');
		assert.deepEqual(found(halves('SLACK_CLIENT_ID', 'CLIENT_SECRET')), 'another-provider');
		assert.deepEqual(found('[slack]\nclient_id = 1\nclient_secret = a'), 'another-provider');
		assert.deepEqual(
			found(halves('QUILLFEATHER_CLIENT_ID', 'QUILLFEATHER_CLIENT_SECRET')),
			'another-application',
		);
	});

	test('leave out the details of a service', () => {
		const text = 'POLAR_CLIENT_ID=1\nPOLAR_CLIENT_SECRET=a\nSLACK_WEBHOOK_SIGNATURE_SECRET=b';
		assert.deepEqual(found(text, 'polar'), both);
	});
});

suite('the names of a document', () => {
	type Row = readonly [slug: string, text: string, fields: Readonly<Record<string, string>>];
	const rows: Readonly<Record<string, Row>> = {
		'may be of one half alone': ['strava', 'STRAVA_CLIENT_SECRET=a', {'client-secret': 'a'}],
		'may differ between the halves': [
			'strava',
			'STRAVA_ID=0\nSTRAVA_CLIENT_ID=1\nCLIENT_SECRET=a',
			{'client-id': '1', 'client-secret': 'a'},
		],
		'may be told of in comments': [
			'strava',
			'# the client id\nCLIENT_ID=1\n# the client secret\nCLIENT_SECRET=a',
			{'client-id': '1', 'client-secret': 'a'},
		],
		'may repeat what they say': [
			'strava',
			'CLIENT_ID=1\nCLIENT_SECRET=a\nCLIENT_ID=1',
			{'client-id': '1', 'client-secret': 'a'},
		],
		'may be those of details': [
			'polar',
			'POLAR_CLIENT_ID=1\nPOLAR_CLIENT_SECRET=a\nPOLAR_WEBHOOK_SIGNATURE_SECRET=b',
			{'client-id': '1', 'client-secret': 'a', 'details.webhook_secret': 'b'},
		],
		'may be those of more details': [
			'google_health',
			'Client ID: 1\nProject number: 42\nService account e-mail: a@b.iam.gserviceaccount.com',
			{
				'client-id': '1',
				'details.project_number': '42',
				'details.service_account_email': 'a@b.iam.gserviceaccount.com',
			},
		],
		'may be that of the organization key': [
			'strava',
			'JUNCTION_MANAGEMENT_KEY=mg_a\nSTRAVA_CLIENT_ID=1',
			{'client-id': '1', 'organization-key': 'mg_a'},
		],
		'are not those of other secrets': [
			'strava',
			'CLIENT_ID=1\nSESSION_SECRET=x\nWEBHOOK_SECRET=y\nJWT_SECRET=z',
			{'client-id': '1'},
		],
		'are not those of other IDs': [
			'strava',
			'CLIENT_SECRET=a\nPROJECT_ID=x\nUSER_ID=y',
			{'client-secret': 'a'},
		],
	};
	for (const [name, [slug, text, fields]] of Object.entries(rows)) {
		test(name, () => assert.deepEqual(fieldsOf(recognise(text, provider(slug))), fields));
	}

	test('take no number that has lost its digits, and any other as it is', () => {
		assert.deepEqual(fieldsOf(recognise('{"client_id": 48151, "client_secret": "a"}')), {
			'client-id': '48151',
			'client-secret': 'a',
		});
		assert.deepEqual(fieldsOf(recognise('{"client_id": 48151623424815162342, "client_secret": "a"}')), {
			'client-secret': 'a',
		});
	});

	test('keep the redirect URIs of another provider out, and what is no address', () => {
		const text =
			'STRAVA_CLIENT_ID=1\nSTRAVA_REDIRECT_URI=https://a.example.com\nWHOOP_REDIRECT_URI=https://b.example.com\nCALLBACK_URL=canary';
		const recognition = recognise(text, provider('strava'));
		assert.deepEqual(recognition.kind === 'document' && recognition.redirectUris, ['https://a.example.com']);
	});
});

suite('what is no document', () => {
	for (const [name, text] of Object.entries({
		'a name alone': 'client_id',
		'a name of many meanings': 'key=a1B2',
		'settings without any of ours': 'PORT=3000\nDATABASE_PASSWORD=a\nJWT_SECRET=b',
		'JSON without any of ours': '{"a": "b"}',
		'an address with a query': 'https://example.com/?client_id=1',
		'a private key': '-----BEGIN PRIVATE KEY-----\nMIIEvQ==\n-----END PRIVATE KEY-----',
		'base64 on lines': 'YWJjZGVm\nZ2hpamts==',
		'empty names': 'CLIENT_ID=\nCLIENT_SECRET=',
		'more than is looked at': `CLIENT_ID=1\n${' '.repeat(longestDocument)}`,
	})) {
		test(`is the value as it came: ${name}`, () => {
			const recognition = recognise(text, provider('strava'));
			assert.equal(recognition.kind === 'value' && recognition.value.reveal(), text);
		});
	}

	test('is every clean value; what is taken for a document is one that would be asked about', () => {
		const texts = [
			...Object.keys(stands),
			...Object.values(dressings).flatMap(({of}) => plainValues.map(of)),
		];
		for (const text of texts) {
			if (recognise(text).kind === 'value') continue;
			assert.ok(
				readValue(text, {role: 'text'}).doubts.some(({severity}) => severity === 'ask'),
				text,
			);
		}
	});
});

test('any text is recognised as something', () => {
	const bits = fc.constantFrom(
		...[
			'client_id',
			'CLIENT_SECRET',
			'Client ID',
			'STRAVA_',
			'id',
			'secret',
			'=',
			': ',
			':',
			'\t',
			'|',
			',',
			'"',
			"'",
			'`',
			'\\',
		],
		...[
			'{',
			'}',
			'[',
			']',
			'\n',
			'\r\n',
			' ',
			'a1',
			'#',
			'**',
			'export ',
			'set "',
			'\u0000',
			'\ud83d',
			'{"web":',
			'"fields":',
		],
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.array(bits, {maxLength: 16}).map(parts => parts.join('')),
				fc.json(),
				fc.string({unit: 'binary'}),
			),
			text => {
				assert.ok(recognise(text, provider('strava')).kind.length > 0);
			},
		),
		{numRuns: runs(500)},
	);
});

for (const line of [
	'client_id: 1\n',
	'A=',
	'[',
	'{"a":',
	'| Client ID | Client Secret |\n',
	'x:\n',
	'a"',
	'`',
	' \t',
	'client_id="\\',
]) {
	test(`a text of nothing but ${JSON.stringify(line)} is read to its end`, () => {
		const text = line.repeat(longestDocument / line.length);
		assert.notEqual(recognise(text, provider('strava')).kind, 'refused');
	});
}

test('a text of a thousand applications is read to its end', () => {
	const text = Array.from(
		{length: 1000},
		(_, number) => `client_id: ${number}\nclient_secret: s${number}`,
	).join('\n');
	const recognition = recognise(text, provider('strava'));
	assert.equal(recognition.kind === 'question' && recognition.applications.length, 1000);
});
