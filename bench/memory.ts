/**
How much memory `byoo plan` and `byoo apply` take at their peak, by the rows of the manifest, and how long a row
takes, as ratios to the smallest one: part of `npm run bench`. The API is the demo's, in this process, at once.
*/
import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setInterval} from 'node:timers/promises';
import {type Demo, startDemo} from '../source/demo/server.ts';
import {providers} from '../source/domain/providers/catalogue.ts';

const counts = [100, 1000, 5000, 10_000];
const folder = mkdtempSync(join(tmpdir(), 'byoo-bench-'));

for (const command of ['plan', 'apply'] as const) {
	let first: {memory: number; perRow: number} | undefined;
	for (const count of counts) {
		const server = await startDemo({latencyScale: 0});
		const {memory, seconds} = await measured(server, command, manifestOf(server, count));
		await server.close();
		const perRow = seconds / count;
		first ??= {memory, perRow};
		const growth = (memory / first.memory).toFixed(2);
		console.log(
			`${command.padEnd(5)} ${String(count).padStart(6)} rows  peak ${growth}  (${memory.toFixed(0)} MB)  time a row ${(perRow / first.perRow).toFixed(2)}  (${seconds.toFixed(1)} s)`,
		);
	}
}
rmSync(folder, {recursive: true, force: true});

/** A manifest of so many new credentials, a few providers for each team. */
function manifestOf({teams, organizations}: Demo, count: number): string {
	const [organization] = organizations;
	const own = teams.filter(({organizationId}) => organizationId === organization?.id);
	const slugs = providers.filter(({details, ownOAuth}) => details.length === 0 && ownOAuth !== 'practice');
	const rows = own.flatMap(({id, region}) =>
		(['sandbox', 'production'] as const).flatMap(env =>
			slugs.map(
				({slug}) =>
					`  - {team: ${id}, env: ${env}, region: ${region}, provider: ${slug}, client_id: client-of-${slug}, client_secret: {env: SECRET}}`,
			),
		),
	);
	const file = join(folder, 'fleet.yaml');
	writeFileSync(
		file,
		['version: 1', `org: ${organization?.id}`, 'credentials:', ...rows.slice(0, count)].join('\n'),
	);
	return file;
}

/** Peak resident memory in MB, by the kernel's own count, and the time from start to end. */
async function measured({url, teams, organizations}: Demo, command: string, file: string) {
	const confirmed = teams.flatMap(({id}) => ['--confirm-production', id]);
	const flags = command === 'apply' ? ['--yes', '--replace', '--concurrency', '8', ...confirmed] : [];
	const start = performance.now();
	const child = spawn(
		process.execPath,
		['dist/cli.js', command, file, '--api-url', url, '--json', ...flags],
		{
			env: {
				PATH: process.env.PATH,
				BYOO_CONFIG_DIR: folder,
				JUNCTION_MANAGEMENT_KEY: organizations[0]?.key,
				SECRET: 'a-client-secret',
			},
			stdio: 'ignore',
		},
	);
	let code: number | null | undefined;
	child.once('exit', exit => {
		code = exit;
	});
	let memory = 0;
	for await (const _ of setInterval(20)) {
		if (code !== undefined) break;
		memory = Math.max(memory, peakOf(child.pid));
	}
	if (code !== 0) throw new Error(`${command} ended with ${code}.`);
	return {memory, seconds: (performance.now() - start) / 1000};
}

function peakOf(pid: number | undefined): number {
	try {
		const [, kilobytes = '0'] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
		return Number(kilobytes) / 1024;
	} catch {
		return 0;
	}
}
