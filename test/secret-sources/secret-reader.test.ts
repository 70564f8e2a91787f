import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync} from 'node:fs';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {suite, test} from 'node:test';
import {success} from '../../source/domain/problem.ts';
import {secretReader} from '../../source/secret-sources/secret-reader.ts';
import {access, linesOf, messageOf, temporaryFolder, until} from './sources.ts';

const command = (text: string) => ({kind: 'command', command: text}) as const;

suite('the sources of a run', () => {
	test('are read once each, whoever asks and when', async t => {
		const folder = await temporaryFolder(t);
		const [path, log] = [join(folder, 'secret'), join(folder, 'log')];
		await writeFile(path, 'from the file');
		const {read} = secretReader(access());
		const counted = command(`echo run >> '${log}'; echo from the command`);
		const both = () => Promise.all([read({kind: 'file', path}), read(counted)]);
		const expected = [success('from the file'), success('from the command\n')];
		assert.deepEqual(await Promise.all([both(), both()]), [expected, expected]);
		await rm(path);
		assert.deepEqual(await both(), expected);
		assert.equal(readFileSync(log, 'utf8'), 'run\n');
	});

	test('that cannot be read are not tried again either', async () => {
		const {read} = secretReader(access());
		const [first, second] = await Promise.all([read(command('exit 3')), read(command('exit 3'))]);
		assert.match(messageOf(first), /exit code 3/);
		assert.equal(second, first);
	});

	test('are told apart by kind', async () => {
		const {read} = secretReader(access({environment: {...process.env, true: 'value'}}));
		assert.deepEqual(await read({kind: 'environment', name: 'true'}), success('value'));
		assert.match(messageOf(await read(command('true'))), /is empty/);
	});

	test('begin with standard input for one value only', async () => {
		const {read} = secretReader(access({stdin: Readable.from(['once'])}));
		const [first, second] = await Promise.all([read({kind: 'stdin'}), read({kind: 'stdin'}, 1_000_000)]);
		assert.deepEqual(first, success('once'));
		assert.equal(messageOf(second), 'Standard input is asked for twice.');
	});

	test('may be ten thousand', async t => {
		const folder = await temporaryFolder(t);
		const paths = Array.from({length: 2000}, (_, index) => join(folder, `${index}`));
		await Promise.all(paths.map(path => writeFile(path, path)));
		const names = Array.from({length: 8000}, (_, index) => `SECRET_${index}`);
		const environment = Object.fromEntries(names.map(name => [name, name]));
		const {read} = secretReader(access({environment}));
		const texts = await Promise.all([
			...paths.map(path => read({kind: 'file', path})),
			...names.map(name => read({kind: 'environment', name})),
		]);
		assert.deepEqual(texts, [...paths, ...names].map(success));
	});
});

suite('the commands of a run', () => {
	test('run four at once, after the first has worked alone', async t => {
		const [running, signal] = [
			join(await temporaryFolder(t), 'running'),
			join(await temporaryFolder(t), 'go'),
		];
		mkdirSync(running);
		/** Says how many run once this has happened, and some time for others to begin is over. */
		const counting = (number: number, happens: string) =>
			command(
				`touch '${running}/${number}'; ${happens}; sleep 0.2; ls '${running}' | wc -l; rm '${running}/${number}'`,
			);
		const signalled = `until [ -e '${signal}' ]; do sleep 0.02; done`;
		const {read} = secretReader(access());
		const commands = Array.from({length: 10}, (_, number) =>
			counting(number, number === 0 ? ':' : signalled),
		);
		const reading = Promise.all(commands.map(each => read(each)));
		await until(() => readdirSync(running).length === 4);
		await writeFile(signal, '');
		const results = await reading;
		const counts = results.map(result => (result.ok ? Number(result.value) : Number.NaN));
		assert.equal(counts[0], 1);
		assert.equal(Math.max(...counts), 4);
	});

	test('run alone until one has worked: a locked vault asks one at a time', async t => {
		const folder = await temporaryFolder(t);
		const log = join(folder, 'log');
		const failing = (number: number) =>
			command(`echo ${number} begun >> '${log}'; sleep 0.02; echo ${number} over >> '${log}'; exit 1`);
		const {read} = secretReader(access());
		await Promise.all([read(failing(1)), read(failing(2)), read(failing(3))]);
		const expected = [1, 2, 3].flatMap(number => [`${number} begun\n`, `${number} over\n`]);
		assert.equal(readFileSync(log, 'utf8'), expected.join(''));
	});

	test('that wait do not begin once the run is stopped', async t => {
		const log = join(await temporaryFolder(t), 'log');
		const stop = new AbortController();
		const {read} = secretReader(access({signal: stop.signal}));
		const reading = Array.from({length: 5}, (_, number) =>
			read(command(`echo ${number} >> '${log}'; sleep 300`)),
		);
		await linesOf(log, 1);
		stop.abort();
		for (const result of await Promise.all(reading)) assert.match(messageOf(result), /^Reading was stopped/);
		assert.equal(readFileSync(log, 'utf8'), '0\n');
	});
});
