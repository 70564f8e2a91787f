import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {help} from '../../source/commands/help.ts';
import {readWizardFlags} from '../../source/commands/wizard-flags.ts';
import {apis} from '../../source/domain/api-generation.ts';
import {organizationId} from '../support/credentials.ts';

/** One good value for each flag that takes one. */
const values: Readonly<Record<string, string>> = {
	'--org': organizationId,
	'--env': 'sandbox',
	'--region': 'us',
	'--team': 'Runners',
	'--provider': 'strava',
	'--client-id': '42',
	'--redirect-url-override': 'https://example.com',
	'--detail': 'project_number=123',
	'--report': 'report.md',
	'--api': 'vital',
	'--api-url': 'https://example.com',
};

suite('the help', () => {
	const named = new Set(help.match(/--[a-z][a-z-]*/g));

	test('names every flag with a value', () => {
		for (const flag of Object.keys(values)) assert.ok(named.has(flag), flag);
	});

	test('names no flag that is not understood', () => {
		for (const flag of named) {
			if (flag === '--help' || flag === '--version') continue;
			const value = values[flag];
			const needed = flag === '--detail' ? ['--provider', 'google_health'] : [];
			const flags = readWizardFlags([...needed, flag, ...(value === undefined ? [] : [value])]);
			assert.ok(flags.ok, flag);
		}
	});

	test('names the variables that hold a key', () => {
		for (const {keyVariable} of apis) assert.ok(help.includes(keyVariable), keyVariable);
	});

	test('fits a terminal of 110 columns, and ends its last line', () => {
		for (const line of help.split('\n')) assert.ok(line.length <= 110, line);
		assert.match(help, /[^\n]\n$/);
	});
});
