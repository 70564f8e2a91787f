import type {Region, Team} from './credential.ts';
import type {Problem, Result} from './problem.ts';
import {isForbidden} from './problem.ts';
import {isIn} from './team-choice.ts';
import {clean} from './text.ts';

/**
What a look at one team by its ID says of the key and the team:

- `found`: the key may read it
- `unproved`: nobody can say, and the job goes on
- `elsewhere`: it lives in another region than the one that is meant
- `refused`: the key is not accepted, or not of this team
- `failed`: no answer that tells anything; another try may help
*/
export type TeamProof =
	| {readonly kind: 'found'; readonly team: Team}
	| {readonly kind: 'unproved'; readonly note: string}
	| {readonly kind: 'elsewhere'; readonly region: string}
	| {readonly kind: 'refused'; readonly problem: Problem}
	| {readonly kind: 'failed'; readonly problem: Problem};

/** What the answer to `GET …/team/{team_id}` comes to. Of another team than the one that was asked for nothing counts. */
export function proofOf(id: string, region: Region | undefined, looked: Result<Team>): TeamProof {
	if (looked.ok) {
		const team = looked.value;
		if (team.id.toLowerCase() !== id.toLowerCase()) return {kind: 'unproved', note: anotherTeam};
		return isIn(team, region)
			? {kind: 'found', team}
			: {kind: 'elsewhere', region: clean(team.region ?? '', 20)};
	}
	const {problem} = looked;
	if (problem.kind === 'unavailable') return {kind: 'unproved', note: notTold};
	if (problem.kind !== 'reauthenticate') return {kind: 'failed', problem};
	return {kind: 'refused', problem: isForbidden(problem) ? notOfTeam(problem) : problem};
}

const anotherTeam = 'The API describes another team than the one with this ID.';
const notTold = 'The API tells nothing of this team: there may be none with this ID.';

const notOfTeam = ({message: _message, advice: _advice, ...problem}: Problem): Problem =>
	({
		...problem,
		message: 'This key does not belong to this team (403).',
		advice:
			'Check the team’s ID and the organization; if they are right, use a management key of this team or of its organization.',
	}) as Problem;
