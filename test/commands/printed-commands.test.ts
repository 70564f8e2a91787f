import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {readCommandLine} from '../../source/commands/flags/command-line.ts';
import {commandNamed, commands} from '../../source/commands/flags/command-table.ts';
import {fieldsFrom} from '../../source/commands/flags/field-flags.ts';
import {type Flag, type FlagName, flags} from '../../source/commands/flags/flags.ts';
import {printedCommand} from '../../source/commands/flags/printed-command.ts';
import {readTargetFlags} from '../../source/commands/flags/target-flags.ts';
import {describeApi} from '../../source/domain/api-generation.ts';
import type {FieldProblem} from '../../source/domain/problem.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {isPlaceholder} from '../../source/domain/text.ts';
import {listCommandFor, scriptCommandFor} from '../../source/output/command.ts';
import {organizationId, place, teamId} from '../support/credentials.ts';
import {answersWith, handOffFor, nastyTexts, shellWords, wordsOfEach} from '../support/hand-offs.ts';
import {given} from '../support/play.ts';
import {runs} from '../support/thorough.ts';

/** What the program understands of a printed command that was given to a shell. */
const readBack = (line: string) => readWords(line, shellWords(line));

function readWords(line: string, [program, name, ...words]: readonly string[]) {
	assert.equal(program, 'byoo');
	const command = commands.find(candidate => candidate.name === name);
	const argv = command ? words : [name ?? '', ...words];
	const read = readCommandLine(command ?? commandNamed('wizard'), argv);
	assert.ok(read.ok, line);
	return read;
}

suite('a command that is printed', () => {
	for (const command of commands.filter(({name}) => name !== 'demo')) {
		test(`to be completed is understood by a shell and by byoo ${command.name}`, () => {
			const added = command.flags.map(flag => ({flag}));
			const {values} = readBack(printedCommand(command, {values: {}, operands: []}, added));
			assert.deepEqual(Object.keys(values).sort(), [...command.flags].sort());
		});
	}

	test('has placeholders that are never taken for values', () => {
		const command = commandNamed('set');
		const target: readonly FlagName[] = [
			'org',
			'env',
			'region',
			'team',
			'provider',
			'api',
			'api-url',
			'timeout',
		];
		for (const flag of target) {
			const {values} = readBack(printedCommand(command, {values: {}, operands: []}, [{flag}]));
			const problems: FieldProblem[] = [];
			readTargetFlags(values, problems);
			assert.deepEqual(
				problems.map(({field}) => field),
				[flag],
			);
		}
		for (const flag of ['client-id', 'redirect-url-override'] as const) {
			const {values} = readBack(printedCommand(command, {values: {}, operands: []}, [{flag}]));
			const problems: FieldProblem[] = [];
			fieldsFrom(values, undefined, problems);
			assert.deepEqual(
				problems.map(({field}) => field),
				[flag],
			);
		}
	});

	test('repeats what was given, whatever it is', () => {
		const text = fc.oneof(
			fc.constantFrom(...nastyTexts),
			fc.string().filter(one => !one.includes('\0')),
		);
		const command = commandNamed('apply');
		const property = fc.property(text, text, fc.array(text, {maxLength: 3}), (org, file, teams) => {
			fc.pre(![org, file, ...teams].some(isPlaceholder) && !file.startsWith('-') && file !== '');
			const given = {values: {org, yes: true, 'confirm-production': teams}, operands: [file]};
			const {values, operands} = readBack(printedCommand(command, given, []));
			assert.deepEqual(operands, [file]);
			assert.deepEqual(
				{...values},
				{org, yes: true, ...(teams.length > 0 ? {'confirm-production': teams} : {})},
			);
		});
		fc.assert(property, {numRuns: runs(60)});
	});

	test('repeats nothing that may be a secret in the wrong place', () => {
		const canary = 'canary';
		const delicate: readonly FlagName[] = [
			'from',
			'client-secret-file',
			'client-secret-env',
			'client-secret-command',
			'key-command',
		];
		const values = Object.fromEntries(delicate.map(name => [name, canary]));
		assert.doesNotMatch(printedCommand(commandNamed('set'), {values, operands: []}, []), /canary/);
	});

	test('repeats that a document comes from standard input', () => {
		const given = {values: {from: '-'}, operands: []};
		assert.equal(printedCommand(commandNamed('set'), given, []), 'byoo set --from -');
	});

	test('to do the same without prompts is understood by byoo set, for every provider', () => {
		for (const {slug, details, ownOAuth} of providers) {
			const handOffs = ['42', "it's $(x)", '-x'].map(text => handOffFor(answersWith(slug, text)));
			const words = wordsOfEach(handOffs.map(scriptCommandFor));
			for (const [index, handOff] of handOffs.entries()) {
				const {values} = readWords(scriptCommandFor(handOff), words[index] ?? []);
				const problems: FieldProblem[] = [];
				const target = readTargetFlags(values, problems);
				const answers = fieldsFrom(values, target.provider, problems);
				assert.deepEqual(problems, [], slug);
				assert.equal(target.provider?.slug, slug);
				assert.deepEqual(answers['client-id'], given(String(handOff.credential.values.client_id)));
				assert.equal(values['client-secret-stdin'] === true, ownOAuth !== 'practice', slug);
				const hasSecretDetails =
					details.some(({kind}) => kind === 'secret') || handOff.credential.values.details !== null;
				if (values['details-file'] !== undefined) assert.ok(hasSecretDetails, slug);
				if (details.some(({kind}) => kind === 'secret')) assert.equal(values['details-file'], '<FILE>', slug);
			}
		}
	});

	test('to look at what is stored names the very place', () => {
		const {generation, url} = describeApi('vital');
		for (const address of [url, "https://api.example.com/it's/$(x)&y;z"]) {
			const {values} = readBack(listCommandFor({generation, url: address, organizationId}, place, teamId));
			assert.deepEqual(
				{...values},
				{
					org: organizationId,
					env: 'sandbox',
					region: 'us',
					team: teamId,
					api: 'vital',
					...(address === url ? {} : {'api-url': address}),
				},
			);
		}
	});
});

test('every flag that takes a value has a placeholder for it', () => {
	for (const [name, {value}] of Object.entries<Flag>(flags)) {
		if (value === undefined) continue;
		const [command = commandNamed('set')] = commands.filter(one => one.flags.includes(name as FlagName));
		assert.match(printedCommand(command, {values: {}, operands: []}, [{flag: name as FlagName}]), /'<.+>'$/);
	}
});
