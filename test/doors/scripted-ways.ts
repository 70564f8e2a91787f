import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import {createApi} from '../faults/api.ts';
import {byoo, type Ran} from '../support/byoo.ts';
import {organizationId, teamId} from '../support/credentials.ts';
import {type Recorded, startScriptedServer} from '../support/scripted-server.ts';
import {place} from '../support/wizard-terminal.ts';
import {type Outcome, type Subject, subjects, type Way} from './way.ts';

type Given = {
	readonly argv: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	readonly input?: string;
	/** The texts of files, by the names that stand for them in `argv`. */
	readonly files?: Readonly<Record<string, string>>;
};

/** An API, and how to run the program against it: one run after the other. */
async function worldOf(t: TestContext) {
	let api = createApi({isThere: false});
	const server = await startScriptedServer(t, ({method, path, query, rawQuery, body}) => {
		const request = {method, path, address: `${path}?${rawQuery}`, query, body};
		const operation = api.operationOf(request);
		api.arrived(request, operation);
		const {status, json} = api.answerTo(request, {isDone: true});
		api.answered(operation);
		return {status, json};
	});
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-door-'));
	t.after(() => rmSync(folder, {recursive: true, force: true}));
	return async ({argv: [command = '', ...argv], env, input, files = {}}: Given) => {
		api = createApi({isThere: false});
		for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
		const before = server.requests.length;
		const words = argv.map(word => word.replaceAll('FOLDER', folder));
		const where = ['--api-url', server.url, '--org', organizationId];
		const ran = await byoo([command, ...where, ...words, '--yes', '--replace'], {
			env: {...plainEnvironment, ...env},
			...(input === undefined ? {} : {input}),
		});
		return {ran, requests: server.requests.slice(before)};
	};
}

const plainEnvironment = {
	JUNCTION_MANAGEMENT_KEY: subjects.key.plain,
	S: subjects.clientSecret.plain,
};

type Sent = (request: Recorded) => unknown;

const inBody =
	(...path: readonly string[]): Sent =>
	({body}) =>
		path.reduce<unknown>(
			(value, name) => (value as Record<string, unknown> | null)?.[name],
			JSON.parse(body),
		);

function outcomeOf({code, stdout, stderr}: Ran, requests: readonly Recorded[], sent: Sent): Outcome {
	const write = requests.find(({method}) => method === 'POST' || method === 'PUT');
	if (write) return {kind: 'taken', value: String(sent(write))};
	const said = `${stdout}${stderr}`;
	if (code !== 2 || requests.length > 0)
		throw new Error(`ended with ${code}, ${requests.length} requests: ${said}`);
	return {kind: 'stopped', words: said};
}

const set = (provider: string) => ['set', ...place, '--team', teamId, '--provider', provider];
const byId = [...set('oura'), '--client-id', subjects.clientId.plain];
const bySecret = [...byId, '--client-secret-env', 'S'];
const polar = [...set('polar'), '--client-id', subjects.clientId.plain, '--client-secret-env', 'S'];
const googleId = '123456789012-k7wq3xz9mp2vk7wq3xz9mp2vk7wq3xz9.apps.googleusercontent.com';
const google = (slug: string) => [...set(slug), '--client-id', googleId, '--client-secret-env', 'S'];
const googleSecret = {S: `GOCSPX-${'k7Wq3xZ9mP2v'.repeat(3).slice(0, 28)}`};

const keepingWhitespace = (subject: Subject): Subject => {
	const {asked} = subject;
	return {...subject, asked: {...asked, context: {...asked.context, keepsWhitespace: true}}};
};

/** A manifest of one row, whose scalars are written as JSON, which YAML reads alike. */
const manifest = (provider: string, fields: Readonly<Record<string, unknown>>): Given => ({
	argv: ['apply', 'FOLDER/manifest.yaml'],
	files: {
		'manifest.yaml': JSON.stringify({
			version: 1,
			org: organizationId,
			credentials: [{team: teamId, env: 'sandbox', region: 'us', provider, ...fields}],
		}),
	},
});

const row = {client_id: subjects.clientId.plain, client_secret: {env: 'S'}};
const googleRow = {client_id: googleId, client_secret: {env: 'S'}};
const projectNumber = '123456789012';

