import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {readCommandLine} from '../../source/commands/flags/command-line.ts';
import {type CommandName, commandNamed, findCommand} from '../../source/commands/flags/command-table.ts';

const read = (name: CommandName, ...argv: readonly string[]) => readCommandLine(commandNamed(name), argv);

function refused(...input: Parameters<typeof read>): string {
	const line = read(...input);
	assert.ok(!line.ok, 'It is understood.');
	return line.problem;
}

suite('a command line', () => {
	test('is its flags and its words', () => {
		const line = read('apply', 'fleet.yaml', '--yes', '--confirm-production=a', '--confirm-production', 'b');
		assert.ok(line.ok);
		assert.deepEqual({...line.values}, {yes: true, 'confirm-production': ['a', 'b']});
		assert.deepEqual(line.operands, ['fleet.yaml']);
	});

	test('takes a lone dash for standard input', () => {
		const line = read('plan', '-');
		assert.ok(line.ok);
		assert.deepEqual(line.operands, ['-']);
	});

	test('is refused where a flag is given twice, since one of them would win unseen', () => {
		for (const argv of [
			['--env', 'sandbox', '--env', 'production'],
			['--yes', '--yes'],
			['--team=a', '--team=a'],
		]) {
			assert.match(refused('set', ...argv), /is given more than once\.$/);
		}
	});

	test('is refused where a flag is one of another command, which is named', () => {
		assert.match(refused('list', '--client-id', 'canary'), /^--client-id does not apply to byoo list\./);
		assert.match(
			refused('providers', '--org', 'x', '--all'),
			/^--org, --all do not apply to byoo providers\./,
		);
	});

	test('is refused where a flag would hold a secret, and names the safe ways', () => {
		for (const flag of [
			'--client-secret=canary',
			'--client-secret',
			'--secret',
			'-secret',
			'--client_secret=canary',
		]) {
			const problem = refused('set', flag, 'canary');
			assert.match(
				problem,
				/--client-secret-stdin, --client-secret-file, --client-secret-env, --client-secret-command/,
			);
			assert.doesNotMatch(problem, /canary/);
		}
		for (const flag of ['--key', '--org-key', '--api-key=canary', '--management_key']) {
			assert.match(refused('list', flag), /JUNCTION_MANAGEMENT_KEY or VITAL_ORG_KEY/);
		}
	});

	test('is told the flag that a misspelled one may have meant', () => {
		assert.match(refused('set', '--teem', 'canary'), /Did you mean --team\?$/);
		assert.match(refused('set', '--versoin'), /Did you mean --version\?$/);
		assert.doesNotMatch(refused('set', '--canary-canary-canary', 'x'), /canary|Did you mean/);
	});

	test('is refused where it has a word, a flag or a value too many, none of which is repeated', () => {
		for (const argv of [
			['canary'],
			['--canary'],
			['--yes=canary'],
			['--help=canary'],
			['--client-secret-stdin=canary'],
			['--', 'canary'],
			['-c'],
		]) {
			const problem = refused('set', ...argv);
			assert.match(problem, /byoo set --help/);
			assert.doesNotMatch(problem, /canary/);
		}
	});
});

test('a command is found by its name, and the wizard has none', () => {
	assert.equal(findCommand('set')?.name, 'set');
	for (const name of ['wizard', 'toString', '', undefined, 'SET']) assert.equal(findCommand(name), undefined);
});
