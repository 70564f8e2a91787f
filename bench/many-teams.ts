import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';

export const organizationId = '7b1f6c1e-2f0e-4a50-9a35-6f4f6f3a2d10';

/** A Management API of one organization with very many teams, in pages that each take so long. */
export async function manyTeams({
	count,
	pages,
	latency,
}: Readonly<Record<'count' | 'pages' | 'latency', number>>) {
	const size = Math.ceil(count / pages);
	/** When the first page was asked for. */
	let asked: number | undefined;
	const teams = Array.from({length: count}, (_, index) => ({
		id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
		name: `${words[index % words.length]} ${words[(index * 7 + 3) % words.length]} ${index}`,
		region: 'us',
		created_on: '2026-01-01T00:00:00Z',
	}));
	const answer = async (path: string, page: number) => {
		if (!path.endsWith('/team')) return {id: organizationId, name: 'Many Teams'};
		asked ??= performance.now();
		await wait(latency);
		const from = page * size;
		return {
			teams: teams.slice(from, from + size),
			next_cursor: from + size < count ? String(page + 1) : null,
		};
	};
	const server = createServer((request, response) => {
		const {pathname, searchParams} = new URL(request.url ?? '/', 'http://127.0.0.1');
		answer(pathname, Number(searchParams.get('next_cursor') ?? 0)).then(body => {
			response.writeHead(200, {'content-type': 'application/json'});
			response.end(JSON.stringify(body));
		});
	});
	await new Promise<void>(resolve => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		/** When the first page was asked for, as `performance.now()` tells it. */
		askedAt: () => asked,
		close: () =>
			new Promise<void>(resolve => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

const words = [
	'Aspen',
	'Birch',
	'Cedar',
	'Daphne',
	'Elder',
	'Fir',
	'Ginkgo',
	'Hazel',
	'Ivy',
	'Juniper',
	'Laurel',
];
