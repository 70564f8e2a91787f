import {isTexts} from '../../domain/body/walk.ts';
import type {Field} from '../../domain/field.ts';
import {
	type FieldAnswer,
	type FieldValue,
	isSecretValue,
	parseField,
	problemWith,
} from '../../domain/field-values.ts';
import {mask, Secret} from '../../domain/secret.ts';
import {enter} from '../../domain/values/door.ts';
import {holdsSecret} from '../../domain/values/secret-runs.ts';
import {isOfTarget} from '../../wizard/answers.ts';
import {contextFor} from '../../wizard/field-context.ts';
import {detailDoubts, entryDoubts, type OneOfMany} from '../../wizard/many-doubts.ts';
import {shownUnlessSecret, shownValue} from '../../wizard/shown.ts';
import {providerOf} from '../../wizard/steps.ts';
import {loaded} from '../../wizard/wants.ts';
import {askedAgain, derivedFrom, originOf} from '../screens/field-question.tsx';
import {settleEntered} from './settling.ts';
import {choose, goBack, storedKnown, type Talk} from './talk.ts';

/** Undefined where it has to be asked again, `back` where Escape was pressed. */
type Given = FieldAnswer | 'back' | undefined;

/** The question of one field, whatever its kind. */
export async function fieldQuestion(talk: Talk, field: Field): Promise<void> {
	await storedKnown(talk);
	talk.say(field.help);
	const given = await answerTo(talk, field);
	if (given === 'back') goBack(talk);
	if (given === 'back' || given === undefined) return;
	const problem = problemWith(field, given);
	if (problem === undefined) talk.dispatch({type: 'answered', step: field.id, answer: given});
	else talk.say(problem);
}

function answerTo(talk: Talk, field: Field): Promise<Given> {
	const draft = talk.wizard().drafts[field.id];
	const value = draft?.kind === 'given' ? draft.value : undefined;
	switch (field.kind) {
		case 'text':
		case 'url':
			return text(talk, field, draft);
		case 'secret':
			return secret(talk, field, value instanceof Secret ? value : undefined);
		case 'json':
			return details(talk, field, value !== undefined && isSecretValue(value) ? value : undefined);
		case 'yes-no':
			return yesOrNo(talk, field, value);
		case 'list':
			return list(talk, field, value);
	}
}

const none: FieldAnswer = {kind: 'empty'};
const of = (value: FieldValue): FieldAnswer => ({kind: 'given', value});

/** What holds more than the value asked for is none: a document has a way of its own. */
function isDocument(talk: Talk, field: Field, typed: string): boolean {
	const {answers} = talk.wizard();
	const provider = providerOf(answers);
	const context = contextFor(field, answers) ?? {role: 'client-secret' as const};
	const isMore = enter(typed, {field: field.id, context, ...(provider && {provider})}).kind !== 'value';
	if (isMore)
		talk.say('That holds more than this one value. Enter the value alone, or use byoo set --from FILE.');
	return isMore;
}

async function text(talk: Talk, field: Field, draft: FieldAnswer | undefined): Promise<Given> {
	const {answers} = talk.wizard();
	const value = draft?.kind === 'given' && typeof draft.value === 'string' ? draft.value : undefined;
	const derived = value === undefined ? derivedFrom(field, answers) : undefined;
	const initial = value ?? derived ?? '';
	const context = contextFor(field, answers);
	const origin = originOf(field, draft, derived, talk.wizard()) ?? 'From before';
	if (initial !== '') talk.say(`${origin}: ${shownUnlessSecret(initial, context)}. Enter alone keeps it.`);
	else if (!field.isRequired) talk.say('Enter alone for none.');
	if (initial !== '' && !field.isRequired) talk.say('A hyphen alone for none.');
	const typed = await talk.ask(`${field.title}: `, {context});
	if (typed === undefined) return 'back';
	if (typed === '-' && !field.isRequired) return none;
	if (typed.trim() === '') return parsed(talk, field, initial);
	if (isDocument(talk, field, typed)) return undefined;
	const canKeep = (kept: Secret) => problemWith(field, of(kept.reveal())) === undefined;
	const settled = await settleEntered(talk, field, typed, canKeep);
	return settled && parsed(talk, field, settled.reveal());
}

