import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {suite, test} from 'node:test';
import {parse} from 'yaml';
import {readCommandLine} from '../../source/commands/flags/command-line.ts';
import {commandNamed} from '../../source/commands/flags/command-table.ts';
import {root} from './source-files.ts';

type Step = {
	readonly run?: string;
	readonly uses?: string;
	readonly env?: Readonly<Record<string, string>>;
};

type Workflow = {
	readonly on: {readonly schedule: readonly {readonly cron: string}[]};
	readonly permissions: object;
	readonly jobs: Readonly<Record<string, {readonly permissions: object; readonly steps: readonly Step[]}>>;
};

const text = readFileSync(path.join(root, 'docs/examples/byoo-check.yml'), 'utf8');
const workflow: Workflow = parse(text);
const steps = Object.values(workflow.jobs).flatMap(job => job.steps);

suite('the workflow that keeps an issue about what needs attention', () => {
	test('runs once a week', () => {
		assert.match(workflow.on.schedule[0]?.cron ?? '', /^\d+ \d+ \* \* [0-6]$/);
	});

	test('calls byoo check as byoo understands it, with its document', () => {
		const lines = steps.flatMap(({run = ''}) => run.match(/(?<=^npx byoo check ).*?(?= >)/gm) ?? []);
		assert.equal(lines.length, 1);
		const read = readCommandLine(commandNamed('check'), (lines[0] ?? '').split(' '));
		assert.ok(read.ok, JSON.stringify(read));
		assert.equal(read.values.json, true);
	});

	test('lets one job write issues and nothing else, without the key, and the other one write nothing', () => {
		assert.deepEqual(workflow.permissions, {});
		const {check, tell} = workflow.jobs;
		assert.deepEqual(check?.permissions, {contents: 'read'});
		assert.deepEqual(tell?.permissions, {issues: 'write'});
		assert.doesNotMatch(JSON.stringify(tell), /secrets\.|KEY/);
	});

	test('hands the key to one program as a variable, and no expression to a shell', () => {
		const scripts = steps.map(({run = ''}) => run).join('\n');
		assert.doesNotMatch(scripts, /\$\{\{|KEY|TOKEN|set -x/);
		const values = steps.flatMap(({env = {}}) => Object.entries(env));
		assert.deepEqual(
			values.flatMap(([name, value]) => (value.includes('secrets.') ? [name] : [])),
			['JUNCTION_MANAGEMENT_KEY'],
		);
	});

	test('opens one issue, or brings the one of that title up to date', () => {
		const [script = ''] = steps.flatMap(({run = ''}) => (run.includes('gh issue') ? [run] : []));
		assert.deepEqual(script.match(/gh issue \w+/g), [
			'gh issue list',
			'gh issue close',
			'gh issue edit',
			'gh issue create',
		]);
		assert.match(script, /select\(\.title == env\.TITLE\)/);
	});

	test('pins every action by its whole commit, and says which version that is', () => {
		for (const action of text.match(/uses:.*/g) ?? [])
			assert.match(action, /^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
	});
});
