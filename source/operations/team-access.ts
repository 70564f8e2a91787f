import type {RequestOptions} from '../domain/ports.ts';
import {failure, type Result, success} from '../domain/problem.ts';
import type {JunctionApi, NotedUser, ProofWorld} from '../domain/proof/ports.ts';
import type {TeamToken} from '../domain/proof/team.ts';

/** Junction's API for a team, with a token that is there as long as it is needed. */
export type TeamAccess = {
	/** Gets a token where there is none yet. */
	open(options: RequestOptions): Promise<Result<JunctionApi>>;
	/** Asks. Where a token that was good before is refused, it ended, and a new one is tried. */
	ask<Value>(
		call: (junction: JunctionApi) => Promise<Result<Value>>,
		options: RequestOptions,
	): Promise<Result<Value>>;
};

/** A token that ends within this time is not begun with, in milliseconds. */
const marginMilliseconds = 5000;

export function teamAccess(
	world: ProofWorld,
	{place, teamId, junctionUrl}: Pick<NotedUser, 'place' | 'teamId' | 'junctionUrl'>,
): TeamAccess {
	const {tokens, api, connectJunction, now} = world;
	const key = `${place.environment}/${teamId.toLowerCase()}`;
	const at = ({secret}: TeamToken) => connectJunction({url: junctionUrl, token: secret});
	const known = (): TeamToken | undefined => {
		const token = tokens.get(key);
		return token && token.endsAt - marginMilliseconds > now().getTime() ? token : undefined;
	};
	const renewed = async (options: RequestOptions): Promise<Result<TeamToken>> => {
		const token = await api.teamToken(teamId, place.environment, options);
		if (token.ok) tokens.set(key, token.value);
		return token;
	};
	return {
		async open(options) {
			const token = known();
			const given = token ? success(token) : await renewed(options);
			return given.ok ? success(at(given.value)) : given;
		},
		async ask(call, options) {
			const token = known();
			if (token) {
				const answer = await call(at(token));
				if (answer.ok || answer.problem.status !== 401) return answer;
				tokens.delete(key);
			}
			const fresh = await renewed(options);
			if (!fresh.ok) return failure(fresh.problem);
			const answer = await call(at(fresh.value));
			if (!answer.ok && answer.problem.status === 401) tokens.delete(key);
			return answer;
		},
	};
}
