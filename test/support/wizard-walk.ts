import {demoOrganizations} from '../../source/demo/seed-organizations.ts';
import {keys} from './keys.ts';
import type {Terminal} from './terminal.ts';

type Row = {
	readonly title: string;
	/** What the title looks like on its line, where it names the provider too. */
	readonly line?: RegExp;
	/** What is on the screen once the step takes keys. */
	readonly ready: RegExp;
	readonly answer: (terminal: Terminal, answers: WalkAnswers) => void | Promise<void>;
};

/** What a walk answers. Texts for team and provider filter their lists until one row is left. */
export type WalkAnswers = {
	readonly key: string;
	readonly environment: 'sandbox' | 'production';
	readonly region: 'us' | 'eu';
	readonly team: string;
	readonly provider: string;
	readonly clientId: string;
	readonly secret: string;
	readonly webhookSecret: string;
	readonly override: string;
};

export const organizationId = demoOrganizations[0]?.id ?? '';
export const organizationKey = demoOrganizations[0]?.key ?? '';
/** Given to this team nothing is stored at first, but for Strava in sandbox and Google Health in production. */
export const teamName = 'Ashbourne Cardiology';

export const usual: WalkAnswers = {
	key: organizationKey,
	environment: 'sandbox',
	region: 'us',
	team: teamName,
	provider: 'oura',
	clientId: '3c9a52e0-61b7-4f7e-a2c1-0e4d8f7b6a90',
	secret: '5dd1f9be-07ac-4d5b-8d15-0c1d2e3f4a5b',
	webhookSecret: '9f1c07acd5bd5dd1',
	override: '',
};

const typeOver = (text: string): string => `${keys.ctrlU}${text}${keys.enter}`;

/** Pastes a secret and waits until the field holds it, because a Return in the same piece would be part of it. */
export async function pasteSecret(terminal: Terminal, secret: string): Promise<void> {
	terminal.paste(secret);
	await terminal.waitFor(/^❯ •+ {2}\d+ characters?$/m);
}

/** Enters a field of this title with Enter, keeps what nothing repairs, and enters it once more where it is unusual. */
export async function enterField(terminal: Terminal, title: string): Promise<void> {
	const isDoubted = () => terminal.screen().includes('Enter again keeps it');
	const isAsked = () => /^❯ Enter it again\n {2}Keep it exactly/m.test(terminal.screen());
	const isPast = () => isDoubted() || stepOn(terminal.screen()) !== title;
	terminal.write(keys.enter);
	await terminal.waitFor(() => isAsked() || isPast());
	if (isAsked()) {
		terminal.write(keys.down + keys.enter);
		await terminal.waitFor(isPast);
	}
	if (isDoubted()) terminal.write(keys.enter);
}

async function enterSecret(terminal: Terminal, title: string, secret: string): Promise<void> {
	await pasteSecret(terminal, secret);
	await enterField(terminal, title);
}

const goOn = (terminal: Terminal): void => terminal.write(keys.enter);

async function enterOverride(terminal: Terminal, {override}: WalkAnswers): Promise<void> {
	terminal.write(typeOver(override));
	if (override === '') return;
	await terminal.waitFor(/^❯ Check it/m);
	terminal.write(keys.down + keys.enter);
}

async function enterClientId(terminal: Terminal, {clientId}: WalkAnswers): Promise<void> {
	terminal.write(keys.ctrlU + clientId);
	await enterField(terminal, 'Client ID');
}

async function pick(terminal: Terminal, text: string, found: RegExp): Promise<void> {
	terminal.write(text);
	await terminal.waitFor(found);
	terminal.write(keys.enter);
}

