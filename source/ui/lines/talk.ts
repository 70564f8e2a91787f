import {secretsOfAnswers} from '../../domain/body/secrets-of.ts';
import {liveSecrets} from '../../domain/live-secrets.ts';
import type {Problem} from '../../domain/problem.ts';
import {mask} from '../../domain/secret.ts';
import type {Context} from '../../domain/values/kind.ts';
import {holdsSecret} from '../../domain/values/secret-runs.ts';
import {fits, prose} from '../../output/wrapping.ts';
import type {RequestKind} from '../../wizard/requests.ts';
import type {Wizard, WizardEvent} from '../../wizard/state.ts';
import {loaded} from '../../wizard/wants.ts';
import {canGoBack} from '../../wizard/wizard.ts';
import {problemRemarks} from '../prompts/problem-menu.tsx';
import type {Services} from '../services.ts';
import {waitingWords} from '../words.ts';
import type {Entered} from './line-input.ts';

/** What a question of the conversation in lines has at hand. */
export type Talk = {
	readonly services: Services;
	readonly width: () => number;
	readonly wizard: () => Wizard;
	readonly dispatch: (event: WizardEvent) => Wizard;
	readonly say: (...lines: readonly string[]) => void;
	/** A line as it was typed; undefined where Escape goes back. A question mark alone is answered with the help. */
	readonly ask: (prompt: string, how?: AskHow) => Promise<string | undefined>;
	/** Says once what is waited for, and waits until the conversation is so. */
	readonly until: (isSo: (wizard: Wizard) => boolean, words: string, kind?: RequestKind) => Promise<Wizard>;
	/** What the step's help says. */
	readonly help: () => readonly string[];
};

type AskHow = {
	readonly isSecret?: boolean;
	/** Of the field that is asked for: what is usual there is heard when it is pasted. */
	readonly context?: Context | undefined;
	/** What an answer looks like. A paste that does not may be a secret that came too late or too early. */
	readonly answers?: RegExp;
};

/** The world around a talk: the terminal, and the conversation's state. */
export type Ground = Pick<Talk, 'services' | 'width' | 'wizard' | 'dispatch' | 'help'> & {
	readonly write: (text: string) => void;
	readonly line: (question: {
		readonly prompt: string;
		readonly isSecret: boolean;
		readonly mayBeSecret: (text: string) => boolean;
	}) => Promise<Entered>;
	/** Resolves at the next change of the conversation; rejects when it is left. */
	readonly changed: () => Promise<unknown>;
};

export function talkOn({write, line, changed, ...ground}: Ground): Talk {
	const {services, wizard} = ground;
	const say = (...lines: readonly string[]) => {
		const shown = lines.map(services.hide).flatMap(line => wrapped(line, ground.width()));
		if (shown.length > 0) write(`${shown.join('\n')}\n`);
	};
	return {
		...ground,
		say,
		async ask(prompt, {isSecret = false, context, answers} = {}) {
			const mayBeSecret = (text: string) =>
				answers?.test(text.trim()) === false ||
				holdsSecret(text, context) ||
				isKnown(text, wizard(), services);
			for (;;) {
				const entered = await line({prompt, isSecret, mayBeSecret});
				const text = entered.kind === 'line' ? entered.text : undefined;
				if (text === undefined) say('Back.');
				if (text?.trim() !== '?') return text;
				say(...ground.help());
			}
		},
		async until(isSo, words, kind) {
			let said = words;
			if (words !== '' && !isSo(wizard())) say(words);
			while (!isSo(wizard())) {
				await changed();
				const load = kind && loaded(wizard(), kind);
				const waiting = load?.status === 'loading' ? load.waiting : undefined;
				const next = waiting ? waitingWords(waiting) : said;
				if (next !== said) say(next);
				said = next;
			}
			return wizard();
		},
	};
}

/** Broken between words where it is too long; what is indented is to be copied, and stays whole. */
const wrapped = (line: string, width: number): readonly string[] =>
	fits(line, width) || line.startsWith(' ') ? [line] : prose(line, width);

