import {organizationId, teamId} from '../support/credentials.ts';
import {place} from '../support/wizard-terminal.ts';
import {clientId} from './api.ts';
import {isWrite} from './fault.ts';
import type {Job} from './job.ts';
import {operations} from './operations.ts';

/** In place of the path of the manifest. */
export const manifestFile = 'MANIFEST';

export const manifest = `version: 1
org: ${organizationId}
credentials:
  - team: ${teamId}
    env: sandbox
    region: us
    provider: polar
    client_id: ${clientId}
    client_secret: {env: S}
    details: {webhook_secret: {env: D}}
    exact: [client_secret, details.webhook_secret]
`;

const polar = ['--team', teamId, '--provider', 'polar'] as const;
const bySecrets = ['--client-id', clientId, '--client-secret-env', 'S', '--details-file', '-'] as const;
/** The secrets hold signs that no provider hands out. */
const exact = ['--exact', 'client-secret', '--exact', 'details.webhook_secret'] as const;

/** The words of every command that talks to the API. */
const words = {
	list: ['list', ...place],
	export: ['export', ...place],
	plan: ['plan', manifestFile],
	prepare: ['prepare', ...place, ...polar],
	set: ['set', ...place, ...polar, ...bySecrets, ...exact, '--yes', '--replace'],
	apply: ['apply', manifestFile, '--yes', '--replace'],
	delete: ['delete', ...place, ...polar, '--yes'],
} as const;

const command = (name: keyof typeof words, job: Omit<Job, 'name' | 'isCommand' | 'run'>): Job => ({
	...job,
	name,
	isCommand: true,
	run(given) {
		const [first, ...rest] = words[name];
		const output = job.isText ? [] : ['--json'];
		const api = ['--api-url', given.url, '--org', organizationId, '--debug', ...output];
		const details = name === 'set' ? JSON.stringify({webhook_secret: given.canaries.detail}) : '';
		return given.program([first, ...api, ...rest], details, given);
	},
});

const reading = {isThere: true, takesSecrets: false} as const;
const writing = ['teams', 'stored', 'look', 'write', 'read-back'] as const;
const removing = ['teams', 'stored', 'removal', 'read-back'] as const;

/** The same command as it speaks to a person. */
const inWords = (job: Job): Job => ({
	...command(job.name as keyof typeof words, {...job, isText: true}),
	name: `${job.name} in words`,
	like: job.name,
	strikes: job.sequence.filter(operation => operation === 'stored' || isWrite(operation)),
});

const commands: readonly Job[] = [
	command('list', {...reading, sequence: ['teams', 'stored']}),
	command('export', {...reading, sequence: ['teams', 'stored'], strikes: ['stored']}),
	command('plan', {...reading, sequence: ['teams', 'stored'], takesSecrets: true}),
	command('prepare', {...reading, sequence: ['teams', 'preparation']}),
	command('set', {sequence: writing, isThere: true, takesSecrets: true}),
	command('apply', {sequence: writing, strikes: ['look', 'write'], isThere: false, takesSecrets: true}),
	command('delete', {...reading, sequence: removing, strikes: ['stored', 'removal', 'read-back']}),
];

const spoken = commands.filter(({name}) => ['list', 'set', 'apply', 'delete'].includes(name)).map(inWords);

/** Everything that talks to the API: the commands, and what the wizard does between its screens. */
export const jobs: readonly Job[] = [...commands, ...spoken, ...operations];
