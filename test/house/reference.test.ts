import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {commands} from '../../source/commands/flags/command-table.ts';
import {flags} from '../../source/commands/flags/flags.ts';
import {helpText} from '../../source/commands/flags/help-text.ts';
import {forwarders} from '../../source/demo/forwarders.ts';
import {pairInputs} from '../../source/demo/pair-inputs.ts';
import {proveProvocations} from '../../source/demo/prove-provocations.ts';
import {provocations} from '../../source/demo/provocations.ts';
import {contested} from '../../source/demo/seed-credentials.ts';
import {demoTeams} from '../../source/demo/seed-teams.ts';
import {attentionCodes, severities} from '../../source/domain/watch/attention.ts';
import {pageAt} from './pages.ts';

const demo = pageAt('docs/demo.md').text;

suite('docs/demo.md', () => {
	test('lists every input that provokes a failure of the demo, in the demo’s own words', () => {
		for (const {input, where, what} of provocations) {
			const place = {key: 'organization key', 'client-id': 'client ID', 'team-name': 'name of a new team'}[
				where
			];
			assert.ok(demo.includes(`| \`${input}\` | ${place} | ${what} |`), input);
		}
	});

	test('lists every client ID that changes what a proof shows, in the demo’s own words', () => {
		for (const {input, what} of proveProvocations) {
			assert.ok(demo.includes(`| \`${input}\` | ${what} |`), input);
		}
	});

	test('lists every forwarder, in the demo’s own words', () => {
		for (const {path, what} of forwarders) {
			assert.ok(demo.includes(`| \`${path.split('/').at(-1)}\` | ${what} |`), path);
		}
	});

	test('lists every client ID that a provider does not simply know, in the demo’s own words', () => {
		for (const {input, what} of pairInputs) assert.ok(demo.includes(`| \`${input}\` | ${what} |`), input);
	});

	test('names the team of the team’s management key, and its ID', () => {
		const team = demoTeams.find(({name}) => name === 'Ashbourne Cardiology');
		assert.ok(team && demo.includes(`\`${team.id}\``));
	});

	test('names the team whose credential a colleague changes', () => {
		assert.ok(demo.includes(contested.teamName), contested.teamName);
	});
});

test('docs/check.md has every code of the watch, in their order, each with a severity', () => {
	const rows = Array.from(pageAt('docs/check.md').text.matchAll(/^\| (`[a-z` -]+`) \| (\w+)/gm));
	assert.deepEqual(
		rows.flatMap(([, codes = '']) => codes.replaceAll('`', '').split(' ')),
		attentionCodes,
	);
	for (const [, codes, severity = ''] of rows) {
		assert.ok(['by', ...severities].includes(severity), codes);
	}
});

test('docs/commands.md explains every command, flag and variable', () => {
	const {text} = pageAt('docs/commands.md');
	const variables = helpText().match(/[A-Z]+_[A-Z_]+/g) ?? [];
	const names = Object.keys(flags).map(name => `--${name}`);
	const called = commands.map(({name}) => (name === 'wizard' ? 'byoo [flags]' : `byoo ${name}`));
	for (const word of [...variables, ...names, ...called]) assert.ok(text.includes(word), word);
});

test('docs/commands.md names no flag that there is not', () => {
	const known = ['help', 'version', ...Object.keys(flags)];
	for (const [, name = ''] of pageAt('docs/commands.md').text.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g))
		assert.ok(known.includes(name), name);
});

test('the help of some command lists every flag', () => {
	const listed = commands.map(command => helpText(command)).join('');
	for (const name of Object.keys(flags)) assert.match(listed, new RegExp(`^ +--${name}\\b`, 'm'), name);
});
