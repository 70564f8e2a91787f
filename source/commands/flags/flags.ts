import type {FlagFieldId} from '../../domain/field.ts';
import {flagFields} from '../../domain/fields.ts';
import {forwarderKinds} from '../../domain/forwarder.ts';

/** One flag of the command line. Without `value` it is a switch. */
export type Flag = {
	/** What it takes, as the help names it. */
	readonly value?: string;
	readonly isRepeatable?: true;
	readonly help: string;
};

type TextFlag = {readonly value: string; readonly help: string};

/** The flags that take a field of the credential each. */
const fieldFlags = Object.fromEntries(flagFields.map(({id, flag}) => [id, flag])) as Readonly<
	Record<FlagFieldId, TextFlag>
>;

/** Every flag, once. No flag takes a secret as its value. */
export const flags = {
	org: {value: 'ID', help: 'the organization'},
	env: {value: 'sandbox|production', help: 'the environment'},
	region: {value: 'us|eu', help: 'the region'},
	team: {value: 'ID|NAME', help: 'the team; a name, if exactly one team has it'},
	provider: {value: 'SLUG', help: 'the provider, by the API’s name, such as strava or google_health'},
	'allow-unknown-provider': {help: 'take a provider that this version does not know'},

	...fieldFlags,
	detail: {
		value: 'PATH=VALUE',
		isRepeatable: true,
		help: 'a detail that is no secret, such as project_number=123',
	},
	'details-file': {
		value: 'FILE|-',
		help: 'details as a JSON object, secret ones too; - reads standard input',
	},
	clear: {value: 'FIELD', isRepeatable: true, help: 'clear a stored field, such as redirect_url_override'},

	from: {
		value: 'FILE|-',
		help: 'client ID, secret and details from a document: Google’s client file, .env, JSON, a vault item',
	},
	'client-secret-stdin': {help: 'the client secret from standard input'},
	'client-secret-file': {value: 'FILE', help: 'the client secret from a file'},
	'client-secret-env': {value: 'NAME', help: 'the client secret from an environment variable'},
	'client-secret-command': {
		value: 'CMD',
		help: 'the client secret from a command, such as a password manager',
	},
	'keep-whitespace': {help: 'keep the white space in and around secrets, a final line break too'},
	exact: {
		value: 'FIELD',
		isRepeatable: true,
		help: 'take a field as it comes, whatever is doubted, such as client-secret',
	},

	strict: {help: 'make errors of warnings about values and of an ended provider, before any request'},

	id: {value: 'ID', isRepeatable: true, help: 'a credential, by its ID'},
	all: {help: 'both environments and regions'},

	name: {value: 'NAME', help: 'the name of a new team'},
	yes: {help: 'write over what is stored, or to production'},
	replace: {help: 'let another client ID take the place of the stored one'},
	'confirm-production': {
		value: 'TEAM-ID',
		isRepeatable: true,
		help: 'write to production of this team; needed besides --yes',
	},
	'dry-run': {help: 'show the request, secrets masked, and send nothing that writes'},
	'live-check': {
		help: 'try client ID and secret at the provider first: they go to its own token endpoint',
	},

	concurrency: {value: 'N', help: 'how many rows at once; 4 unless told'},
	shard: {value: 'I/N', help: 'only the I-th of N parts of the manifest'},
	'allow-literal-secrets': {help: 'take secrets that stand in the manifest itself'},
	'detailed-exitcode': {
		help: 'exit with 6 where something would be created or updated; a new secret alone is 0',
	},

	as: {value: 'SLUG', help: 'write the manifest to move to this provider with; needs --provider'},
	prove: {help: 'prove the application at Junction too, of each credential: a test user is made and deleted'},

	serve: {help: 'only the server of the demo, until Ctrl+C'},
	port: {value: 'N', help: 'its port; any free one unless told'},

	present: {help: 'presenter mode: identifiers hidden, nothing revealed (Ctrl+T too)'},
	report: {value: 'FILE', help: 'write a page about each save: what was set, what is left to do'},

	steps: {value: 'FILE', help: 'write the steps at the provider to a page, for the person who does them'},

	kind: {value: forwarderKinds.join('|'), help: 'what the forwarder is to run on'},
	shared: {help: 'for a callback that a flow of your own uses too'},
	out: {value: 'FOLDER', help: 'the folder to write the file to; standard output unless told'},

	connect: {help: 'try a real connection too: somebody consents with an account of the provider'},
	'junction-url': {
		value: 'URL',
		help: 'the address of Junction’s API for teams; needed with --api-url, https only',
	},

	'key-command': {value: 'CMD', help: 'a command that prints the organization key'},
	api: {value: 'vital|junction', help: 'the first or today’s address of the Management API'},
	'api-url': {value: 'URL', help: 'another address, https only'},
	timeout: {
		value: 'SECONDS',
		help: 'how long one request may take, its whole answer included; 30 unless told',
	},
	deadline: {value: 'SECONDS', help: 'how long the whole job may take; no limit unless told'},

	json: {help: 'one JSON document on standard output, also for an error'},
	plain: {help: 'plain lines: no colour, no bar, tables by tabs'},
	'no-color': {help: 'no colour'},
	debug: {help: 'a line for each request, on standard error; never a key or a body'},
} as const satisfies Readonly<Record<string, Flag>>;

export type FlagName = keyof typeof flags;

type ValueOf<One extends Flag> = One extends {isRepeatable: true}
	? readonly string[]
	: One extends {value: string}
		? string
		: boolean;

/** The flags that were given, by name. */
export type Values = {readonly [Name in FlagName]?: ValueOf<(typeof flags)[Name]> | undefined};

/** A flag with what it takes: `--org ID`. */
export const flagWords = (name: FlagName): string => {
	const {value}: Flag = flags[name];
	return value === undefined ? `--${name}` : `--${name} ${value}`;
};

/** Whether a word is a flag whose value is the next word. */
export function takesValue(word: string | undefined): boolean {
	const name = word?.startsWith('--') ? word.slice(2) : '';
	return Object.entries<Flag>(flags).some(([known, {value}]) => known === name && value !== undefined);
}
