import {callbackIn} from '../domain/callback.ts';
import type {FieldAnswer} from '../domain/field-values.ts';
import {type ChecklistContext, checklistFor} from '../domain/portal/checklist.ts';
import type {Preparation, RedirectCheck, RedirectTarget} from '../domain/ports.ts';
import type {FieldProblem, Result} from '../domain/problem.ts';
import {registrationAt} from '../domain/registration.ts';
import {type FoundTeam, findTeam} from '../operations/find-team.ts';
import {
	preparationJson,
	preparationLines,
	redirectCheckJson,
	redirectCheckLines,
} from '../output/preparation-words.ts';
import {leftOutWords} from '../output/steps-lines.ts';
import {stepsPage} from '../output/steps-page.ts';
import {filledFieldsFrom} from './flags/field-flags.ts';
import {failMissing} from './flags/missing.ts';
import {required} from './flags/required.ts';
import {readTargetFlags} from './flags/target-flags.ts';
import {exitCodes} from './shared/exit-codes.ts';
import {openApi, takeKey, withKeyProblem} from './shared/organization-access.ts';
import {hasKey} from './shared/organization-keys.ts';
import {redirectChecking} from './shared/redirect-checking.ts';
import {checkPage, pageTo} from './shared/report-file.ts';
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
	checkPage('steps', values.steps, problems);
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
	const checklist = contextOf({provider, environment, region}, preparation, override);
	if (preparation.ok || preparation.problem.kind === 'unavailable') {
		await writeSteps(context, checklist, needed.flags.organizationId, found.value);
	}
	if (!preparation.ok) return voice.fail(preparation.problem);
	const {leftOut} = preparation.value;
	if (leftOut !== undefined) voice.note(leftOutWords(leftOut));
	const check = await checkOf(context, override, {
		environment,
		region,
		callback: callbackIn(preparation.value.steps),
	});
	const registration = registrationAt(preparation.value, provider, environment, checklist.redirectOverride);
	voice.data(
		() => [
			...preparationLines(registration, provider, checklistFor(checklist), voice),
			...(check ? redirectCheckLines(check, voice.paint) : []),
		],
		() => ({...preparationJson(registration), ...(check && redirectCheckJson(check))}),
	);
	return check && check.deviations.length > 0 ? exitCodes.failed : exitCodes.done;
}

function contextOf(
	place: Pick<ChecklistContext, 'provider' | 'environment' | 'region'>,
	preparation: Result<Preparation>,
	override: FieldAnswer | undefined,
): ChecklistContext {
	const address = override?.kind === 'given' ? override.value : undefined;
	return {
		...place,
		...(preparation.ok ? preparedIn(preparation.value) : {}),
		...(typeof address === 'string' ? {redirectOverride: address} : {}),
	};
}

const preparedIn = ({steps, leftOut}: Preparation): Pick<ChecklistContext, 'prepared' | 'leftOut'> => ({
	prepared: steps,
	...(leftOut === undefined ? {} : {leftOut}),
});

/** Writes the page for whoever is at the portal, where one is asked for. It does without an API that offers it. */
async function writeSteps(
	{values, voice, signal, terminal}: Context,
	context: ChecklistContext,
	organizationId: string,
	team: FoundTeam,
): Promise<void> {
	if (values.steps === undefined || signal.aborted) return;
	const input = {context, organizationId, teamId: team.id, teamName: team.name};
	const text = stepsPage({...input, at: terminal.now().toISOString(), ticked: new Set()});
	voice.note(await pageTo('steps', values.steps, text));
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