/** What was typed as the answer, or in words why it cannot be. */
function parsed(talk: Talk, field: Field, typed: string): Given {
	const reading = parseField(field, typed);
	if (reading.ok) return reading.answer;
	talk.say(reading.message);
	return undefined;
}

/** Neither seen nor heard: of a paste its length is said. */
async function secret(talk: Talk, field: Field, kept: Secret | undefined): Promise<Given> {
	const {answers} = talk.wizard();
	const stored = loaded(talk.wizard(), 'stored');
	const isStored = stored.status === 'loaded' && stored.value.rows.some(row => isOfTarget(row, answers));
	if (isStored && field.isRequired) talk.say(askedAgain);
	if (kept) talk.say('Enter alone keeps the one from before.');
	else if (!field.isRequired) talk.say('Enter alone for none; one that is stored is cleared then.');
	const typed = await talk.ask(`${field.title}, not shown: `, {isSecret: true});
	if (typed === undefined) return 'back';
	if (typed === '' && kept) return of(kept);
	if (typed === '') return field.isRequired ? said(talk, 'Paste or type it first.') : none;
	if (isDocument(talk, field, typed)) return undefined;
	const settled = await settleEntered(talk, field, typed);
	return settled && of(settled);
}

const said = (talk: Talk, words: string): undefined => {
	talk.say(words);
};

/** Details of unknown shape may hold secrets, so they are entered like one. */
async function details(talk: Talk, field: Field, kept: Secret | undefined): Promise<Given> {
	talk.say(kept ? 'Enter alone keeps what is there.' : 'Enter alone for none.');
	const typed = await talk.ask(`${field.title}, not shown: `, {isSecret: true});
	if (typed === undefined) return 'back';
	if (typed.trim() === '') return kept ? of(kept) : none;
	const given = parsed(talk, field, typed);
	if (given === undefined) return undefined;
	return (await areMeant(talk, detailDoubts(new Secret(typed), talk.wizard().answers))) ? given : undefined;
}

async function yesOrNo(talk: Talk, field: Field, value: FieldValue | undefined): Promise<Given> {
	const before = (value ?? field.initial) === true ? 'yes' : 'no';
	const choice = await choose(
		talk,
		[
			{id: 'no', label: 'No'},
			{id: 'yes', label: 'Yes'},
		],
		{isBefore: id => id === before},
	);
	return choice === undefined ? 'back' : of(choice === 'yes');
}

/** Several of a list, by their numbers. */
async function list(talk: Talk, field: Field, value: FieldValue | undefined): Promise<Given> {
	const before = isTexts(value) ? value : isTexts(field.initial) ? field.initial : [];
	const all = [...new Set([...(field.options ?? []), ...before])];
	const shown = (entry: string) => (holdsSecret(entry, undefined) ? mask : shownValue(entry));
	talk.say(
		...all.map((entry, index) => `${index + 1}. ${shown(entry)}${before.includes(entry) ? ', chosen' : ''}`),
		`Numbers with commas between them, such as 1,2. ${before.length > 0 ? 'Enter alone keeps what is chosen.' : ''}`,
	);
	const typed = await talk.ask('Numbers: ', {answers: /^\d{1,3}(?:\s*,\s*\d{1,3})*$/});
	if (typed === undefined) return 'back';
	const numbers = typed.split(',').map(number => number.trim());
	const chosen = typed.trim() === '' ? before : numbers.map(number => all[Number(number) - 1]);
	if (chosen.some(entry => entry === undefined)) return said(talk, `Type numbers from 1 to ${all.length}.`);
	const entries = all.filter(entry => chosen.includes(entry));
	return (await areMeant(talk, entryDoubts(field, entries, talk.wizard().answers))) ? of(entries) : undefined;
}

/** What cannot be right is not taken; the rest is asked about. */
async function areMeant(talk: Talk, doubts: readonly OneOfMany[]): Promise<boolean> {
	if (doubts.length === 0) return true;
	talk.say(...doubts.map(({message}) => message));
	if (doubts.some(({isRefused}) => isRefused)) return false;
	const choice = await choose(talk, [
		{id: 'again', label: 'Enter it again'},
		{id: 'kept', label: 'Keep it as it is'},
	]);
	return choice === 'kept';
}
