import type {FieldAnswers} from '../../domain/field-values.ts';
import {endsJob} from '../../domain/outcome.ts';
import type {PlannedSave} from '../../domain/plan.ts';
import {planSave} from '../../domain/plan-save.ts';
import type {ManagementApi} from '../../domain/ports.ts';
import {failure, type Problem, type Result, success} from '../../domain/problem.ts';
import {fieldWarnings, targetWarnings, type Warning} from '../../domain/warnings.ts';
import {type FoundTeam, findTeam} from '../../operations/find-team.ts';
import {readBefore} from '../../operations/read-before.ts';
import type {With} from '../flags/required.ts';
import type {Context} from '../shared/scripted.ts';
import {nothingSent} from './save.ts';

type Planning = {readonly planned: PlannedSave; readonly warnings: readonly Warning[]};

/** What a save of these answers would do to what is stored, and what there is to say about that. Writes nothing. */
export async function planOne(
	{signal}: Context,
	api: ManagementApi,
	{environment, region, team: named, provider}: With<'env' | 'region' | 'team' | 'provider'>,
	answers: FieldAnswers,
): Promise<Result<Planning>> {
	const place = {environment, region};
	const team = await findTeam(api, named, region, {signal});
	if (!team.ok) return signal.aborted ? failure(nothingSent(signal)) : team;
	const {id, name} = team.value;
	const before = await readBefore(api, place, id, provider.slug, {signal});
	if (signal.aborted) return failure(nothingSent(signal));
	if (!before.ok && endsJob(before.problem)) return before;
	const target = {place, teamId: id, ...(name === undefined ? {} : {teamName: name}), provider};
	const planned = planSave({...target, answers}, before);
	if (!planned.ok) return failure(withHint(planned.problem));
	const warnings = [
		...warningsOf(team.value, planned.value),
		...targetWarnings(provider, environment, planned.value.credential.values),
		...fieldWarnings(provider, answers),
	];
	return success({planned: planned.value, warnings});
}

/** Which flags give what is missing. */
const withHint = (problem: Problem): Problem => ({
	...problem,
	advice:
		'Give what is named by its flag (details that are secret or unknown by --details-file), then run it again.',
});

function warningsOf({warning}: FoundTeam, {action, before}: PlannedSave): readonly Warning[] {
	return [
		...(warning === undefined ? [] : [{code: 'team-not-listed', message: warning}]),
		...(action === 'save' && !before.ok
			? [
					{
						code: 'stored-unreadable',
						message: `What is stored cannot be read here: fields that are left out may be erased. ${before.problem.message}`,
					},
				]
			: []),
	];
}