/** Every step in its order, and how a person gets past it. A new step of the wizard is one row here. */
const steps: readonly Row[] = [
	{
		title: 'Organization',
		ready: /Add an organization|made-up|Organization settings/,
		answer: chooseOrganization,
	},
	{
		title: 'Organization key',
		ready: /^❯/m,
		answer: (terminal, {key}) => enterSecret(terminal, 'Organization key', key),
	},
	{
		title: 'Environment',
		ready: /sandbox {3}/,
		answer: (terminal, {environment}) =>
			terminal.write((environment === 'sandbox' ? keys.home : keys.end) + keys.enter),
	},
	{
		title: 'Region',
		ready: /us {3}/,
		answer: (terminal, {region}) => terminal.write((region === 'us' ? keys.home : keys.end) + keys.enter),
	},
	{
		title: 'Team',
		ready: /(?<! of )\b\d+ teams$/m,
		answer: (terminal, {team}) => pick(terminal, team, /^› .+ 1 of \d+ teams$/m),
	},
	{
		title: 'Provider',
		ready: /(?<! of )\b\d+ providers$/m,
		answer: (terminal, {provider}) => pick(terminal, provider, /^› .+ \d+ of \d+ providers$/m),
	},
	{
		title: 'Register',
		line: /^Register with /m,
		ready: /^❯ (?:[○✔]| {2}Go on)/mu,
		answer: terminal => terminal.write(keys.end + keys.enter),
	},
	{title: 'Client ID', ready: /^❯/m, answer: enterClientId},
	{
		title: 'Client secret',
		ready: /^❯/m,
		answer: (terminal, {secret}) => enterSecret(terminal, 'Client secret', secret),
	},
	{
		title: 'Webhook secret',
		ready: /^❯/m,
		answer: (terminal, {webhookSecret}) => enterSecret(terminal, 'Webhook secret', webhookSecret),
	},
	{title: 'Redirect URL override', ready: /^❯/m, answer: enterOverride},
	{title: 'Review', ready: /Submit/, answer: submit},
	{title: 'Saved', ready: /❯ Done/, answer: goOn},
];

async function chooseOrganization(terminal: Terminal): Promise<void> {
	if (terminal.screen().includes('made-up')) return terminal.write(keys.enter);
	if (terminal.screen().includes('Add an organization')) terminal.write(keys.end + keys.enter);
	await terminal.waitFor('Organization settings');
	terminal.write(typeOver(organizationId));
}

async function submit(terminal: Terminal, {environment, team}: WalkAnswers): Promise<void> {
	terminal.write(keys.home + keys.enter);
	if (environment === 'sandbox') return;
	await terminal.waitFor('This is production.');
	terminal.write(typeOver(team));
}

/** The step that takes keys now: its title stands alone on its line. */
export const stepOn = (screen: string): string | undefined =>
	steps.find(
		({title, line = new RegExp(`^${title}$`, 'm'), ready}) => line.test(screen) && ready.test(screen),
	)?.title;

/**
What is read from the screen once it is as wanted: only then no frame is half painted. A screen takes keys a moment
after it is drawn, so the program is given some turns in which it draws nothing more.
*/
async function seen<Value>(
	terminal: Terminal,
	read: (screen: string) => Value,
	isWanted: (value: Value) => boolean,
): Promise<Value> {
	let value = read('');
	let length = -1;
	let quietTurns = 0;
	await terminal.waitFor(function whatIsWanted() {
		value = read(terminal.screen());
		quietTurns = terminal.raw().length === length && isWanted(value) ? quietTurns + 1 : 0;
		length = terminal.raw().length;
		return quietTurns === 4;
	});
	return value;
}

/** Waits until the step takes keys. */
export async function at(terminal: Terminal, title: string): Promise<void> {
	await seen(terminal, stepOn, step => step === title);
}

/** Answers the step that takes keys now, without waiting for what follows. */
export async function answerStep(terminal: Terminal, answers: Partial<WalkAnswers> = {}): Promise<void> {
	const step = await seen(terminal, stepOn, found => found !== undefined);
	await steps.find(({title}) => title === step)?.answer(terminal, {...usual, ...answers});
}

/** Answers one step after the other until this one takes keys. Gives the titles of the steps that were answered. */
export async function walkTo(
	terminal: Terminal,
	title: string,
	answers: Partial<WalkAnswers> = {},
): Promise<readonly string[]> {
	const walked: string[] = [];
	for (;;) {
		const last = walked.at(-1);
		const step = await seen(terminal, stepOn, found => found !== undefined && found !== last);
		if (step === undefined || step === title) return walked;
		walked.push(step);
		await answerStep(terminal, answers);
	}
}

const pointedRow = (screen: string): string => /^❯ (.*)$/m.exec(screen)?.[1] ?? '';

/** Chooses a line of review, and waits until its step is asked again. */
export async function editLine(terminal: Terminal, title: string): Promise<void> {
	terminal.write(keys.home);
	let row = await seen(terminal, pointedRow, pointed => pointed.startsWith('Submit'));
	while (!row.startsWith(`${title} `)) {
		const before = row;
		terminal.write(row === 'Change where it goes' ? keys.enter : keys.down);
		row = await seen(terminal, pointedRow, pointed => pointed !== before && pointed !== '');
	}
	terminal.write(keys.enter);
	await at(terminal, title);
}
