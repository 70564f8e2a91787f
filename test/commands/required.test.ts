import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {commandNamed} from '../../source/commands/flags/command-table.ts';
import type {Missing} from '../../source/commands/flags/missing.ts';
import {required} from '../../source/commands/flags/required.ts';
import {readTargetFlags} from '../../source/commands/flags/target-flags.ts';
import type {Context} from '../../source/commands/shared/scripted.ts';

const organizationId = '8a1f0c3e-5b7d-4e2a-9c6f-0123456789ab';
const flags = readTargetFlags({org: organizationId, env: 'sandbox'}, []);
const contextWith = (environment: Readonly<Record<string, string>>) =>
	({command: commandNamed('set'), values: {}, terminal: {environment}}) as unknown as Context;
const withKey = contextWith({VITAL_ORG_KEY: 'made-up-key'});

const fieldsOf = (needed: {readonly ok: boolean; readonly missing?: readonly Missing[]}) =>
	needed.missing?.map(({field}) => field);

suite('required flags', () => {
	test('are given where all of them are there', () => {
		const needed = required(withKey, flags, ['org', 'env']);
		assert.ok(needed.ok);
		assert.deepEqual([needed.flags.organizationId, needed.flags.environment], [organizationId, 'sandbox']);
	});

	test('are all named that are missing, in their order, and the key', () => {
		const needed = required(contextWith({}), flags, ['org', 'env', 'region'], {also: ['team', 'provider']});
		assert.deepEqual(fieldsOf(needed), ['region', 'team', 'provider', 'key']);
	});

	test('are not enough where the command lacks something else', () => {
		const other = {field: 'yes', how: '--yes', what: 'write over what is stored'};
		const needed = required(withKey, flags, ['org'], {told: missing => [...missing, other]});
		assert.deepEqual(fieldsOf(needed), ['yes']);
	});
});
