import type {ListOptions, ManagementApi} from '../../domain/ports.ts';
import type {Voice} from './voice.ts';

/**
The same API, of which whoever watches a terminal sees how far its lists are while there are more pages: those of all
teams, and of all that is stored. Lists that are read side by side have one line.
*/
export function withCounts(api: ManagementApi, {canRedraw, status}: Voice): ManagementApi {
	if (!canRedraw) return api;
	const counts = new Map<string, number>();
	let reading = 0;

	async function counted<Row, Read>(
		noun: string,
		options: ListOptions<Row>,
		read: (options: ListOptions<Row>) => Promise<Read>,
	): Promise<Read> {
		const onPage = (rows: readonly Row[]) => {
			counts.set(noun, (counts.get(noun) ?? 0) + rows.length);
			status(soFarWords(counts));
			options.onPage?.(rows);
		};
		reading += 1;
		try {
			return await read({...options, onPage});
		} finally {
			reading -= 1;
			if (reading === 0) {
				counts.clear();
				status('');
			}
		}
	}

	return {
		...api,
		teams: (filter, options) => counted('teams', options, given => api.teams(filter, given)),
		credentials: (place, teamId, options) =>
			counted('stored credentials', options, given => api.credentials(place, teamId, given)),
	};
}

const soFarWords = (counts: ReadonlyMap<string, number>): string =>
	`${[...counts].map(([noun, count]) => `${count.toLocaleString('en')} ${noun}`).join(' and ')} so far…`;
