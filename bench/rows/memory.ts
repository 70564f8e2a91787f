import {spawn} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setInterval} from 'node:timers/promises';
import {type Demo, startDemo} from '../../source/demo/server.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import type {Row} from '../measuring.ts';

const counts = [100, 10_000] as const;

/** How much memory `byoo plan` and `byoo apply` take at their peak by the rows of a manifest, and how long a row takes. */
export async function memory(_: unknown, folder: string): Promise<readonly Row[]> {
	const rows: Row[] = [];
	for (const command of ['plan', 'apply'] as const) {
		const [few, many] = [await onDemo(command, counts[0], folder), await onDemo(command, counts[1], folder)];
		const size = `${command}, ${counts[1].toLocaleString('en')} rows`;
		const reference = `${counts[0]} rows`;
		rows.push(
			{
				what: size,
				measured: 'peak of resident memory',
				reference,
				reach: '–',
				min: (many.megabytes / few.megabytes).toFixed(2),
				median: `${many.megabytes.toFixed(0)} MB`,
			},
			{
				what: size,
				measured: 'time a row',
				reference,
				reach: '–',
				min: (many.seconds / counts[1] / (few.seconds / counts[0])).toFixed(2),
				median: `${many.seconds.toFixed(1)} s in all`,
			},
		);
	}
	return rows;
}

async function onDemo(command: 'plan' | 'apply', count: number, folder: string) {
	const server = await startDemo({latencyScale: 0});
	const measured = await measure(server, command, manifestOf(server, count, folder), folder);
	await server.close();
	return measured;
}

/** A manifest of so many new credentials, a few providers for each team. */
function manifestOf({teams, organizations}: Demo, count: number, folder: string): string {
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
async function measure({url, teams, organizations}: Demo, command: string, file: string, folder: string) {
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
	let megabytes = 0;
	for await (const _ of setInterval(20)) {
		if (code !== undefined) break;
		megabytes = Math.max(megabytes, peakOf(child.pid));
	}
	if (code !== 0) throw new Error(`${command} ended with ${code}.`);
	return {megabytes, seconds: (performance.now() - start) / 1000};
}

function peakOf(pid: number | undefined): number {
	try {
		const [, kilobytes = '0'] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
		return Number(kilobytes) / 1024;
	} catch {
		return 0;
	}
}
