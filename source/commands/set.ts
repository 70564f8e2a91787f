import {secretsOfAnswers} from '../domain/body/secrets-of.ts';
import type {Place} from '../domain/credential.ts';
import type {PlannedSave} from '../domain/plan.ts';
import type {FieldProblem, Problem} from '../domain/problem.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {clean} from '../domain/text.ts';
import {fieldWarnings, targetWarnings, type Warning} from '../domain/warnings.ts';
import {type FoundTeam, findTeam} from '../operations/find-team.ts';
import {planSave} from '../operations/plan-save.ts';
import {endsJob, readBefore} from '../operations/read-before.ts';
import {dryRunLines, shownSave} from '../output/dry-run.ts';
import {changedValues} from '../output/plan-words.ts';
import {filledFieldsFrom} from './flags/field-flags.ts';
import {failMissing, type Missing, missingFlag} from './flags/missing.ts';
import {readTarget, type TargetFlags} from './flags/target-flags.ts';
import {checkSources, readInputs, type SetInputs, secretSources} from './set-inputs.ts';
import {interrupted, saveOne} from './set-save.ts';
import {exitCodes} from './shared/exit-codes.ts';
import {type Access, missingFor, openApi} from './shared/organization-access.ts';
import {allowingWords, neededFlags, permissionFrom, refusalOf} from './shared/permissions.ts';
import {checkReport} from './shared/report-file.ts';
import {badFlags, type Context, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';

/** `byoo set`: one credential, without prompts. Whatever is missing or unsafe is said before anything is sent. */
export const set: Run = (argv, terminal) => scripted('set', argv, terminal, run);

type Target = {
	readonly organizationId: string;
	readonly place: Place;
	readonly team: string;
	readonly provider: Provider;
};

async function run(context: Context): Promise<number> {
	const {values, voice} = context;
	const problems: FieldProblem[] = [];
	const flags = readTarget(values, problems);
	const given = filledFieldsFrom(values, flags.provider, problems);
	checkSources(values, flags.provider, problems);
	checkReport(values.report, problems);
	if (problems.length > 0) return voice.fail(badFlags(problems));
	const missing = missingOf(context, flags);
	const {organizationId, environment, region, team, provider} = flags;
	if (missing.length > 0 || !organizationId || !environment || !region || !team || !provider) {
		return failMissing(context, missing);
	}
	const inputs = await readInputs(context, provider, given);
	if (!inputs.ok) return voice.fail(inputs.problem);
	for (const secret of secretsOfAnswers(inputs.value.answers)) context.secrets.add(secret);
	voice.note(...inputs.value.notes.map(({message}) => message));
	const secretVariables = [values['client-secret-env'] ?? []].flat();
	const access = await openApi(context, flags, organizationId, secretVariables);
	if (!access.ok) return voice.fail(access.problem);
	const target = {organizationId, place: {environment, region}, team, provider};
	return plan(context, access.value, target, inputs.value);
}

/** All that is missing at once. What an update keeps is only named beside something else. */
function missingOf(context: Context, flags: TargetFlags): readonly Missing[] {
	const {values} = context;
	const missing: Missing[] = [...missingFor(context, flags, ['org', 'env', 'region', 'team', 'provider'])];
	if (flags.provider?.ownOAuth !== 'practice' && secretSources(values).length === 0) {
		missing.push(missingSecret);
	}
	if (flags.environment === 'production' && values['dry-run'] !== true) {
		if (!values.yes) missing.push(missingFlag('yes'));
		if (!values['confirm-production']) missing.push(missingFlag('confirm-production'));
	}
	if (missing.length > 0 && values['client-id'] === undefined && !values.yes) {
		missing.push(missingFlag('client-id', '; an update keeps the stored one'));
	}
	return missing;
}

const missingSecret: Missing = {
	flag: 'client-secret-stdin',
	field: 'client-secret',
	how: '--client-secret-stdin',
	what: 'the client secret; or by --client-secret-file, --client-secret-env or --client-secret-command',
};

/** Looks at what is stored, and stops where something would be written that was not confirmed. */
async function plan(
	context: Context,
	access: Access,
	target: Target,
	{answers, notes}: SetInputs,
): Promise<number> {
	const {values, voice, signal} = context;
	const {place, provider} = target;
	const team = await findTeam(access.api, target.team, place.region, {signal});
	if (!team.ok) return signal.aborted ? interrupted(context) : voice.fail(team.problem);
	const before = await readBefore(access.api, place, team.value.id, provider.slug, {signal});
	if (signal.aborted) return interrupted(context);
	if (!before.ok && endsJob(before.problem)) return voice.fail(before.problem);
	const named = team.value.name === undefined ? {} : {teamName: team.value.name};
	const planned = planSave({place, teamId: team.value.id, ...named, provider, answers}, before);
	if (!planned.ok) return voice.fail(withHint(planned.problem));
	const warnings = [
		...notes,
		...warningsOf(team.value, planned.value),
		...targetWarnings(provider, place.environment, planned.value.credential.values),
		...fieldWarnings(provider, answers),
	];
	if (values['dry-run']) return showOnly(context, access, planned.value);
	const refusal = refusalOf([planned.value], permissionFrom(values));
	if (refusal) return voice.fail(refusal);
	voice.note(...warnings.slice(notes.length).map(({message}) => `Warning: ${message}`));
	return saveOne(context, access, provider, planned.value, warnings);
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

const dryWords = {
	create: 'a create',
	update: 'an update',
	resend: 'an update of the secret alone',
	save: 'a save',
} as const;

/** The request as it would be sent, and what it would still need. */
function showOnly({voice, values}: Context, {connection}: Access, planned: PlannedSave): number {
	const needed = neededFlags([planned], permissionFrom(values));
	const request = shownSave(connection, planned);
	voice.data(
		() => dryRunLines(request),
		() => ({dryRun: request}),
	);
	voice.note(`A dry run of ${dryWords[planned.action]}: nothing was sent that writes.`);
	voice.note(...planned.changes.map(change => `  ${clean(change.field)}: ${changedValues(change)}`));
	if (needed.length > 0) voice.note(`Without --dry-run it needs ${allowingWords(needed)}.`);
	return exitCodes.done;
}