/** Every way by which a script gives a value. */
export function scriptedWays(t: TestContext): readonly Way[] {
	type About = Omit<Way, 'name' | 'give'> & {readonly sent: Sent};
	const way = (name: string, {sent, ...about}: About, given: (text: string) => Given): Way => {
		const world = worldOf(t);
		return {
			...about,
			name,
			give: async text => {
				const {ran, requests} = await (await world)(given(text));
				return outcomeOf(ran, requests, sent);
			},
		};
	};
	const {clientId, clientSecret, detail, secretDetail, entry, address, key} = subjects;
	const id = {subject: clientId, sent: inBody('client_id')};
	const secret = {subject: clientSecret, sent: inBody('client_secret')};
	const email = {subject: detail, sent: inBody('details', 'service_account_email')};
	const webhook = {subject: secretDetail, sent: inBody('details', 'webhook_secret')};
	const override = {subject: address, sent: inBody('redirect_url_override')};
	const scope: {readonly subject: Subject; readonly sent: Sent} = {
		subject: entry,
		sent: request => (inBody('details', 'data_scopes')(request) as readonly string[] | undefined)?.[0],
	};
	const header = {subject: key, sent: ({headers}: Recorded) => headers['x-management-key']};
	return [
		way('--client-id', id, text => ({
			argv: [...set('oura'), `--client-id=${text}`, '--client-secret-env', 'S'],
		})),
		way('client_id in a manifest', {...id, isWritten: true}, text =>
			manifest('oura', {...row, client_id: text}),
		),
		way('--client-secret-env', secret, text => ({
			argv: [...byId, '--client-secret-env', 'X'],
			env: {X: text},
		})),
		way('--client-secret-stdin', {...secret, isOfBytes: true}, text => ({
			argv: [...byId, '--client-secret-stdin'],
			input: text,
		})),
		way('--client-secret-file', {...secret, isOfBytes: true}, text => ({
			argv: [...byId, '--client-secret-file', 'FOLDER/secret'],
			files: {secret: text},
		})),
		way('--client-secret-command', {...secret, isOfBytes: true}, text => ({
			argv: [...byId, '--client-secret-command', 'cat FOLDER/secret'],
			files: {secret: text},
		})),
		way(
			'--client-secret-stdin with --keep-whitespace',
			{...secret, subject: keepingWhitespace(clientSecret), isOfBytes: true},
			text => ({argv: [...byId, '--client-secret-stdin', '--keep-whitespace'], input: text}),
		),
		way('client_secret from a variable in a manifest', secret, text => ({
			...manifest('oura', {...row, client_secret: {env: 'X'}}),
			env: {X: text},
		})),
		way('the client ID of a document', {...id, isWritten: true}, text => ({
			argv: [...set('oura'), '--from', '-'],
			input: JSON.stringify({client_id: text, client_secret: subjects.clientSecret.plain}),
		})),
		way('the client secret of a document', secret, text => ({
			argv: [...set('oura'), '--from', '-'],
			input: JSON.stringify({client_id: subjects.clientId.plain, client_secret: text}),
		})),
		way('--detail', email, text => ({
			argv: [
				...google('google_health'),
				...['--detail', `project_number=${projectNumber}`, '--detail', `service_account_email=${text}`],
			],
			env: googleSecret,
		})),
		way('--details-file', {...email, isWritten: true}, text => ({
			argv: [...google('google_health'), '--details-file', '-'],
			env: googleSecret,
			input: JSON.stringify({project_number: projectNumber, service_account_email: text}),
		})),
		way('a detail in a manifest', {...email, isWritten: true}, text => ({
			...manifest('google_health', {
				...googleRow,
				details: {project_number: projectNumber, service_account_email: text},
			}),
			env: googleSecret,
		})),
		way('a secret in a details file', webhook, text => ({
			argv: [...polar, '--details-file', '-'],
			input: JSON.stringify({webhook_secret: text}),
		})),
		way('a secret detail from a variable in a manifest', webhook, text => ({
			...manifest('polar', {...row, details: {webhook_secret: {env: 'X'}}}),
			env: {X: text},
		})),
		way('an entry of a list in a details file', {...scope, isWritten: true}, text => ({
			argv: [...google('google_fit'), '--details-file', '-'],
			env: googleSecret,
			input: JSON.stringify({...fitDetails, data_scopes: [text]}),
		})),
		way('an entry of a list in a manifest', {...scope, isWritten: true}, text => ({
			...manifest('google_fit', {...googleRow, details: {...fitDetails, data_scopes: [text]}}),
			env: googleSecret,
		})),
		way('--redirect-url-override', override, text => ({
			argv: [...bySecret, `--redirect-url-override=${text}`],
		})),
		way('redirect_url_override in a manifest', {...override, isWritten: true}, text =>
			manifest('oura', {...row, redirect_url_override: text}),
		),
		way('the key in the environment', header, text => ({
			argv: bySecret,
			env: {JUNCTION_MANAGEMENT_KEY: text},
		})),
		way('--key-command', {...header, isOfBytes: true}, text => ({
			argv: [...bySecret, '--key-command', 'cat FOLDER/key'],
			files: {key: text},
		})),
	];
}

const fitDetails = {redirect_uri: 'https://connect.example.com/callback'};
