import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import type {Field} from '../../source/domain/field.ts';
import type {FieldAnswer} from '../../source/domain/field-values.ts';
import type {HandOff} from '../../source/domain/hand-off.ts';
import {Secret} from '../../source/domain/secret.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {handOffOf} from '../../source/wizard/submission.ts';
import {detailSecretText, secretText} from './credentials.ts';
import {personalEnvironment} from './environment.ts';
import {fieldsFor} from './field-answers.ts';
import {given, targetAnswers} from './play.ts';

/** Made-up values that mean something to a shell, to a parser of flags, to JSON or to an address. */
export const nastyTexts = [
	'plain',
	`it's "quoted" and 'again'`,
	'two  spaces and a tilde ~/x',
	'$(touch canary) `touch canary` $HOME $\u007bHOME}',
	'back\\slash \\n \\" \\',
	'ünï 漢字 👨‍👩‍👧 e\u0301',
	'a&b=c&d;e|f>g<h',
	'--client-secret=not-one',
	'-x',
	'--',
	'=',
	'* ? [a-z] {1,2} !! !x',
	'100%25 %s %n',
	'right-to-left \u202e, no-break\u00a0space, joined\u2060 face',
] as const;

/** Answers to every step for this provider, with the text in each field that takes one. */
export const answersWith = (slug: string, text: string, changes: Answers = {}): Answers => ({
	...targetAnswers(slug),
	...Object.fromEntries(fieldsFor(slug).map(field => [field.id, answerWith(field, text)])),
	...changes,
});

export function handOffFor(answers: Answers): HandOff {
	const handOff = handOffOf(answers);
	assert.ok(handOff, 'A step is open.');
	return handOff;
}

/** The words that a shell makes of a command. */
export const shellWords = (command: string): readonly string[] => wordsOfEach([command])[0] ?? [];

/** The words that a shell makes of each of these commands. */
export function wordsOfEach(commands: readonly string[]): readonly (readonly string[])[] {
	const script = commands.map(command => `set -- ${command}\nprintf '%s\\0' $# "$@"`).join('\n');
	const {status, stdout, stderr} = spawnSync('bash', ['-s'], {
		input: script,
		encoding: 'utf8',
		env: personalEnvironment(),
	});
	assert.deepEqual([status, stderr], [0, ''], script);
	const texts = stdout.split('\0');
	return commands.map(() => texts.splice(0, Number(texts.shift())));
}

function answerWith({id, kind}: Field, text: string): FieldAnswer {
	switch (kind) {
		case 'text':
			return given(text);
		case 'secret':
			return given(new Secret(id === 'client-secret' ? secretText : detailSecretText));
		case 'url':
			return given(`https://example.com/callback?${text}`);
		case 'yes-no':
			return given(false);
		case 'list':
			return given([text.replaceAll(',', ''), 'openid']);
		case 'json':
			return given(new Secret(JSON.stringify({hook: {tokens: [detailSecretText]}, isOn: true})));
	}
}
