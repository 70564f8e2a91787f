import {exitCodes} from '../../source/commands/shared/exit-codes.ts';
import {type Cell, type Told, titleOf} from './cell.ts';
import {cellsOf} from './cells.ts';
import {type Fault, isWrite, type Kind, type Operation} from './fault.ts';
import {faults} from './faults.ts';
import type {Chronicle} from './matrix.ts';
import {notesIn, problemsIn} from './words.ts';

/** Who says the same in the same case, and who speaks for all of them on the page. */
export const groups = [
	{title: '`list`, `export`, `plan`', spokesman: 'list', others: ['export', 'plan', 'what is stored']},
	{title: '`set`, `apply`', spokesman: 'set', others: ['apply', 'the save']},
	{title: '`delete`', spokesman: 'delete', others: []},
] as const;

type Group = (typeof groups)[number];

/** The cell in which the group meets the fault: at the read or the write that it is there for, else wherever it can. */
export function cellOf(fault: Fault, job: string): Cell | undefined {
	const all = cellsOf(fault).filter(cell => cell.job.name === job);
	const isUndone = all.some(cell => isWrite(cell.operation) && !cell.isDone);
	const cells = all.filter(cell => !(isUndone && cell.isDone));
	const [first] = cells;
	const decisive: readonly Operation[] = ['write', 'removal', 'stored'];
	const found = decisive.flatMap(operation => cells.filter(cell => cell.operation === operation));
	return found[0] ?? first;
}

/** What was said in a cell, the same in every run: without places, times and the command to copy. */
export function saidIn({code, document, stderr}: Told): string {
	const [problem] = problemsIn(document);
	// What is made up for these tests looks like no secret of the provider.
	const notes = notesIn(stderr).filter(line => !line.includes('is usually a UUID'));
	const done = code === exitCodes.done ? ['Done.'] : code === exitCodes.someFailed ? ['Done in part.'] : [];
	const text = problem ? `${problem.message} ${problem.advice}` : [...done, ...notes].join(' ');
	return `**${code}** ${plain(text)}`;
}

const plain = (text: string): string =>
	text
		.replace(/ Check with: .*/s, '')
		.replace(/127\.0\.0\.1:\d+|[\w.-]+\.invalid(?::\d+)?/g, 'HOST')
		.replace(/\((?:[1-9]\d\d|000)\)|(?<=answered )\d\d\d/g, shown => shown.replace(/\d+/, 'STATUS'))
		.replaceAll('|', '\\|')
		.replaceAll('<', '\\<')
		.replace(/\s+/g, ' ');

/** `docs/faults.md`. Faults that come to the same share a row. */
export const pageOf = (chronicle: Chronicle): string =>
	[introduction, ...kinds().map(kind => sectionOf(kind, chronicle))].join('\n\n').concat('\n');

const kinds = (): readonly Kind[] => [...new Set(faults.map(({kind}) => kind))];

function sectionOf(kind: Kind, chronicle: Chronicle): string {
	const rows = new Map<string, string[]>();
	for (const fault of faults.filter(one => one.kind === kind)) {
		const [read = '', ...writes] = groups.map(group => wordsOf(fault, group, chronicle));
		const words = [read, ...writes.map(said => (said !== '' && said === read ? 'the same' : said))].join(
			' | ',
		);
		rows.set(words, [...(rows.get(words) ?? []), fault.what]);
	}
	const title = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
	const head = ['When', ...groups.map(group => group.title)];
	return [
		`## ${title}`,
		'',
		`| ${head.join(' | ')} |`,
		`|${' --- |'.repeat(head.length)}`,
		...[...rows].map(([words, whats]) => `| ${whats.join('<br>')} | ${words} |`),
	].join('\n');
}

function wordsOf(fault: Fault, {spokesman}: Group, chronicle: Chronicle): string {
	const cell = cellOf(fault, spokesman);
	const told = cell && chronicle.get(titleOf(cell));
	return told ? saidIn(told) : '';
}

const introduction = `# What byoo says when something goes wrong

Made by \`npm run faults\` from the program itself, which is put through every fault of \`test/faults\`; a test fails where this page is stale.

Each row is what a server, or the way to it, may do. The number is the [exit code](json.md#exit-codes); HOST stands for the address of the API, STATUS for the status of the answer. What is read is what is stored; where only the list of teams fails, a job goes on by the team’s ID, and says what it lacks. A write that the server did all the same, whatever it answered, is found by reading back, and then the exit code is 0. \`prepare\` says of the values to register what \`list\` says. The wizard says what \`set\` says, at the step that it is about.`;
