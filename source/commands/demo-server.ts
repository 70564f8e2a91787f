import type {Demo, startDemo} from '../demo/server.ts';

export type ServeOptions = {
	/** 0 takes any free port. */
	readonly port: number;
	readonly write: (text: string) => void;
	/** Says why there is no server. */
	readonly fail: (text: string) => void;
	readonly onStop: (listener: () => void) => void;
	readonly start: typeof startDemo;
};

/**
Runs the demo's API until it is cancelled, and says how to use it from another terminal. Gives the exit code:
130 once it was cancelled and the port is free again, 1 where the port cannot be had.
*/
export async function serveDemo({port, write, fail, onStop, start}: ServeOptions): Promise<number> {
	const cancelled = new Promise<void>(resolve => {
		onStop(resolve);
	});
	let demo: Demo;
	try {
		demo = await start({port});
	} catch (error) {
		const sentence = refusals[codeOf(error)];
		if (!sentence) throw error;
		fail(`${sentence(port)}\n`);
		return 1;
	}
	write(`${usage(demo).join('\n')}\n`);
	await cancelled;
	await demo.close();
	write('The demo has ended; nothing of it is kept.\n');
	return 130;
}

const refusals: Readonly<Record<string, (port: number) => string>> = {
	EADDRINUSE: port =>
		`Port ${port} is taken by another program. Give another one with --port N, or leave --port out to take any free one.`,
	EACCES: port =>
		`Port ${port} may not be used by you on this computer. Give one above 1023 with --port N, or leave --port out to take any free one.`,
};

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function usage(demo: Demo): readonly string[] {
	const {url, organizations} = demo;
	const [first] = organizations;
	return [
		`The demo’s API is at ${url}, on this computer only. What is saved there is gone when it ends.`,
		'',
		...organizations.flatMap(({id, name, key}) => [name, `  ID   ${id}`, `  key  ${key}`]),
		'',
		'In another terminal:',
		`  export JUNCTION_MANAGEMENT_KEY=${first?.key}`,
		`  byoo list --api-url ${url} --org ${first?.id} --all`,
		...provable(demo),
		'Ctrl+C ends it.',
	];
}

/** How to prove one of the credentials that are there from the start. */
function provable({url, organizations: [first], stored}: Demo): readonly string[] {
	const own = stored().find(
		({organizationId, environment}) => organizationId === first?.id && environment === 'sandbox',
	);
	if (!own) return [];
	const place = `--org ${own.organizationId} --env sandbox --region ${own.region} --team ${own.teamId}`;
	return [`  byoo prove --api-url ${url} --junction-url ${url} ${place} --provider ${own.provider}`];
}
