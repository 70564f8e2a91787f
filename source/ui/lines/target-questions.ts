import {generationOfKey} from '../../domain/api-generation.ts';
import {environments, regions} from '../../domain/credential.ts';
import {uuid} from '../../domain/field-values.ts';
import {Secret} from '../../domain/secret.ts';
import {stopping} from '../../domain/values/doubts.ts';
import {keyEntered} from '../../wizard/found-key.ts';
import type {Wizard} from '../../wizard/state.ts';
import {loaded, urlFor} from '../../wizard/wants.ts';
import {environmentWords, keyNotes, regionWords} from '../screens/choice.tsx';
import {itemsOfDemo, keyOf, organizationItems} from '../screens/organization-items.ts';
import {rememberedAnswer} from '../screens/organization-questions.tsx';
import {apiWords} from '../words.ts';
import {prove} from './proving.ts';
import {settleValue} from './settling.ts';
import {choose, chooseAfter, goBack, type Talk} from './talk.ts';

/** A recent organization, another one by its ID, or the demo. */
export async function organization(talk: Talk): Promise<void> {
	const {services, dispatch} = talk;
	const {demo, launch, isDemoWanted} = talk.wizard();
	const {remembered, warnings} = services.memory;
	if (isDemoWanted && !demo) return waitForDemo(talk);
	if (warnings[0] !== undefined) talk.say(warnings[0]);
	const how = {hasDemo: launch.apiUrl === undefined, isPresenting: false, now: services.now()};
	const id = await choose(talk, demo ? itemsOfDemo(demo) : organizationItems(remembered, how).items);
	if (id === undefined) return goBack(talk);
	const ofDemo = demo?.organizations.find(one => one.id === id);
	const recent = remembered.find(one => keyOf(one) === id);
	if (demo && ofDemo) {
		const answer = {...ofDemo, api: {generation: 'junction', url: demo.url}, isDemo: true} as const;
		dispatch({type: 'answered', step: 'organization', answer});
	} else if (recent) dispatch({type: 'answered', step: 'organization', answer: rememberedAnswer(recent)});
	else if (id === 'demo') dispatch({type: 'demo-wanted'});
	else {
		const given = await askId(talk, 'The organization’s ID, from the Junction dashboard: ');
		if (given === undefined) return;
		const known = remembered.find(one => one.id === given);
		const answer = known ? rememberedAnswer(known) : {id: given, isDemo: false};
		dispatch({type: 'answered', step: 'organization', answer});
	}
}

async function waitForDemo(talk: Talk): Promise<void> {
	const isSettled = (wizard: Wizard) =>
		wizard.demo !== undefined || loaded(wizard, 'demo').status === 'failed';
	const load = loaded(await talk.until(isSettled, 'Starting the demo.', 'demo'), 'demo');
	if (load.status !== 'failed' || talk.wizard().demo) return;
	const choice = await chooseAfter(talk, load.problem, [{id: 'retry', label: 'Try again'}]);
	if (choice === 'retry') talk.dispatch({type: 'demo-wanted'});
}

/** An ID, in its normal form; undefined where Escape goes back. */
export async function askId(talk: Talk, prompt: string): Promise<string | undefined> {
	for (;;) {
		const typed = await talk.ask(prompt);
		if (typed === undefined) return undefined;
		const parsed = uuid.safeParse(typed);
		if (parsed.success) return parsed.data;
		talk.say(parsed.error.issues[0]?.message ?? 'This is not an ID.');
	}
}

/** The key, which is neither seen nor heard, and proved at once. */
export async function organizationKey(talk: Talk): Promise<void> {
	const {answers, keyEntry, drafts, demo, launch} = talk.wizard();
	const {organization: asked} = answers;
	if (!asked) return;
	if (typeof keyEntry === 'object') return prove(talk, 'proof');
	const draft = drafts['organization-key'];
	const before = draft?.organizationId === asked.id ? draft.secret : undefined;
	const demoKey = asked.isDemo ? demo?.organizations.find(({id}) => id === asked.id)?.key : undefined;
	const kept = before ?? (demoKey === undefined ? undefined : new Secret(demoKey));
	const keeps = before ? 'Enter alone keeps the one from before.' : 'Enter alone takes the key of the demo.';
	talk.say('A management key, which begins with mg_. It is not stored here.', ...(kept ? [keeps] : []));
	const typed = await talk.ask('Key, not shown: ', {isSecret: true});
	if (typed === undefined) return goBack(talk);
	if (typed === '' && !kept) return talk.say('Paste or type it first.');
	const secret = typed === '' ? kept : await settleKey(talk, typed);
	if (!secret) return;
	const known = asked.isDemo ? 'junction' : (launch.generation ?? asked.api?.generation);
	const generation = known ?? generationOfKey(secret.reveal());
	talk.say(`It is sent to ${apiWords({generation, url: urlFor(asked, launch, generation)})}.`);
	talk.dispatch({type: 'key-given', key: {secret, generation, isAsked: true}});
}

async function settleKey(talk: Talk, typed: string): Promise<Secret | undefined> {
	const entered = keyEntered(typed);
	if (entered.kind === 'value')
		return stopping(entered.reading).length === 0
			? entered.reading.value
			: settleValue(talk, entered.reading);
	talk.say('There is more than a key in that. Paste the key alone.');
	return undefined;
}

export async function environment(talk: Talk): Promise<void> {
	const {drafts} = talk.wizard();
	talk.say(...keyNotes(talk.wizard()).map(({text}) => text), 'Where will the credential be used?');
	const answer = await oneOf(talk, environments, environmentWords, drafts.environment);
	if (answer !== undefined) talk.dispatch({type: 'answered', step: 'environment', answer});
}

export async function region(talk: Talk): Promise<void> {
	const {drafts} = talk.wizard();
	talk.say('Where do the team’s data live?');
	const answer = await oneOf(talk, regions, regionWords, drafts.region);
	if (answer !== undefined) talk.dispatch({type: 'answered', step: 'region', answer});
}

/** One of a few that are always the same; undefined where Escape goes back. */
async function oneOf<Id extends string>(
	talk: Talk,
	ids: readonly Id[],
	words: Readonly<Record<Id, string>>,
	before: Id | undefined,
): Promise<Id | undefined> {
	const items = ids.map(id => ({id, label: id, detail: words[id]}));
	const answer = await choose(talk, items, {isBefore: id => id === before});
	if (answer === undefined) goBack(talk);
	return answer;
}
