import {keys} from '../../test/support/keys.ts';
import {answerStep, at, enterField, pasteSecret} from '../../test/support/wizard-walk.ts';
import type {Stage} from './stage.ts';
import type {Screen} from './still.ts';

/** A screen under the name of its file, and what it shows in words. */
export type Still = {readonly name: string; readonly title: string; readonly screen: Screen};

/** What is waited for, how long a person looks at it, and what is done then. */
type Scene = {
	/** The title of a step that takes keys, or what is on the screen. */
	readonly until: string | RegExp;
	readonly seconds?: number;
	/** The name and title of the still that it gives. */
	readonly still?: readonly [name: string, title: string];
	readonly act?: (stage: Stage) => void | Promise<void>;
};

const types = (text: string) => (stage: Stage) => stage.type(text);
const presses = (key: string) => (stage: Stage) => stage.terminal.write(key);
const pastes = (text: string) => (stage: Stage) => stage.terminal.paste(text);
const answers = ({terminal}: Stage) => answerStep(terminal, {environment: 'sandbox'});

const dotenv = `# Strava, for tests
STRAVA_CLIENT_ID=104872
STRAVA_CLIENT_SECRET=3f9a1c5e7b2d4f6081a3c5e7b9d1f3a5c7e9b1d3
`;

/** The whole way from the shell and back, for Strava with a settings file. */
export const stravaWalk: readonly Scene[] = [
	{until: /^\$ ?$/m, seconds: 0.6, act: types('byoo demo')},
	{until: /byoo demo/, seconds: 0.4, act: presses(keys.enter)},
	{
		until: 'Organization',
		seconds: 1.1,
		still: ['organization', 'The list of organizations, the first step'],
		act: presses(keys.enter),
	},
	{until: 'Organization key', seconds: 1, act: presses(keys.enter)},
	{until: 'Environment', seconds: 0.4, act: presses(keys.home)},
	{until: /^❯ sandbox/m, seconds: 0.5, act: presses(keys.enter)},
	{until: 'Region', seconds: 0.4, act: presses(keys.home)},
	{until: /^❯ us/m, seconds: 0.5, act: presses(keys.enter)},
	{until: 'Team', seconds: 0.8, act: types('hollow')},
	{
		until: /^❯ .*Hollow/m,
		seconds: 0.4,
		still: ['team', 'The list of teams, filtered by a part of a name'],
		act: types(' res'),
	},
	{until: /^❯ Copper Hollow Research/m, seconds: 0.7, act: presses(keys.enter)},
	{
		until: 'Provider',
		seconds: 1,
		still: ['provider', 'The list of providers, with what each asks of its customers'],
		act: types('strava'),
	},
	{until: /^❯ Strava/m, seconds: 0.7, act: presses(keys.enter)},
	{
		until: 'Register',
		seconds: 0.8,
		act: presses(keys.space + keys.down + keys.space + keys.down.repeat(3)),
	},
	{
		until: /^❯ ○ 5 Enter the callback domain/m,
		seconds: 1.5,
		still: ['register', 'The steps at Strava’s portal, with the value to copy'],
		act: answers,
	},
	{until: 'Client ID', seconds: 0.8, act: pastes(dotenv)},
	{
		until: /^❯ Use /m,
		seconds: 1.6,
		still: ['document', 'A pasted settings file, in which a client ID and a secret were found'],
		act: presses(keys.enter),
	},
	{until: 'Redirect URL override', seconds: 1, act: presses(keys.enter)},
	{
		until: 'Review',
		seconds: 1.7,
		still: ['review', 'The review of a credential, just before it is saved'],
		act: answers,
	},
	{
		until: 'Saved',
		seconds: 1.8,
		still: ['saved', 'What was saved, how that is known, and what comes next'],
		act: presses(keys.down + keys.enter),
	},
	{until: /^❯ Prove it/m, seconds: 0.9, act: presses(keys.down + keys.up + keys.enter)},
	{
		until: /^✔ Junction sends users/m,
		seconds: 1.9,
		still: ['proved', 'The application, proved: where Junction sends users, compared with what was saved'],
		act: presses(keys.escape),
	},
	{until: /^❯ Connect one account/m, seconds: 0.5, act: presses(keys.home + keys.enter)},
	{until: /^\$ ?$/m, seconds: 1.3},
];

const googleSecret = ['GOCSPX', 'Zt4vQm81LxWc07RbHd3nKs56YfJp'].join('-');

/** Google's file for a client of the demo's own project. */
const googleFile = JSON.stringify({
	web: {
		client_id: '518204417733-k7m2p9x4q1.apps.googleusercontent.com',
		project_id: 'quillfeather-demo',
		client_secret: googleSecret,
		redirect_uris: ['https://api.us.junction.com/v2/link/connect/google_health'],
	},
});

/** Google Health in production, where something is stored, up to the question before it is written over. */
export const googleWalk: readonly Scene[] = [
	{
		until: /^\$ ?$/m,
		act: types(`byoo demo --env production --region us --provider google_health${keys.enter}`),
	},
	{until: 'Organization', act: presses(keys.enter)},
	{until: 'Organization key', act: presses(keys.enter)},
	{until: 'Team', act: types('ashbourne card')},
	{until: /^❯ Ashbourne Cardiology/m, act: presses(keys.enter)},
	{
		until: 'Register',
		act: presses(keys.down.repeat(7)),
	},
	{
		until: /^❯ ○ +8 Create an OAuth client/m,
		still: ['register-google-health', 'The steps at Google Cloud for Google Health, with their traps'],
		act: answers,
	},
	{until: 'Client ID', act: pastes(googleFile)},
	{
		until: /^❯ Use /m,
		still: ['document-google', 'Google’s file of a client, and what was found in it'],
		act: presses(keys.down),
	},
	{until: /^❯ Only the client ID/m, act: presses(keys.enter)},
	{until: 'Client secret', act: ({terminal}) => pasteSecret(terminal, googleSecret)},
	{
		until: /^❯ •+/m,
		still: ['secret', 'A client secret, masked as it is pasted'],
		act: keepsWhatIsStored,
	},
	{
		until: 'Review',
		still: ['change', 'The review of a change in production, from what is stored to what is new'],
		act: presses(keys.home),
	},
	{until: /^❯ Submit/m, act: presses(keys.enter)},
	{
		until: /This is production\./,
		still: ['production', 'Production asks for the name of the team before anything is sent'],
	},
];

/** Enters the secret, and then one field after the other as it is, until review. */
async function keepsWhatIsStored({terminal, screen}: Stage): Promise<void> {
	await enterField(terminal, 'Client secret');
	for (let fields = 0; fields < 20; fields++) {
		await screen();
		if (/^Review$/m.test(terminal.screen())) return;
		terminal.write(keys.enter);
	}
}

/** Plays one scene after the other. */
export async function play(stage: Stage, scenes: readonly Scene[]): Promise<readonly Still[]> {
	const stills: Still[] = [];
	for (const {until, seconds = 0, still, act} of scenes) {
		if (typeof until === 'string') await at(stage.terminal, until);
		else await stage.terminal.waitFor(until);
		const screen = await stage.show(seconds);
		if (still) stills.push({name: still[0], title: still[1], screen});
		await act?.(stage);
	}
	return stills;
}
