import {valueAt} from '../../domain/body/walk.ts';
import {callbackIn} from '../../domain/callback.ts';
import {endsJob} from '../../domain/outcome.ts';
import type {PlannedSave} from '../../domain/plan.ts';
import {planSave} from '../../domain/plan-save.ts';
import type {ManagementApi, Preparation} from '../../domain/ports.ts';
import {failure, type Problem, type Result, success} from '../../domain/problem.ts';
import {redirectDifference} from '../../domain/values/redirects.ts';
import {byFlag} from '../../domain/values/same.ts';
import {targetWarnings, type Warning} from '../../domain/warnings.ts';
import {type FoundTeam, findTeam} from '../../operations/find-team.ts';
import {readBefore} from '../../operations/read-before.ts';
import {exactFields} from '../flags/exact-flags.ts';
import type {With} from '../flags/required.ts';
import type {Context} from '../shared/scripted.ts';
import type {SetInputs} from './inputs.ts';
import {nothingSent} from './save.ts';

type Planning = {
	readonly planned: PlannedSave;
	/** What is different about the redirect URIs of a document. It is the first to be said. */
	readonly differences: readonly Warning[];
	readonly warnings: readonly Warning[];
};

/** What a save of these inputs would do to what is stored, and what there is to say about that. Writes nothing. */
export async function planOne(
	{signal, values, terminal}: Context,
	api: ManagementApi,
	{environment, region, team: named, provider}: With<'env' | 'region' | 'team' | 'provider'>,
	{answers, redirectUris}: Pick<SetInputs, 'answers' | 'redirectUris'>,
): Promise<Result<Planning>> {
	const place = {environment, region};
	const team = await findTeam(api, named, region, {signal});
	if (!team.ok) return signal.aborted ? failure(nothingSent(signal)) : team;
	const {id, name} = team.value;
	const preparation =
		redirectUris.length > 0
			? await api.prepare(place, {teamId: id, provider: provider.slug}, {signal})
			: undefined;
	if (signal.aborted) return failure(nothingSent(signal));
	if (preparation && !preparation.ok && endsJob(preparation.problem)) return preparation;
	const before = await readBefore(api, place, id, provider.slug, {signal});
	if (signal.aborted) return failure(nothingSent(signal));
	if (!before.ok && endsJob(before.problem)) return before;
	const target = {place, teamId: id, ...(name === undefined ? {} : {teamName: name}), provider};
	const planned = planSave({...target, answers, exactly: byFlag(exactFields(values, provider))}, before);
	if (!planned.ok) return failure(withHint(planned.problem));
	const warnings = [
		...warningsOf(team.value, planned.value),
		...targetWarnings(provider, environment, planned.value.credential.values, terminal.now()),
	];
	const differences = preparation ? differencesFrom(preparation, planned.value, redirectUris) : [];
	return success({planned: planned.value, differences, warnings});
}

/** Compares with what has to be registered, as far as the API tells it. */
function differencesFrom(
	preparation: Result<Preparation>,
	{credential: {values}}: PlannedSave,
	found: readonly string[],
): readonly Warning[] {
	if (!preparation.ok) {
		const message = `The redirect URIs of the document could not be compared with the one to register. ${preparation.problem.message}`;
		return [{code: 'redirect-uris-not-compared', message}];
	}
	const own = [values.redirect_url_override, valueAt(values, ['details', 'redirect_uri'])];
	const texts = own.filter(value => typeof value === 'string');
	const message = redirectDifference(found, callbackIn(preparation.value.steps), texts);
	return message === undefined ? [] : [{code: 'redirect-uri-differs', message}];
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
