import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {findProvider} from '../../../source/domain/providers/find-providers.ts';
import {readValue, stopping} from '../../../source/domain/values/doubts.ts';
import {recognise} from '../../../source/domain/values/recognise.ts';

// What shells, YAML, tables and pages make of a value that is not simply the rest of its line.

const id = 'k7Wq3xZ9mP2v';
const secret = '0f8b2c4e1d3a4b5c8e7f9a0b1c2d3e4f';
const both = {'client-id': id, 'client-secret': secret};

/** The fields, by name; else the code of the refusal, the reason of the question, or `value`. */
function read(text: string, slug = 'strava'): unknown {
	const provider = findProvider(slug);
	assert.ok(provider, slug);
	const found = recognise(text, provider);
	if (found.kind === 'refused') return found.refusal.code;
	if (found.kind === 'question') return found.reason;
	if (found.kind === 'value') return found.kind;
	return Object.fromEntries(found.fields.map(({field, value}) => [field, value.reveal()]));
}

const table = (cases: Readonly<Record<string, readonly [text: string, expected: unknown]>>): void => {
	for (const [name, [text, expected]] of Object.entries(cases)) {
		test(name, () => assert.deepEqual(read(text), expected));
	}
};

suite('a value of YAML', () => {
	const [start, end] = [secret.slice(0, 20), secret.slice(20)];
	table({
		'may be a block': [`client_id: ${id}\nclient_secret: |\n  ${secret}\n`, both],
		'may be a folded block': [`client_id: >-\n  ${id}\nclient_secret: >-\n  ${secret}\n`, both],
		'may be a block with signs and a comment': [
			`client_secret: |2- # new\n    ${secret}\nclient_id: ${id}`,
			both,
		],
		'may be a block with a tag': [`client_id: !!str |\n ${id}\nclient_secret: ${secret}`, both],
		'may be a block further in': [`strava:\n  client_secret: |\n    ${secret}\n\n  client_id: ${id}\n`, both],
		'is all lines of its block': [
			`client_id: ${id}\nclient_secret: |\n  ${start}\n  ${end}\n`,
			{'client-id': id, 'client-secret': `${start}\n${end}`},
		],
		'has a space between the lines of a folded block': [
			`client_id: ${id}\nclient_secret: >\n  ${start}\n  ${end}\n`,
			{'client-id': id, 'client-secret': `${start} ${end}`},
		],
		'is not read where its block is not further in': [
			`client_id: ${id}\nclient_secret: |\n${secret}`,
			'goes-on',
		],
		'is not read where it goes on without a block': [
			`client_id: ${id}\nclient_secret: ${start}\n  ${end}`,
			'goes-on',
		],
		'may have an anchor': [`client_id: &id ${id}\nclient_secret: &secret "${secret}"`, both],
		'may be an alias': [`shared: &sec ${secret}\nstrava:\n  client_id: ${id}\n  client_secret: *sec\n`, both],
		'is not read where it is the alias of a block': [
			`shared: &sec |\n  ${secret}\nstrava:\n  client_id: ${id}\n  client_secret: *sec\n`,
			'shared',
		],
		'may begin with a star where there is no anchor': [
			`client_id: *${id}\nclient_secret: ${secret}`,
			{...both, 'client-id': `*${id}`},
		],
		'may be an entry of a list, in quotes as a whole': [
			`environment:\n  - "STRAVA_CLIENT_ID=${id}"\n  - 'STRAVA_CLIENT_SECRET=${secret}'\n`,
			both,
		],
	});
});