/** Whether the text holds a secret of this conversation. */
function isKnown(text: string, {answers, drafts}: Wizard, {hide}: Services): boolean {
	const given = liveSecrets(
		[answers, drafts].flatMap(from => [
			...secretsOfAnswers(from),
			...[from['organization-key']?.secret ?? []].flat(),
		]),
	);
	return hide(text) !== text || given.hideEchoes(text) !== text;
}

/** A value as it is heard: nobody wants to hear the signs of a mask. */
export const heard = (value: string): string => (value === mask ? 'not shown' : value);

export type Option<Id extends string = string> = {
	readonly id: Id;
	readonly label: string;
	readonly detail?: string | undefined;
	readonly end?: string | undefined;
	readonly group?: string | undefined;
};

/** As many as are said at once. */
const most = 12;

const isNumber = /^\d{1,5}$/;

/**
One of several, as numbered lines: its number chooses it, and nothing else does. A long list is searched by a part of a
name, or said in pieces by Enter alone. Undefined where Escape goes back.
*/
export async function choose<Id extends string>(
	talk: Talk,
	options: readonly Option<Id>[],
	{
		find,
		what = 'choices',
		count = options.length,
		isBefore,
		isWhole = false,
	}: {
		readonly find?: ((query: string) => readonly Option<Id>[]) | undefined;
		/** What a long list is of. */
		readonly what?: string;
		/** How many of those there are, where not all options are such. */
		readonly count?: number;
		/** Whether it was the answer before. */
		readonly isBefore?: (id: Id) => boolean;
		/** Whether all of it is said at once, however long it is. */
		readonly isWhole?: boolean;
	} = {},
): Promise<Id | undefined> {
	let list = options;
	let from = 0;
	let shown: readonly Option<Id>[] = [];
	const sayNext = () => {
		const end = isWhole ? list.length : Math.min(list.length, from + most);
		shown = list.slice(0, end);
		talk.say(
			...list
				.slice(from, end)
				.map((option, index) => optionLine(option, from + index + 1, isBefore?.(option.id) === true)),
		);
		const more = list.length - end;
		if (more > 0)
			talk.say(`${more} more: Enter alone says them${find ? ', a part of a name finds one' : ''}.`);
		from = end;
	};
	if (find && options.length > most) talk.say(`${count} ${what}.`, howToFind);
	else sayNext();
	for (;;) {
		const asked = find ? talk.ask('Number, or part of a name: ') : talk.ask('Number: ', {answers: isNumber});
		const typed = (await asked)?.trim();
		if (typed === undefined) return undefined;
		const chosen = isNumber.test(typed) ? shown[Number(typed) - 1] : undefined;
		if (chosen) return chosen.id;
		if (typed === '' && from < list.length) sayNext();
		else if (typed !== '' && find) {
			[list, from] = [find(typed), 0];
			if (list.length === 0) talk.say('Nothing matches. Try another part of the name.');
			else {
				talk.say(list.length === 1 ? '1 match:' : `${list.length} matches:`);
				sayNext();
			}
		} else talk.say(`Type a number from 1 to ${shown.length}, then Enter.`);
	}
}

const howToFind = 'Type a part of a name, then Enter. Enter alone says the first ones.';

function optionLine({label, detail, end, group}: Option, number: number, isBefore: boolean): string {
	const said = [detail, end, group, isBefore ? 'as before' : undefined].filter(part => part);
	return [`${number}. ${label}`, ...said].join(', ');
}

/** What went wrong, and one of what can be done. */
export async function chooseAfter<Id extends string>(
	talk: Talk,
	problem: Problem,
	options: readonly Option<Id>[],
): Promise<Id | undefined> {
	talk.say(
		`Problem: ${problemRemarks(problem)
			.map(({text}) => text)
			.join(' ')}`,
	);
	return choose(talk, options);
}

/** Waits until it is known what is stored for the team, or that nobody can say. */
export const storedKnown = (talk: Talk): Promise<Wizard> =>
	talk.until(
		wizard => loaded(wizard, 'stored').status !== 'loading',
		'Looking at what is stored for this team.',
		'stored',
	);

/** One step back, or a word that there is none. */
export function goBack(talk: Talk): void {
	if (canGoBack(talk.wizard())) talk.dispatch({type: 'went-back'});
	else talk.say('This is the first question. Ctrl+C leaves.');
}
