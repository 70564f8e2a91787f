import {keys} from '../../test/support/keys.ts';
import {answerStep, at, enterField, pasteSecret} from '../../test/support/wizard-walk.ts';
import type {Frame} from './film.ts';
import type {Stage} from './stage.ts';
import type {Screen} from './still.ts';

/** A screen under the name of its file, and what it shows in words. */
export type Still = {readonly name: string; readonly title: string; readonly screen: Screen};

const team = 'Copper Hollow Research';

const dotenv = `# Strava, for tests
STRAVA_CLIENT_ID=104872
STRAVA_CLIENT_SECRET=3f9a1c5e7b2d4f6081a3c5e7b9d1f3a5c7e9b1d3
`;

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

/** The whole way from the shell and back, for Strava with a settings file: the film, and the stills on the way. */
export async function stravaWalk(stage: Stage): Promise<{stills: readonly Still[]; poster: Frame}> {
	const {terminal} = stage;
	const stills: Still[] = [];

	async function keep(name: string, title: string, seconds: number): Promise<Frame> {
		const screen = await stage.show(seconds);
		stills.push({name, title, screen});
		return screen;
	}

	await stage.show(0.6);
	await stage.type('byoo demo');
	await stage.show(0.4);
	terminal.write(keys.enter);
	await at(terminal, 'Organization');
	await keep('organization', 'The list of organizations, the first step', 1.1);
	terminal.write(keys.enter);
	await at(terminal, 'Organization key');
	await stage.show(1);
	terminal.write(keys.enter);
	for (const step of ['Environment', 'Region']) {
		await at(terminal, step);
		await stage.show(0.4);
		await stage.press(keys.home);
		await stage.waitFor(/^❯ /m);
		await stage.show(0.5);
		terminal.write(keys.enter);
	}
	await at(terminal, 'Team');
	await stage.show(0.8);
	await stage.type('hollow');
	await stage.waitFor(/^❯ /m);
	await keep('team', 'The list of teams, filtered by a part of a name', 0.4);
	await stage.type(' res');
	await stage.waitFor(new RegExp(`^❯ ${team}`, 'm'));
	await stage.show(0.7);
	terminal.write(keys.enter);
	await at(terminal, 'Provider');
	await keep('provider', 'The list of providers, with what each asks of its customers', 1);
	await stage.type('strava');
	await stage.waitFor(/^❯ Strava/m);
	await stage.show(0.7);
	terminal.write(keys.enter);
	await at(terminal, 'Register');
	await keep('register', 'What to register at Strava, with its portal', 1.8);
	await answerStep(terminal);
	await at(terminal, 'Client ID');
	await stage.show(0.8);
	terminal.paste(dotenv);
	await stage.waitFor(/^❯ Use /m);
	await keep('document', 'A pasted settings file, in which a client ID and a secret were found', 2);
	terminal.write(keys.enter);
	await at(terminal, 'Redirect URL override');
	await stage.show(1);
	terminal.write(keys.enter);
	await at(terminal, 'Review');
	const poster = await keep('review', 'The review of a credential, just before it is saved', 2.6);
	await answerStep(terminal, {environment: 'sandbox'});
	await at(terminal, 'Saved');
	await keep('saved', 'What was saved, how that is known, and what comes next', 2.6);
	await answerStep(terminal);
	await stage.waitFor(/^\$ ?$/m);
	await stage.show(2);
	return {stills, poster};
}

/** Google Health in production, where something is stored: the stills of a file, a masked secret and a change. */
export async function googleWalk(stage: Stage): Promise<readonly Still[]> {
	const {terminal} = stage;
	const stills: Still[] = [];

	async function keep(name: string, title: string): Promise<void> {
		stills.push({name, title, screen: await stage.screen()});
	}

	terminal.write(`byoo demo --env production --region us --provider google_health${keys.enter}`);
	for (const step of ['Organization', 'Organization key']) {
		await at(terminal, step);
		terminal.write(keys.enter);
	}
	await at(terminal, 'Team');
	await stage.type('ashbourne card');
	await stage.waitFor(/^❯ Ashbourne Cardiology/m);
	terminal.write(keys.enter);
	await at(terminal, 'Register');
	await keep('register-google-health', 'What to register at Google for Google Health, with its traps');
	await answerStep(terminal);
	await at(terminal, 'Client ID');
	terminal.paste(googleFile);
	await stage.waitFor(/^❯ Use /m);
	await keep('document-google', 'Google’s file of a client, and what was found in it');
	terminal.write(keys.down + keys.enter);
	await at(terminal, 'Client secret');
	await pasteSecret(terminal, googleSecret);
	await keep('secret', 'A client secret, masked as it is pasted');
	await enterField(terminal, 'Client secret');
	await keepWhatIsStored(stage);
	await keep('change', 'The review of a change in production, from what is stored to what is new');
	terminal.write(keys.home + keys.enter);
	await stage.waitFor('This is production.');
	await keep('production', 'Production asks for the name of the team before anything is sent');
	return stills;
}

/** Enters one field after the other as it is, until review. */
async function keepWhatIsStored(stage: Stage): Promise<void> {
	const isReview = () => /^Review$/m.test(stage.terminal.screen());
	for (let fields = 0; fields < 20; fields++) {
		await stage.screen();
		if (isReview()) break;
		stage.terminal.write(keys.enter);
	}
	await at(stage.terminal, 'Review');
}