suite('a value of a shell', () => {
	table({
		'may be in quotes over lines, and is then asked about': [
			`CLIENT_ID=${id}\nCLIENT_SECRET="abc\ndef"\nPORT=1`,
			{'client-id': id, 'client-secret': 'abc\ndef'},
		],
		'may be in three quotes': [`client_id = """\n${id}"""\nclient_secret = '''${secret}'''`, both],
		'is not read where its quote is closed nowhere': [`CLIENT_SECRET="abc\ndef\nCLIENT_ID=${id}`, 'goes-on'],
		'is not read where a backslash carries it on': [
			`CLIENT_ID=${id}\nCLIENT_SECRET=${secret}\\\nabc`,
			'goes-on',
		],
		'may be in quotes over lines that backslashes join': [
			`CLIENT_ID=${id}\nCLIENT_SECRET="${secret.slice(0, 9)}\\\n  ${secret.slice(9)}"`,
			both,
		],
		'is not read where its lines follow': [`client_id = 1\nclient_secret = <<END\n${secret}\nEND`, 'goes-on'],
		'may end with a backslash before another name': [
			`CLIENT_SECRET=${secret}\\\nCLIENT_ID=${id}`,
			{'client-id': id, 'client-secret': `${secret}\\`},
		],
		'may be one of the arguments of a command, a line each': [
			`docker run \\\n  -e STRAVA_CLIENT_ID=${id} \\\n  -e "STRAVA_CLIENT_SECRET=${secret}" \\\n  image`,
			both,
		],
	});

	test('over lines is a doubt', () => {
		const {doubts} = readValue('abc\ndef', {role: 'client-secret'});
		assert.notDeepEqual(doubts, []);
		assert.ok(stopping(readValue('abc\ndef', {role: 'client-secret'})).length > 0);
	});
});

suite('a value of a table', () => {
	const header = 'client id,client secret';
	const bars = '| Client ID | Client Secret |\n|---|---|';
	table({
		'is not read where its row has more cells than names': [`${header}\n${id},abc,def`, 'more-cells'],
		'is not read where its row of a sheet has more cells': [
			`${header.replace(',', '\t')}\n${id}\tabc\tdef`,
			'more-cells',
		],
		'is not read where its row of Markdown has more cells': [`${bars}\n| ${id} | abc | def |`, 'more-cells'],
		'may stand before empty cells, and before the words of buttons': [
			`${header.replace(',', '\t')}\n${id}\t${secret}\t\tCopy`,
			both,
		],
		'is not read where a line break is in its quotes': [`${header}\n${id},"abc\ndef"`, 'goes-on'],
		'is not cut where something stands behind its quotes': [
			`${header}\n${id},"abc"def`,
			{'client-id': id, 'client-secret': '"abc"def'},
		],
		'may hold a bar of Markdown': [
			`${bars}\n| ${id} | abc\\|def |`,
			{'client-id': id, 'client-secret': 'abc|def'},
		],
	});
});

suite('a value of JSON', () => {
	table({
		'is not read where its name is given twice': [
			`{"client_id": "${id}", "client_secret": "a", "client_secret": "${secret}"}`,
			'given-twice',
		],
		'is not read where what holds it is given twice': [
			`{"strava": {"client_id": "1"}, "strava": {"client_id": "${id}", "client_secret": "${secret}"}}`,
			'given-twice',
		],
		'is not read where its name is given twice inside of a text': [
			JSON.stringify({SecretString: `{"client_id": "${id}", "client_id": "1"}`}),
			'given-twice',
		],
		'may have a name that another object has too': [
			`[{"name": "a", "client_id": "${id}"}, {"name": "b", "client_secret": "${secret}"}]`,
			both,
		],
		'may have a name that stands in a text': [
			`{"client_id": "${id}", "client_secret": "${secret}", "note": "\\"client_id\\":"}`,
			both,
		],
		'is no value where none of it is ours, given twice or not': ['{"a": 1, "a": 2}', 'value'],
	});
});

