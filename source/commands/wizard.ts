import {randomUUID} from 'node:crypto';
import {apis} from '../domain/api-generation.ts';
import {secretsOf} from '../domain/body/secrets-of.ts';
import {type LiveSecrets, liveSecrets} from '../domain/live-secrets.ts';
import {success} from '../domain/problem.ts';
import {openMemory} from '../settings/memory.ts';
import {openTicks} from '../settings/ticks.ts';
import type {Services} from '../ui/services.ts';
import type {Answers} from '../wizard/answers.ts';
import type {DemoSession} from '../wizard/launch.ts';
import type {Values} from './flags/flags.ts';
import {readWizardFlags, type WizardFlags} from './flags/wizard-flags.ts';
import {connecting} from './shared/connecting.ts';
import {copyTo, openInBrowser, pageWriter} from './shared/desktop.ts';
import {endingBy} from './shared/exit-codes.ts';
import {findKey} from './shared/organization-keys.ts';
import {redirectChecking} from './shared/redirect-checking.ts';
import {canAsk, type RunEnding, type StopSignal, type Terminal} from './shared/terminal.ts';
import {askingTerminal, documentOf} from './wizard-document.ts';
import {cleanedWords, cleaningWords, endingLines, exitCodeOfEnding} from './wizard-ending.ts';
import {proofServices, type UnderWay} from './wizard-proofs.ts';

/** The wizard, on the real API or on the demo. */
export async function wizard(
	argv: readonly string[],
	terminal: Terminal,
	isDemo = false,
): Promise<RunEnding> {
	const flags = readWizardFlags(argv, terminal.now(), isDemo ? 'demo' : 'wizard');
	if (!flags.ok) return refuse(terminal, argv, flags.problems);
	const {from} = flags.values;
	const asking = askingTerminal(terminal, from);
	const isInLines = flags.values.plain === true || terminal.environment.INK_SCREEN_READER === 'true';
	if (!canAsk(asking, isInLines)) return refuse(terminal, argv, cannotAsk(terminal));
	const notInLines = isInLines ? notInLinesOf(flags.values) : undefined;
	if (notInLines !== undefined) return refuse(terminal, argv, [notInLines]);
	const document = await documentOf(from, terminal, flags.preset);
	if (!document.ok) return refuse(terminal, argv, [document.problem.message, document.problem.advice]);
	const found = isDemo ? success(undefined) : await findKey(flags.values, terminal, flags.launch.generation);
	if (!found.ok) return refuse(terminal, argv, [found.problem.message]);
	const key = found.value;
	// A line in the midst of a screen would tear it.
	const trace: string[] = [];
	let veil = (line: string): string => line;
	const stopping = new AbortController();
	let stoppedBy: StopSignal | undefined;
	terminal.onStop(signal => {
		stoppedBy ??= signal;
		stopping.abort();
	});
	const secrets = liveSecrets();
	const world = services(terminal, flags, {secrets, write: line => void trace.push(line)});
	try {
		const demo = isDemo ? await world.services.startDemo() : undefined;
		const preset = demo ? inDemo(flags.preset, demo) : flags.preset;
		if (!preset)
			return refuse(terminal, argv, ['The demo has its own organizations. Leave out --org to choose one.']);
		const run = isInLines
			? (await import('../ui/lines/run.ts')).runLines
			: (await import('../ui/run.tsx')).runWizard;
		const ending = await run({
			stdin: asking.stdin,
			stdout: terminal.stdout,
			stopSignal: stopping.signal,
			onLeave: terminal.onLeave,
			jobControl: terminal.jobControl,
			preset,
			services: world.services,
			launch: {
				...flags.launch,
				...(key ? {key} : {}),
				...(demo ? {demo} : {}),
				...(document.value ? {document: document.value} : {}),
			},
		});
		veil = ending.veil;
		const {noteLines} = await import('./shared/voice.ts');
		const width = terminal.stdout.columns || 80;
		const say = (lines: readonly string[]) =>
			terminal.stdout.write(`${lines.flatMap(line => noteLines(veil(line), width)).join('\n')}\n`);
		say(endingLines(ending, width));
		const underWay = world.underWay();
		if (underWay.length > 0) {
			say([cleaningWords]);
			const ended = await Promise.race([Promise.all(underWay), insisted(terminal)]);
			say([cleanedWords(ended?.map(({isTestUserDeleted}) => isTestUserDeleted))]);
		}
		return stoppedBy === undefined ? exitCodeOfEnding(ending) : endingBy(stoppedBy);
	} finally {
		await world.close();
		if (trace.length > 0) terminal.stderr.write(`${trace.map(veil).join('\n')}\n`);
	}
}

