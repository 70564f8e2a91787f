import {columns, prose} from '../../output/wrapping.ts';
import {called} from './command-line.ts';
import {type Command, commandNamed, commands, helpOf} from './command-table.ts';
import {examples} from './examples.ts';
import {type Flag, flags, flagWords} from './flags.ts';

const widest = 110;

const keys =
	'The organization key is read from JUNCTION_MANAGEMENT_KEY or VITAL_ORG_KEY, or from --key-command; the wizard asks for it, masked. No flag takes a secret.';
const variables =
	'Other variables: BYOO_CONFIG_DIR (where recent organizations are remembered), NO_COLOR, FORCE_COLOR, HTTPS_PROXY, ALL_PROXY, HTTP_PROXY, NO_PROXY, INK_SCREEN_READER, NODE_EXTRA_CA_CERTS.';
const exits =
	'Exit codes: 0 done and confirmed · 1 failed · 2 wrong usage or input, nothing sent · 3 some of many failed · 4 key refused · 5 sent, could not be confirmed · 6 plan --detailed-exitcode found changes, check something to attend to · 130 cancelled';

/** The text of `byoo --help`, or of one command, for a terminal of this width. */
export function helpText(command?: Command, width: number = widest): string {
	const room = Math.min(width, widest);
	const lines = command ? commandHelp(command, room) : wholeHelp(room);
	return `${lines.join('\n')}\n`;
}

function wholeHelp(width: number): readonly string[] {
	const usages = commands.map(command => [usageOf(command), command.summary] as const);
	return [
		...prose('byoo gives a Vital (Junction) team its own OAuth application for a wearable provider.', width),
		'',
		...columns(usages, width),
		'',
		'Answer the wizard’s steps in advance',
		...flagLines(commandNamed('wizard'), width),
		'',
		'Each command has its own flags: byoo set --help',
		'',
		...[keys, variables, '', exits].flatMap(text => prose(text, width)),
	];
}

function commandHelp(command: Command, width: number): readonly string[] {
	const asksApi = command.flags.includes('api');
	return [
		...prose(`${usageOf(command)}: ${command.summary}`, width),
		'',
		...flagLines(command, width),
		'  --help   --version',
		'',
		...(asksApi ? [...prose(keys, width), ''] : []),
		...prose(exits, width),
		'',
		...exampleLines(command, width),
	];
}

/** Each as what it does, and as a line to be copied, continued where the width ends. */
const exampleLines = ({name}: Command, width: number): readonly string[] =>
	examples[name].flatMap(({does, line}) => [...prose(`# ${does}`, width), ...continued(line, width)]);

/** A line of a shell over as many rows as it takes, broken before flags. */
function continued(line: string, width: number): readonly string[] {
	const rows: string[] = [];
	for (const part of line.split(/ (?=--|>)/)) {
		const row = rows.at(-1);
		if (row !== undefined && row.length + part.length + 3 <= width) rows[rows.length - 1] = `${row} ${part}`;
		else rows.push(row === undefined ? `  ${part}` : `    ${part}`);
	}
	return rows.map((row, index) => (index < rows.length - 1 ? `${row} \\` : row));
}

const usageOf = (command: Command): string =>
	[called(command), command.operands, '[flags]'].filter(part => part !== '').join(' ');

const flagLines = (command: Command, width: number): readonly string[] =>
	columns(
		command.flags.map(name => {
			const {isRepeatable}: Flag = flags[name];
			const help = helpOf(command, name);
			return [flagWords(name), isRepeatable ? `${help} (repeatable)` : help];
		}),
		width,
	);
