import type {Team} from '../../source/domain/credential.ts';
import type {Listing, ManagementApi} from '../../source/domain/ports.ts';
import type {Result} from '../../source/domain/problem.ts';

type Options = Parameters<ManagementApi['teams']>[1];

/** A list of teams whose pages come when the test says so. What is asked with a region is not it. */
export function fillingTeams() {
	const asked: {readonly options: Options; readonly end: (result: Result<Listing<Team>>) => void}[] = [];
	const last = () => asked.at(-1);
	return {
		teams: (_filter: object, options: Options): Promise<Result<Listing<Team>>> =>
			new Promise(resolve => asked.push({options, end: resolve})),
		asked: (): number => asked.length,
		/** One page, while another follows. */
		page: (...rows: readonly Team[]): void => last()?.options.onPage?.(rows),
		/** The server asks for a pause. */
		pause: (seconds: number): void =>
			last()?.options.onWaiting?.({
				attempt: 2,
				seconds,
				because: 'the server is busy',
				problem: {kind: 'retry', message: 'It is busy.', advice: 'Wait.', status: 429},
			}),
		end: (result: Result<Listing<Team>>): void => last()?.end(result),
		isAborted: (): boolean => last()?.options.signal.aborted ?? false,
	};
}