/** The flags' answers on the demo, which lets in its own organizations only; undefined for another one. */
function inDemo(preset: Answers, {url, organizations}: DemoSession): Answers | undefined {
	if (!preset.organization) return preset;
	const known = organizations.find(({id}) => id === preset.organization?.id);
	if (!known) return undefined;
	const {id, name} = known;
	return {...preset, organization: {id, name, api: {generation: 'junction', url}, isDemo: true}};
}

/** What the conversation in lines has no way for, and who does it. */
function notInLinesOf({from, present}: Values): string | undefined {
	if (from !== undefined)
		return 'In lines there is no --from: byoo set --from FILE takes the document. Nothing was sent.';
	return present
		? 'In lines there is no --present: everything is said in full. Nothing was sent.'
		: undefined;
}

/** Why nobody can be asked here, and what does the job all the same. */
const cannotAsk = ({environment: {TERM}}: Terminal): readonly string[] => [
	TERM === 'dumb'
		? 'The wizard needs a terminal that it can draw on, and TERM=dumb says that this one cannot be. byoo --plain asks in lines instead. Nothing was sent.'
		: 'The wizard needs a terminal to ask in, and there is none here. Nothing was sent.',
	'Run byoo in a terminal. Flags answer steps in advance: byoo --org ID --env sandbox --region us --provider strava',
	'Without a terminal, byoo set does the job with the same flags and the secret from --client-secret-stdin: byoo set --help',
];

async function refuse(
	terminal: Terminal,
	argv: readonly string[],
	problems: readonly string[],
): Promise<number> {
	const [message = '', ...rest] = problems;
	const fields = rest.map(text => ({field: 'usage', message: text}));
	if (argv.includes('--json')) {
		const {voiceFor} = await import('./shared/voice.ts');
		return voiceFor({json: true}, terminal).fail({
			kind: 'correct',
			message,
			advice: 'Nothing was sent.',
			fields,
		});
	}
	terminal.stderr.write(`${problems.join('\n')}\n`);
	return 2;
}

/** What the screens ask of the world, each part loaded when it is first needed. */
function services(
	terminal: Terminal,
	{launch: {apiUrl, junctionUrl}, values, timeoutSeconds}: Extract<WizardFlags, {ok: true}>,
	tracing: {readonly secrets: LiveSecrets; readonly write: (line: string) => void},
): {readonly services: Services; underWay(): readonly UnderWay[]; close(): Promise<void>} {
	const {configFolder, stdout, wait} = terminal;
	const closing: (() => Promise<void>)[] = [];
	const exchanging = {values, timeoutSeconds, ...tracing};
	const connect = connecting(terminal, exchanging);
	let session: DemoSession | undefined;
	const writePage = pageWriter();
	const proofs = proofServices(terminal, exchanging, {connect, demo: () => session, junctionUrl});
	return {
		services: {
			now: terminal.now,
			wait,
			hide: tracing.secrets.hideEchoes,
			// What was remembered at another address never comes back here.
			memory: openMemory(configFolder, apiUrl === undefined ? apis.map(({url}) => url) : [apiUrl]),
			ticks: openTicks(configFolder),
			connect,
			...proofs.services,
			async readBefore(...input) {
				const {readBefore} = await import('../operations/read-before.ts');
				return readBefore(...input);
			},
			async save(api, place, credential, options) {
				const {saveCredential} = await import('../operations/save-credential.ts');
				// Of the very first answer on: a server may have had them before.
				for (const secret of secretsOf(credential)) tracing.secrets.add(secret);
				return saveCredential(api, place, credential, {...options, wait});
			},
			newId: randomUUID,
			async createTeam(api, team, doubt, options) {
				const {createTeam, findCreated} = await import('../operations/create-team.ts');
				return doubt
					? findCreated(api, team, doubt, {...options, wait})
					: createTeam(api, team, {...options, wait});
			},
			checkRedirect: redirectChecking(terminal),
			copy: text => copyTo(stdout, text),
			open: openInBrowser,
			async readDropped(path) {
				const {readDropped} = await import('./shared/dropped-file.ts');
				return readDropped(path);
			},
			writePage: (text, name) => writePage(name, text),
			async writeForwarder(kind, folder) {
				const {writeForwarder} = await import('./shared/forwarder-file.ts');
				return writeForwarder(kind, folder);
			},
			async startDemo(): Promise<DemoSession> {
				const {startDemo} = await import('../demo/server.ts');
				const demo = await startDemo();
				closing.push(() => demo.close());
				session = demo;
				return demo;
			},
		},
		underWay: proofs.underWay,
		async close() {
			await Promise.all(closing.map(close => close()));
		},
	};
}

/** Resolves at the next request to stop: whoever insists is not kept waiting. */
const insisted = (terminal: Terminal): Promise<undefined> =>
	new Promise(resolve => {
		terminal.onStop(() => resolve(undefined));
	});
