import {callbackIn} from '../domain/callback.ts';
import type {FieldAnswer} from '../domain/field-values.ts';
import type {RedirectCheck, RedirectTarget} from '../domain/ports.ts';
import type {FieldProblem} from '../domain/problem.ts';
import {registrationAt} from '../domain/registration.ts';
import {findTeam} from '../operations/find-team.ts';
import {
	preparationJson,
	preparationLines,
	redirectCheckJson,
	redirectCheckLines,
} from '../output/preparation-words.ts';
import {filledFieldsFrom} from './flags/field-flags.ts';
import {failMissing} from './flags/missing.ts';
import {required} from './flags/required.ts';
import {readTargetFlags} from './flags/target-flags.ts';
import {exitCodes} from './shared/exit-codes.ts';
import {openApi, takeKey, withKeyProblem} from './shared/organization-access.ts';
import {hasKey} from './shared/organization-keys.ts';
import {redirectChecking} from './shared/redirect-checking.ts';
import {badFlags, type Context, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';

/**
`byoo prepare`: what must be registered at the provider before its credential works, and whether a redirect
endpoint of one's own forwards as it must. Stores nothing.
*/
export const prepare: Run = (argv, terminal) => scripted('prepare', argv, terminal, run);

async function run(context: Context): Promise<number> {
	const {values, voice, signal} = context;
	const problems: FieldProblem[] = [];
	const flags = readTargetFlags(values, problems);
	const {'redirect-url-override': override} = filledFieldsFrom(values, flags.provider, problems);
	if (problems.length > 0) {
		const key = hasKey(values, context.terminal, flags.generation)
			? await takeKey(context, flags)
			: undefined;
		return voice.fail(withKeyProblem(badFlags(problems), key));
	}
	const needed = required(context, flags, ['org', 'env', 'region', 'team', 'provider']);
	if (!needed.ok) return failMissing(context, needed.missing);
	const access = await openApi(context, needed.flags);
	if (!access.ok) return voice.fail(access.problem);
	const {environment, region, team, provider} = needed.flags;
	const {api} = access.value;
	const found = await findTeam(api, team, region, {signal});
	if (!found.ok) return voice.fail(found.problem);
	const target = {teamId: found.value.id, provider: provider.slug};
	const preparation = await api.prepare({environment, region}, target, {signal});
	if (!preparation.ok) return voice.fail(preparation.problem);
	const check = await checkOf(context, override, {
		environment,
		region,
		callback: callbackIn(preparation.value.steps),
	});
	const registration = registrationAt(preparation.value, provider, environment);
	voice.data(
		() => [
			...preparationLines(registration, provider),
			...(check ? redirectCheckLines(check, voice.paint) : []),
		],
		() => ({...preparationJson(registration), ...(check && redirectCheckJson(check))}),
	);
	return check && check.deviations.length > 0 ? exitCodes.failed : exitCodes.done;
}

/** A try of the endpoint, where one is named. */
async function checkOf(
	{terminal, signal}: Context,
	override: FieldAnswer | undefined,
	target: RedirectTarget,
): Promise<RedirectCheck | undefined> {
	if (override?.kind !== 'given' || typeof override.value !== 'string') return undefined;
	return redirectChecking(terminal)(override.value, target, {signal});
}
