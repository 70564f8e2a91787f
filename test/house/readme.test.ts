import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {commands} from '../../source/commands/flags/command-table.ts';
import {flags} from '../../source/commands/flags/flags.ts';
import {helpText} from '../../source/commands/flags/help-text.ts';
import {forwarders} from '../../source/demo/forwarders.ts';
import {provocations} from '../../source/demo/provocations.ts';
import {contested} from '../../source/demo/seed-credentials.ts';
import {root} from './source-files.ts';

const readme = readFileSync(join(root, 'readme.md'), 'utf8');

suite('the readme', () => {
	test('lists every input that provokes a failure of the demo, in the demo’s own words', () => {
		for (const {input, where, what} of provocations) {
			const place = where === 'key' ? 'organization key' : 'client ID';
			assert.ok(readme.includes(`| \`${input}\` | ${place} | ${what} |`), input);
		}
	});

	test('names every forwarder and the team whose credential a colleague changes', () => {
		for (const {path} of forwarders) assert.ok(readme.includes(`\`${path.split('/').at(-1)}\``), path);
		assert.ok(readme.includes(contested.teamName), contested.teamName);
	});

	test('explains every command, flag and variable', () => {
		const variables = helpText().match(/[A-Z]+_[A-Z_]+/g) ?? [];
		const names = Object.keys(flags).map(name => `--${name}`);
		const called = commands.map(({name}) => (name === 'wizard' ? 'byoo [flags]' : `byoo ${name}`));
		for (const word of [...variables, ...names, ...called]) assert.ok(readme.includes(word), word);
	});

	test('shows a picture that exists', () => {
		const [, path = ''] = /!\[[^\]]+\]\(([^)]+)\)/.exec(readme) ?? [];
		assert.match(readFileSync(join(root, path), 'utf8'), /^<svg .*Review/s);
	});
});
