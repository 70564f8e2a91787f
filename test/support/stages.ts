import type {TestContext} from 'node:test';
import {demoTeams} from '../../source/demo/seed-teams.ts';
import type {Demo, DemoOptions} from '../../source/demo/server.ts';
import {keys} from './keys.ts';
import {launch, nodeUnderTest, type Terminal} from './terminal.ts';
import {place, settingsFolder, startServer, storedFor} from './wizard-terminal.ts';
import {answerStep, at, organizationId, organizationKey, pasteSecret, walkTo} from './wizard-walk.ts';

/** Given or typed on the way to every stage, and nowhere to be seen afterwards. */
export const stageSecret = 'wQ7-canary-3c9a52e061b74f7e';

/** Where a wizard stands when something happens to it. */
export type Stage = {
	readonly title: string;
	readonly flags: readonly string[];
	readonly hasKey?: true;
	readonly server?: DemoOptions;
	/** Whether much could go wrong here, so that every signal is tried. */
	readonly isDelicate?: true;
	readonly reach: (terminal: Terminal, server: Demo) => Promise<unknown>;
	/** What is said of it at the end. */
	readonly words: RegExp;
	/** How often a credential was sent by then. */
	readonly writes: number;
};

const target = ['--org', organizationId, ...place] as const;
/** Without a list of teams, which is long, the ID does. */
const withoutTeams = {latencyScale: 0, teams: 'missing'} as const;
const teamId = demoTeams[0]?.id ?? '';
const fields = {
	flags: [...target, '--team', teamId, '--provider', 'oura'],
	hasKey: true,
	server: withoutTeams,
} as const;
const nothing = {words: /^Left\. Nothing was saved\.$/m, writes: 0} as const;

export const stages: readonly Stage[] = [
	{title: 'Organization', flags: [], reach: terminal => at(terminal, 'Organization'), ...nothing},
	{
		title: 'Organization key, with text typed',
		flags: ['--org', organizationId],
		async reach(terminal) {
			await at(terminal, 'Organization key');
			await terminal.type(stageSecret);
			await terminal.waitFor('27 characters');
		},
		...nothing,
	},
	{
		title: 'Team, while the list is loaded',
		flags: target,
		hasKey: true,
		server: {latencyScale: 4},
		reach: terminal => terminal.waitFor('Loading the teams…'),
		...nothing,
	},
	{
		title: 'Client secret, revealed',
		...fields,
		isDelicate: true,
		async reach(terminal) {
			await walkTo(terminal, 'Client secret');
			await pasteSecret(terminal, stageSecret);
			terminal.write(keys.ctrlR);
			await terminal.waitFor(stageSecret);
		},
		...nothing,
	},
	{
		title: 'Review',
		...fields,
		reach: terminal => walkTo(terminal, 'Review', {secret: stageSecret}),
		...nothing,
	},
	{
		title: 'Review, while it is sent',
		...fields,
		isDelicate: true,
		async reach(terminal, server) {
			await walkTo(terminal, 'Review', {clientId: 'demo-timeout-stored', secret: stageSecret});
			await answerStep(terminal);
			await terminal.waitFor(() => storedFor(server).length === 1);
		},
		words:
			/^Sent, may be stored: Oura for ef514e11-\S+ \(sandbox, us\)\.\nCheck with: byoo list --org b0f5c1de-/m,
		writes: 1,
	},
	{
		title: 'Saved',
		...fields,
		reach: terminal => walkTo(terminal, 'Saved', {secret: stageSecret}),
		words: /^Saved: Oura for ef514e11-\S+ \(sandbox, us\)/m,
		writes: 1,
	},
];

export const stageNamed = (title: string): Stage => {
	const stage = stages.find(candidate => candidate.title === title);
	if (!stage) throw new Error(`There is no stage ${title}.`);
	return stage;
};

/** Starts the built wizard and brings it to the stage. A shell may start it: there it is `"$0" "$@"`. */
export async function bringTo(
	t: TestContext,
	stage: Stage,
	{
		shellLine,
		cwd,
		env = {},
	}: {
		readonly shellLine?: string;
		readonly cwd?: string;
		readonly env?: Readonly<Record<string, string>>;
	} = {},
): Promise<{readonly terminal: Terminal; readonly server: Demo}> {
	const server = await startServer(t, stage.server);
	const {args, env: stageEnv} = programAt(stage, server);
	const terminal = launch({
		...(shellLine === undefined
			? {args}
			: {file: '/bin/sh', args: ['-c', shellLine, nodeUnderTest, ...args]}),
		env: {...stageEnv, ...env},
		// Wide enough for all last words.
		columns: 240,
		...(cwd === undefined ? {} : {cwd}),
	});
	t.after(() => terminal.close());
	await stage.reach(terminal, server);
	return {terminal, server};
}

/** What Node is given to start the built wizard on its way to the stage. */
export const programAt = (stage: Stage, server: Demo) => ({
	args: [`${process.cwd()}/dist/cli.js`, '--api-url', server.url, ...stage.flags],
	env: {
		BYOO_CONFIG_DIR: settingsFolder(),
		...(stage.hasKey ? {JUNCTION_MANAGEMENT_KEY: organizationKey} : {}),
	},
});
