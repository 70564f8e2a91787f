import {randomUUID} from 'node:crypto';
import type {NewTeam} from '../domain/credential.ts';
import {type FieldProblem, isForbidden, type Problem} from '../domain/problem.ts';
import {teamNameOf, teamNameProblem} from '../domain/team-name.ts';
import {isPlaceholder} from '../domain/text.ts';
import {createTeam} from '../operations/create-team.ts';
import {teamsCommandFor} from '../output/command.ts';
import {createdTeamLines, teamJson, teamLines, teamsJson} from '../output/team-table.ts';
import {failMissing, type Missing, missingFlag} from './flags/missing.ts';
import {required} from './flags/required.ts';
import {readTargetFlags, type TargetFlags} from './flags/target-flags.ts';
import {exitCodes} from './shared/exit-codes.ts';
import {openApi} from './shared/organization-access.ts';
import {badFlags, type Context, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';
import {waitingNote} from './shared/waiting.ts';
import {meantBy} from './unknown.ts';

/** `byoo teams`: the teams of the organization, and `create`, which makes one. Never without `--yes`. */
export const teams: Run = (argv, terminal) => scripted('teams', argv, terminal, run);

async function run(context: Context): Promise<number> {
	const {values, operands, voice} = context;
	const [verb] = operands;
	const problems: FieldProblem[] = [];
	const flags = readTargetFlags(values, problems, 'key');
	if (verb !== undefined && verb !== 'create') problems.push(unknownVerb(verb));
	if (verb === undefined) {
		for (const name of ['name', 'yes'] as const) {
			if (values[name] === undefined) continue;
			problems.push({field: name, message: `--${name} is for byoo teams create.`});
		}
	}
	const wrong = values.name === undefined ? undefined : nameProblem(values.name);
	if (wrong !== undefined) problems.push({field: 'name', message: wrong});
	if (problems.length > 0) return voice.fail(badFlags(problems));
	return verb === undefined ? list(context, flags) : create(context, flags);
}

const unknownVerb = (verb: string): FieldProblem => ({
	field: 'teams',
	message: `byoo teams takes nothing, or create.${meantBy(verb, ['create'], 'byoo teams')}`,
});

const nameProblem = (name: string): string | undefined =>
	isPlaceholder(name) ? '--name takes the name of the team.' : teamNameProblem(name);

async function list(context: Context, flags: TargetFlags): Promise<number> {
	const {voice, signal, terminal} = context;
	const needed = required(context, flags, ['org']);
	if (!needed.ok) return failMissing(context, needed.missing);
	const access = await openApi(context, needed.flags);
	if (!access.ok) return voice.fail(access.problem);
	const {region} = flags;
	const onWaiting = (waiting: Parameters<typeof waitingNote>[0]) => voice.note(waitingNote(waiting));
	const listing = await access.value.api.teams(region === undefined ? {} : {region}, {signal, onWaiting});
	if (!listing.ok) return voice.fail(ofOrganization(listing.problem));
	const {rows, warning} = listing.value;
	if (warning !== undefined) voice.note(warning);
	voice.data(
		() => teamLines(rows, {...voice, now: terminal.now()}),
		() => teamsJson(rows),
	);
	return warning === undefined ? exitCodes.done : exitCodes.someFailed;
}

const ofOrganization = (problem: Problem): Problem =>
	isForbidden(problem)
		? {
				...problem,
				advice: `A team’s management key may not list teams; the other commands take its team by --team ID. ${problem.advice}`,
			}
		: problem;

async function create(context: Context, flags: TargetFlags): Promise<number> {
	const {values, voice, signal, terminal} = context;
	const needed = required(context, flags, ['org', 'region'], {
		told: missing => withOthersMissing(context, missing),
	});
	if (!needed.ok) return failMissing(context, needed.missing);
	if (!values.yes) return voice.fail(unconfirmed);
	const access = await openApi(context, needed.flags);
	if (!access.ok) return voice.fail(access.problem);
	const {api, connection} = access.value;
	const {region} = needed.flags;
	const team: NewTeam = {id: randomUUID(), name: teamNameOf(values.name ?? ''), region};
	const creation = await createTeam(api, team, {
		signal,
		wait: terminal.wait,
		onWaiting: waiting => voice.note(waitingNote(waiting)),
	});
	switch (creation.kind) {
		case 'created':
			voice.receipt(
				`The team was created all the same, with the ID ${creation.team.id}.`,
				() => createdTeamLines(creation.team),
				() => ({team: teamJson(creation.team)}),
			);
			return exitCodes.done;
		case 'failed':
			return voice.fail(creation.problem);
		case 'uncertain': {
			const {problem} = creation;
			const look = `Its ID would be ${team.id}. Check with: ${teamsCommandFor(connection, region)}`;
			return voice.fail({...problem, advice: `${problem.advice} ${look}`});
		}
	}
}

/** All that is missing at once. */
function withOthersMissing(
	{command, values}: Context,
	missingOfTarget: readonly Missing[],
): readonly Missing[] {
	const missing = [...missingOfTarget, ...(values.name === undefined ? [missingFlag(command, 'name')] : [])];
	return missing.length > 0 && !values.yes ? [...missing, missingFlag(command, 'yes')] : missing;
}

const unconfirmed: Problem = {
	kind: 'correct',
	message: 'This creates a team, and byoo cannot undo that. Nothing was sent.',
	advice: 'If it is meant, add --yes.',
	fields: [{field: 'yes', message: 'This needs --yes.'}],
};
