import {columns} from '../../output/columns.ts';
import {called} from './command-line.ts';
import {type Command, commands} from './command-table.ts';
import {type FlagName, flags, flagWords} from './flags.ts';

const ending = `The organization key is read from JUNCTION_MANAGEMENT_KEY or VITAL_ORG_KEY, or from --key-command; the wizard
asks for it, masked. No flag takes a secret. Other variables: BYOO_CONFIG_DIR (where recent organizations are
remembered), NO_COLOR, FORCE_COLOR, HTTPS_PROXY, HTTP_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS.

Exit codes: 0 done and confirmed · 1 failed · 2 wrong usage or input, nothing sent · 3 some of many failed
4 key refused · 5 sent, could not be confirmed · 6 plan --detailed-exitcode found changes · 130 cancelled
`;

/** The text of `byoo --help`, or of one command. */
export const helpFor = (command?: Command): string => (command ? commandHelp(command) : wholeHelp());

function wholeHelp(): string {
	const usages = commands.map(command => [usageOf(command), command.summary] as const);
	return [
		'byoo gives a Vital (Junction) team its own OAuth application for a wearable provider.',
		'',
		...columns(usages),
		'',
		'Answer the wizard’s steps in advance',
		...flagLines(commands[0]?.flags ?? []),
		'',
		'Each command has its own flags: byoo set --help',
		'',
		ending,
	].join('\n');
}

function commandHelp(command: Command): string {
	return [
		`${usageOf(command)}: ${command.summary}`,
		'',
		...flagLines(command.flags),
		'  --help   --version',
		'',
		ending,
	].join('\n');
}

const usageOf = (command: Command): string =>
	[called(command), command.operands, '[flags]'].filter(part => part !== '').join(' ');

const flagLines = (names: readonly FlagName[]): readonly string[] =>
	columns(
		names.map(name => {
			const {help, isRepeatable = false} = flags[name] as {help: string; isRepeatable?: boolean};
			return [flagWords(name), isRepeatable ? `${help} (repeatable)` : help];
		}),
	);
