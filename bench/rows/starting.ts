import {join} from 'node:path';
import {openMemory} from '../../source/settings/memory.ts';
import {interleaved, type Row, ratios, untilAnswered, untilExit, untilPainted, warmed} from '../measuring.ts';
import type {References} from '../references.ts';

const program = 'dist/cli.js';
const question = 'Whose team is this for?';
const down = '\u001b[B';

/** How long it takes to start: to an end of its own, to the first question, and to the first answer to a key. */
export async function starting({hello, select}: References, folder: string): Promise<readonly Row[]> {
	const [none, ten] = [join(folder, 'none'), await recents(join(folder, 'ten'))];
	const ofNone = {args: [program], env: {BYOO_CONFIG_DIR: none}};
	const ofTen = {args: [program], env: {BYOO_CONFIG_DIR: ten}};
	for (const how of [ofNone, ofTen]) await warmed(how, question);
	const exits = await interleaved(30, {
		node: () => untilExit(['-e', '0']),
		version: () => untilExit([program, '--version']),
		help: () => untilExit([program, '--help']),
	});
	const paints = await interleaved(25, {
		hello: () => untilPainted({args: [hello]}, 'Hello from Ink'),
		select: () => untilPainted({args: [select]}, 'the second'),
		none: () => untilPainted(ofNone, question),
		ten: () => untilPainted(ofTen, question),
	});
	const answers = await interleaved(25, {
		hello: () => untilAnswered({args: [hello]}, 'Hello from Ink', down, text => text.includes('Key 1')),
		ten: () => untilAnswered(ofTen, question, down, isMoved),
	});
	const exit = {measured: 'start to exit', reference: '`node -e 0`'};
	const bundle = 'a plain bundle of an Ink hello';
	const prompts = '`@inquirer/prompts` select, unbundled';
	const first = (recent: string) => `start to first question, ${recent} recent organizations`;
	return [
		{what: '`--version`', ...exit, reach: '≤ 1.1', ...ratios(exits.version, exits.node)},
		{what: '`--help`', ...exit, reach: '≤ 1.6', ...ratios(exits.help, exits.node)},
		...(['none', 'ten'] as const).flatMap(recent => [
			{
				what: 'first paint',
				measured: first(recent === 'none' ? 'no' : 'ten'),
				reference: bundle,
				reach: '≤ 0.9',
				...ratios(paints[recent], paints.hello),
			},
			{
				what: 'first paint',
				measured: first(recent === 'none' ? 'no' : 'ten'),
				reference: prompts,
				reach: '≤ 1.4',
				...ratios(paints[recent], paints.select),
			},
		]),
		{
			what: 'first answered key',
			measured: 'start to the pointer having moved, the key sent at first paint',
			reference: bundle,
			reach: '≤ 0.95',
			...ratios(answers.ten, answers.hello),
		},
	];
}

/** Whether the pointer came to the second row. Throws where the key was echoed. */
function isMoved(text: string): boolean {
	if (text.includes('^[')) throw new Error('The key was echoed.');
	return text.includes('Organization 2');
}

/** A folder with ten organizations that were used lately. */
async function recents(folder: string): Promise<string> {
	const memory = openMemory(folder);
	for (let number = 1; number <= 10; number++) {
		const problem = await memory.remember({
			id: `00000000-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`,
			name: `Organization ${number}`,
			generation: 'junction',
			url: 'https://api.management.junction.com',
			lastUsed: new Date(Date.now() - number * 86_400_000).toISOString(),
		});
		if (problem !== undefined) throw new Error(problem);
	}
	return folder;
}
