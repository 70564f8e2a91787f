import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {identifiers} from '../../source/domain/values/kind.ts';
import {isThorough} from '../support/thorough.ts';
import {cleanValue, dressings, stands} from '../support/value-texts.ts';
import {scriptedWays} from './scripted-ways.ts';
import {expected, type Outcome, type Subject, type Way} from './way.ts';
import {wizardWays} from './wizard-ways.tsx';

type NamedText = readonly [name: string, text: string];

/** All of them are many minutes of keys on a screen: unless told, each way is given every thirtieth, each another one. */
const share = isThorough ? 1 : 30;

const cleanTexts = fc
	.sample(cleanValue, {numRuns: 12, seed: 11})
	.concat('-k7Wq', '--k7Wq', '*k7Wq', 'k7$Wq!');

/** What would lead a key to the other API. */
const besideKeys: readonly ((key: string) => string)[] = [
	key => `"${key}`,
	key => `(${key})`,
	key => `=${key}`,
	key => `${key}"`,
	key => `${key}:`,
	key => `x-${key}`,
];

/** A text with what stands around it, or in place of it, under the name of what that is. */
function textsFor({subject, isOfBytes}: Way, place: number): readonly NamedText[] {
	const begins = subject.role === 'key' ? 'mg_' : '';
	const clean = isIdentifier(subject) ? cleanTexts.map(text => ['clean', begins + text] as const) : [];
	const odd = [
		...Object.entries(dressings)
			.filter(([name]) => !(isOfBytes && name === 'half of a surrogate pair'))
			.map(([name, {of}]) => [name, of(subject.plain)] as const),
		...Object.keys(stands).map(text => [JSON.stringify(text), text] as const),
	];
	const beside =
		subject.role === 'key' ? besideKeys.map(of => ['something beside it', of(subject.plain)] as const) : [];
	const taken = [...clean, ...odd, ...beside].filter((_, index) => index % share === place % share);
	return [['nothing but the value', subject.plain], ...taken];
}

/** Whether any printable text may be its value, with nothing to be said of it. */
const isIdentifier = ({role, asked: {context}}: Subject): boolean =>
	context.expectation === undefined && identifiers.some(one => one === role);

/** How an outcome is another than the one door's, in words. */
function differenceOf(outcome: Outcome, text: string, {subject, isWritten}: Way): string | undefined {
	if (isWritten && /[\r\n]$/.test(text) && outcome.kind === 'stopped') return undefined;
	const {taken, words} = expected(text, subject.asked);
	if (outcome.kind === 'taken') {
		return outcome.value === taken ? undefined : `${JSON.stringify(outcome.value)} was taken`;
	}
	if (taken !== undefined) return `it was stopped: ${outcome.words}`;
	if (text.trim() === '') return undefined;
	const said = outcome.words.replace(/\s+/g, ' ');
	if (text.includes('\ufffd') && said.includes('is not valid UTF-8')) return undefined;
	// A line takes the first of several, and waits for a second Enter.
	if (said.includes('Only the first line was taken.')) return undefined;
	const missing = words.filter(message => !said.includes(message));
	return missing.length === 0 ? undefined : `not said: ${missing.join(' ')} — but: ${outcome.words}`;
}

/** What a way makes of every text that the one door does not. As many are given at once as are told. */
async function differencesOf(way: Way, place: number, atOnce: number): Promise<readonly string[]> {
	const texts = [...textsFor(way, place)];
	const found: string[] = [];
	async function giveRest(): Promise<void> {
		for (let next = texts.shift(); next; next = texts.shift()) {
			const [name, text] = next;
			const difference = await way.give(text).then(
				outcome => differenceOf(outcome, text, way),
				(cause: unknown) => String(cause),
			);
			if (difference !== undefined) found.push(`${name}: ${difference}`);
		}
	}
	await Promise.all(Array.from({length: atOnce}, giveRest));
	return found;
}

suite('whatever way a value comes by, it comes through one door', () => {
	test('in scripts', async t => {
		for (const [place, way] of scriptedWays(t).entries()) {
			await t.test(way.name, async () => assert.deepEqual(await differencesOf(way, place, 1), []));
		}
	});
	suite('in the wizard', () => {
		for (const [place, way] of wizardWays.entries()) {
			test(way.name, async () => assert.deepEqual(await differencesOf(way, place, 8), []));
		}
	});
});
