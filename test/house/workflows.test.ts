import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {suite, test} from 'node:test';
import {parse} from 'yaml';
import {root} from './source-files.ts';

type Workflow = {
	readonly permissions: Permissions;
	readonly jobs: Readonly<Record<string, {readonly permissions?: Permissions}>>;
};

type Permissions = Readonly<Record<string, string>>;

const folder = path.join(root, '.github/workflows');
const workflows = readdirSync(folder).map(name => {
	const text = readFileSync(path.join(folder, name), 'utf8');
	const workflow: Workflow = parse(text);
	return {name, text, workflow};
});

suite('the workflows', () => {
	test('pin every action by its whole commit, and say which version that is', () => {
		for (const {name, text} of workflows) {
			const actions = text.match(/uses:.*/g) ?? [];
			assert.notEqual(actions.length, 0, name);
			for (const action of actions)
				assert.match(action, /^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
		}
	});

	test('let every job read the code, and only the one that publishes prove who it is', () => {
		for (const {name, workflow} of workflows) {
			for (const [job, {permissions = workflow.permissions}] of Object.entries(workflow.jobs)) {
				const isPublishing = name === 'release.yml' && job === 'publish';
				const proof = isPublishing ? {'id-token': 'write'} : {};
				assert.deepEqual(permissions, {contents: 'read', ...proof}, `${name}: ${job}`);
			}
		}
	});

	test('use no secret', () => {
		for (const {text} of workflows) assert.doesNotMatch(text, /secrets\.|TOKEN/);
	});
});
