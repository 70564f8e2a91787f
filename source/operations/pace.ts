import {backoff, busyWords, isBusy, pauseAfter} from '../domain/backoff.ts';
import type {ManagementApi, RequestOptions} from '../domain/ports.ts';
import type {Problem, Result} from '../domain/problem.ts';

/** Told when a run slows down, so that it is visible. */
export type Slowing = {readonly seconds: number; readonly because: string; readonly atOnce: number};

export type PaceOptions = {
	/** How many requests may be under way at once. */
	readonly concurrency: number;
	/** Waits that many seconds, or until the signal aborts. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	readonly signal: AbortSignal;
	readonly onSlowing?: (slowing: Slowing) => void;
};

const answersUntilFaster = 10;

/**
The API for a run of many rows, whose requests share one pace. An answer that asks for fewer requests, or tells of
an overload, stops all of them for a while: as long as the server asks, or longer with each such answer in a row. A
single one takes one from how many are sent at once, more of them halve it; good answers bring the pace back.
*/
// One function for all of it, because the counts are one state that nobody else may touch.
export function paced(api: ManagementApi, options: PaceOptions): ManagementApi {
	const {concurrency, wait, signal, onSlowing} = options;
	const waiting: (() => void)[] = [];
	let atOnce = concurrency;
	let active = 0;
	let good = 0;
	let busyInARow = 0;
	let pauses = 0;

	function release(): void {
		while (pauses === 0 && active < atOnce) {
			const next = waiting.shift();
			if (!next) return;
			active += 1;
			next();
		}
	}

	function slowDown({status, ...problem}: Problem): void {
		const asked = 'delaySeconds' in problem ? problem.delaySeconds : undefined;
		const seconds = pauseAfter(busyInARow + 1, backoff.run, asked);
		// What was under way when the first of them came says nothing new.
		if (pauses === 0) atOnce = Math.max(1, busyInARow === 0 ? atOnce - 1 : Math.floor(atOnce / 2));
		busyInARow += 1;
		good = 0;
		pauses += 1;
		onSlowing?.({seconds, because: busyWords(status), atOnce});
		void wait(seconds, signal)
			.catch(() => undefined)
			.then(() => {
				pauses -= 1;
				release();
			});
	}

	function speedUp(): void {
		busyInARow = 0;
		good += 1;
		if (good < answersUntilFaster || atOnce >= concurrency) return;
		good = 0;
		atOnce += 1;
	}

	async function inTurn<Value, Options extends RequestOptions>(
		given: Options,
		send: (options: Options) => Promise<Result<Value>>,
	): Promise<Result<Value>> {
		await new Promise<void>(resolve => {
			waiting.push(resolve);
			release();
		});
		try {
			// The client waits by itself before it repeats a read: the others wait with it.
			const result = await send({
				...given,
				onWaiting(pause) {
					if (isBusy(pause.problem.status)) slowDown(pause.problem);
					given.onWaiting?.(pause);
				},
			});
			if (result.ok) speedUp();
			else if (isBusy(result.problem.status)) slowDown(result.problem);
			return result;
		} finally {
			active -= 1;
			release();
		}
	}

	return {
		organization: given => inTurn(given, one => api.organization(one)),
		teams: (filter, given) => inTurn(given, one => api.teams(filter, one)),
		team: (id, given) => inTurn(given, one => api.team(id, one)),
		createTeam: (team, given) => inTurn(given, one => api.createTeam(team, one)),
		credentials: (place, teamId, given) => inTurn(given, one => api.credentials(place, teamId, one)),
		prepare: (place, target, given) => inTurn(given, one => api.prepare(place, target, one)),
		upsert: (place, credential, given) => inTurn(given, one => api.upsert(place, credential, one)),
		remove: (place, ids, given) => inTurn(given, one => api.remove(place, ids, one)),
		teamToken: (teamId, environment, given) => inTurn(given, one => api.teamToken(teamId, environment, one)),
		scopeRequirements: (teamId, provider, given) =>
			inTurn(given, one => api.scopeRequirements(teamId, provider, one)),
	};
}
