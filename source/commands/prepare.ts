import type {FieldProblem} from '../domain/problem.ts';
import {findTeam} from '../operations/find-team.ts';
import {preparationJson, preparationLines} from '../output/preparation-text.ts';
import {failMissing} from './flags/missing.ts';
import {readTarget} from './flags/target-flags.ts';
import {exitCodes} from './shared/exit-codes.ts';
import {missingFor, openApi} from './shared/organization-access.ts';
import {badFlags, type Context, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';

/** `byoo prepare`: what must be registered at the provider before its credential works. Stores nothing. */
export const prepare: Run = (argv, terminal) => scripted('prepare', argv, terminal, run);

async function run(context: Context): Promise<number> {
	const {values, voice, signal} = context;
	const problems: FieldProblem[] = [];
	const flags = readTarget(values, problems);
	if (problems.length > 0) return voice.fail(badFlags(problems));
	const missing = missingFor(context, flags, ['org', 'env', 'region', 'team', 'provider']);
	const {organizationId, environment, region, team, provider} = flags;
	if (missing.length > 0 || !organizationId || !environment || !region || !team || !provider) {
		return failMissing(context, missing);
	}
	const access = await openApi(context, flags, organizationId);
	if (!access.ok) return voice.fail(access.problem);
	const {api} = access.value;
	const found = await findTeam(api, team, region, {signal});
	if (!found.ok) return voice.fail(found.problem);
	const target = {teamId: found.value.id, provider: provider.slug};
	const preparation = await api.prepare({environment, region}, target, {signal});
	if (!preparation.ok) return voice.fail(preparation.problem);
	voice.data(
		() => preparationLines(preparation.value, provider),
		() => preparationJson(preparation.value),
	);
	return exitCodes.done;
}