suite('a Kubernetes secret', () => {
	const data = {client_id: btoa(id), client_secret: btoa(`${secret}\n`)};
	const yaml = `data:\n  client_id: ${data.client_id}\n  client_secret: ${data.client_secret}\n`;
	const decoded = {'client-id': id, 'client-secret': `${secret}\n`};
	table({
		'is decoded': [`apiVersion: v1\n${yaml}kind: Secret\nmetadata:\n  name: keys\ntype: Opaque\n`, decoded],
		'is decoded beside what was applied': [
			`${yaml}kind: Secret\nmetadata:\n  annotations:\n    applied: |\n      ${JSON.stringify({data})}\n`,
			decoded,
		],
		'is decoded as JSON': [JSON.stringify({apiVersion: 'v1', kind: 'Secret', data}), decoded],
		'is read as it is in its plain part': [
			`kind: Secret\nstringData:\n  client_id: ${id}\n  client_secret: ${secret}`,
			both,
		],
		'is not read where it is not encoded': [`kind: Secret\ndata:\n  client_id: ${id}.`, 'encoded'],
		'is not read where it does not say what it is': [yaml, 'encoded'],
	});

	test('is no settings of another kind, nor lines that are only called so', () => {
		const text = `data:\n  client_id: ${id}\n  client_secret: ${secret}`;
		assert.deepEqual(read(`kind: ConfigMap\n${text}`), both);
		assert.deepEqual(read(text), both);
	});
});

suite('a value of a page', () => {
	table({
		'stands below the words of buttons': [
			`Client ID\nCopy\n${id}\nClient Secret\nShow\n${secret}\nRegenerate`,
			both,
		],
		'stands below those of longer ones and of icons': [
			`Client ID\ncontent_copy\n${id}\nCopy client ID\nClient Secret\n[Show secret]\n${secret}\nCopy to clipboard`,
			both,
		],
		'stands below a button beside its label': [`Client ID: Copy\n${id}\nClient Secret Show\n${secret}`, both],
		'may stand beside a button in its row': [
			`Client ID\t${id}\tCopy\n| Client Secret | ${secret} | Show |`,
			both,
		],
		'is not read where a secret was wrapped': [
			`Client ID: ${id}\nClient Secret: ${secret.slice(0, 20)}\n${secret.slice(20)}`,
			'goes-on',
		],
		'may stand before what else the page has': [
			`Client ID\n${id}\nClient Secret\n${secret}\nCreated\n2024-05-01\nCallback domain\nexample.com`,
			both,
		],
		'is none where nothing but buttons is there': ['Client ID\nCopy\nClient Secret\nShow', 'value'],
		'may be such a word in settings': [
			'CLIENT_ID=copy\nCLIENT_SECRET=show',
			{'client-id': 'copy', 'client-secret': 'show'},
		],
		'is not read where both labels stand before it': [
			`Client ID\nClient Secret\n${id}\n${secret}`,
			'labels-first',
		],
	});
});

suite('values on one line', () => {
	table({
		'are read from a settings file': [`CLIENT_ID=${id} CLIENT_SECRET=${secret}`, both],
		'are read from commands': [
			`export STRAVA_CLIENT_ID=${id}; export STRAVA_CLIENT_SECRET="${secret}"`,
			both,
		],
		'are read from weak names': [`STRAVA_ID=${id} STRAVA_SECRET=${secret}`, both],
		'are read from a request': [
			`grant_type=client_credentials&client_id=${id}&client_secret=${secret}`,
			both,
		],
		'are read from arguments': [`curl -d client_id=${id} -d client_secret=${secret}`, both],
		'are read from a message': [`Hi! Client ID: ${id}, client secret: ${secret}`, both],
		'are read from an object of a program': [`{client_id: '${id}', client_secret: '${secret}'}`, both],
		'are read with a space between the words of their names alone': [
			`Client ID: ${id} Client Secret: ${secret}`,
			both,
		],
		'are read with a stroke between them': [`Client ID: ${id} / Client secret: ${secret}`, both],
		'may belong to two applications': [
			`A_CLIENT_ID=1 A_CLIENT_SECRET=2 B_CLIENT_ID=3 B_CLIENT_SECRET=4`,
			'several',
		],
	});
});

test('what is refused says what to do, and repeats nothing', () => {
	const text = `CLIENT_ID=${id}\nCLIENT_SECRET=${secret}\\\ncanary`;
	const found = recognise(text);
	assert.equal(found.kind, 'refused');
	assert.doesNotMatch(JSON.stringify(found), /canary|0f8b|k7Wq/);
});
