import {flagFields} from '../../domain/fields.ts';
import {type FlagName, flags} from './flags.ts';

export type CommandName =
	| 'wizard'
	| 'set'
	| 'list'
	| 'delete'
	| 'prepare'
	| 'prove'
	| 'plan'
	| 'apply'
	| 'export'
	| 'check'
	| 'providers'
	| 'organizations'
	| 'teams'
	| 'forwarder'
	| 'demo';

export type Command = {
	readonly name: CommandName;
	/** What it takes besides flags, as the help names it. */
	readonly operands: string;
	/** How many words besides flags it takes at most. */
	readonly operandLimit: number;
	readonly summary: string;
	readonly flags: readonly FlagName[];
	/** What a flag means here, where it is not what it means elsewhere. */
	readonly helps?: {readonly [Name in FlagName]?: string};
};

const place: readonly FlagName[] = ['org', 'env', 'region'];
const target: readonly FlagName[] = [...place, 'team', 'provider', 'allow-unknown-provider'];
const fields: readonly FlagName[] = [...flagFields.map(({id}) => id), 'detail'];
const triable: readonly FlagName[] = flagFields.filter(({isTriable}) => isTriable).map(({id}) => id);
const api: readonly FlagName[] = ['key-command', 'exact', 'api', 'api-url', 'timeout'];
const words: readonly FlagName[] = ['plain', 'no-color', 'debug'];
const scripted: readonly FlagName[] = ['deadline', 'json', ...words];
const permission: readonly FlagName[] = ['yes', 'confirm-production', 'dry-run'];
const many: readonly FlagName[] = [
	'shard',
	'allow-literal-secrets',
	'keep-whitespace',
	'strict',
	'allow-unknown-provider',
];
const wizard: readonly FlagName[] = [...target, ...fields, 'from', 'present', 'report'];

const inLines = {plain: 'ask in lines, each written once, as for a screen reader'} as const;
const keyExactly = {exact: 'take the key as it comes, whatever is doubted: organization-key'} as const;
const rowsExactly = {
	exact:
		'take the key as it comes: organization-key; for a value of a row, write exact: [client_secret] in it',
} as const;

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
	{
		name: 'wizard',
		operands: '',
		operandLimit: 0,
		summary: 'the wizard; flags answer steps in advance',
		helps: inLines,
		flags: [...wizard, 'junction-url', ...api, ...words],
	},
	{
		name: 'set',
		operands: '',
		operandLimit: 0,
		summary: 'one credential, without prompts',
		flags: [
			...target,
			...fields,
			'details-file',
			'clear',
			'from',
			'client-secret-stdin',
			'client-secret-file',
			'client-secret-env',
			'client-secret-command',
			'keep-whitespace',
			'strict',
			'yes',
			'replace',
			'confirm-production',
			'dry-run',
			'live-check',
			'report',
			...api,
			...scripted,
		],
	},
	{
		name: 'list',
		operands: '',
		operandLimit: 0,
		summary: 'what is set: team, provider, age, override',
		helps: keyExactly,
		flags: [...place, 'team', 'all', ...api, ...scripted],
	},
	{
		name: 'delete',
		operands: '',
		operandLimit: 0,
		summary: 'delete a credential, by its ID or by team and provider',
		helps: {
			...keyExactly,
			yes: 'delete what is named',
			'confirm-production': 'delete in production of this team; needed besides --yes',
		},
		flags: [...place, 'id', 'team', 'provider', 'allow-unknown-provider', ...permission, ...api, ...scripted],
	},
	{
		name: 'prepare',
		operands: '',
		operandLimit: 0,
		summary: 'what to register with the provider; tries a redirect too',
		flags: [...target, ...triable, 'steps', ...api, ...scripted],
	},
	{
		name: 'prove',
		operands: '',
		operandLimit: 0,
		summary: 'whether users can connect with what is saved',
		helps: {
			...keyExactly,
			'confirm-production': 'let a test user be made in production of this team',
		},
		flags: [...target, 'connect', 'confirm-production', 'junction-url', ...api, ...scripted],
	},
	{
		name: 'plan',
		operands: 'FILE',
		operandLimit: 1,
		summary: 'what a manifest of many credentials would do; FILE may be -',
		helps: rowsExactly,
		flags: ['org', ...many, 'live-check', 'detailed-exitcode', ...api, ...scripted],
	},
	{
		name: 'apply',
		operands: 'FILE',
		operandLimit: 1,
		summary: 'save what a manifest asks for, row by row',
		helps: rowsExactly,
		flags: [
			'org',
			...many,
			'yes',
			'replace',
			'confirm-production',
			'dry-run',
			'live-check',
			'concurrency',
			...api,
			...scripted,
		],
	},
	{
		name: 'export',
		operands: '',
		operandLimit: 0,
		summary: 'a manifest of what is stored, secrets as references to fill in',
		helps: keyExactly,
		flags: [...target, 'as', ...api, ...scripted],
	},
	{
		name: 'check',
		operands: '[FILE]',
		operandLimit: 1,
		summary: 'what of all that is stored needs attention; against a manifest too',
		helps: {
			...rowsExactly,
			'confirm-production': 'let a test user be made in production of this team, for --prove',
			'live-check': 'try client ID and secret of each row of FILE at its provider',
		},
		flags: [
			...target,
			'live-check',
			'allow-literal-secrets',
			'keep-whitespace',
			'prove',
			'confirm-production',
			'junction-url',
			...api,
			...scripted,
		],
	},
	{
		name: 'providers',
		operands: '[SLUG]',
		operandLimit: 1,
		summary: 'the catalogue, offline',
		flags: ['json', 'plain', 'no-color'],
	},
	{
		name: 'organizations',
		operands: '[forget ID]',
		operandLimit: 2,
		summary: 'what is remembered',
		flags: ['json', 'plain', 'no-color'],
	},
	{
		name: 'teams',
		operands: '[create]',
		operandLimit: 1,
		summary: 'the teams of an organization; create makes one',
		helps: {
			...keyExactly,
			region: 'the region: of the teams to list, or of the new one',
			name: 'the name of the new team; for create',
			yes: 'create the team, which byoo cannot undo',
		},
		flags: ['org', 'region', 'name', 'yes', ...api, ...scripted],
	},
	{
		name: 'forwarder',
		operands: '',
		operandLimit: 0,
		summary: 'a callback endpoint for a domain of your own, to deploy',
		flags: ['kind', 'shared', 'out'],
	},
	{
		name: 'demo',
		operands: '',
		operandLimit: 0,
		summary: 'the wizard on an embedded API: no account needed',
		helps: inLines,
		flags: [...wizard, ...words, 'serve', 'port'],
	},
];

export function commandNamed(name: CommandName): Command {
	const command = commands.find(candidate => candidate.name === name);
	if (!command) throw new TypeError(`There is no command ${name}.`);
	return command;
}

/** What a flag means to this command. */
export const helpOf = ({helps = {}}: Command, name: FlagName): string => helps[name] ?? flags[name].help;

/** The words that call a command. The wizard is called by none. */
export const commandNames: readonly CommandName[] = commands
	.map(({name}) => name)
	.filter(name => name !== 'wizard');

/** The command that a word calls. The wizard is called by none. */
export const findCommand = (name: string | undefined): Command | undefined =>
	commands.find(command => command.name === name && command.name !== 'wizard');
