import {secretsOfAnswers} from '../../domain/body/secrets-of.ts';
import type {FieldProblem} from '../../domain/problem.ts';
import {strictWords} from '../../domain/values/answer-notes.ts';
import {filledFieldsFrom} from '../flags/field-flags.ts';
import {failMissing, type Missing, missingFlag} from '../flags/missing.ts';
import {required} from '../flags/required.ts';
import {readTargetFlags, type TargetFlags} from '../flags/target-flags.ts';
import {openWith, takeKey, withKeyProblem} from '../shared/organization-access.ts';
import {permissionFrom, refusalOf} from '../shared/permissions.ts';
import {checkReport} from '../shared/report-file.ts';
import {badFlags, type Context, scripted} from '../shared/scripted.ts';
import type {Run} from '../shared/terminal.ts';
import {about} from './given.ts';
import {readInputs} from './inputs.ts';
import {liveCheck} from './live-check.ts';
import {planOne} from './planning.ts';
import {saveOne} from './save.ts';
import {sayDryRun, sayEnding, sayWarnings} from './say.ts';
import {checkSources, hasSecretSource} from './sources.ts';

/** `byoo set`: one credential, without prompts. Whatever is missing or unsafe is said before anything is sent. */
export const set: Run = (argv, terminal) => scripted('set', argv, terminal, run);

async function run(context: Context): Promise<number> {
	const {values, voice} = context;
	const problems: FieldProblem[] = [];
	const flags = readTargetFlags(values, problems);
	// They are told together with what the other inputs are doubted for, once those are read.
	const doubts: FieldProblem[] = [];
	const given = filledFieldsFrom(values, flags.provider, doubts);
	checkSources(context, flags.provider, problems);
	checkReport(values.report, problems);
	if (problems.length > 0) return voice.fail(badFlags([...problems, ...doubts]));
	const needed = required(context, flags, ['org', 'env', 'region', 'team', 'provider'], {
		told: missing => withOthersMissing(context, flags, missing),
	});
	if (!needed.ok) {
		return doubts.length > 0 ? voice.fail(badFlags(doubts)) : failMissing(context, needed.missing);
	}

	const inputs = await readInputs(context, needed.flags.provider, given, doubts);
	const key = await takeKey(context, needed.flags, [values['client-secret-env'] ?? []].flat());
	if (!inputs.ok)
		return voice.fail(context.signal.aborted ? inputs.problem : withKeyProblem(inputs.problem, key));
	if (!key.ok) return voice.fail(key.problem);
	for (const secret of secretsOfAnswers(inputs.value.answers)) context.secrets.add(secret);

	const access = openWith(context, needed.flags, key.value);
	const planning = await planOne(context, access.api, needed.flags, inputs.value);
	if (!planning.ok) {
		sayWarnings(voice, inputs.value.notes);
		return voice.fail(planning.problem);
	}
	const {planned, differences} = planning.value;
	const wrong = values.strict ? differences.filter(({code}) => code === 'redirect-uri-differs') : [];
	if (wrong.length > 0) {
		return voice.fail(badFlags(wrong.map(({message}) => about('from', `${message} ${strictWords}`))));
	}
	const warnings = [...differences, ...inputs.value.notes, ...planning.value.warnings];
	sayWarnings(voice, warnings);
	const refusal = values['dry-run'] ? undefined : refusalOf([planned], permissionFrom(values));
	if (refusal) return voice.fail(refusal);
	const checked = await liveCheck(context, access, planned);
	if (!checked.ok) return checked.code;
	const told = [...warnings, ...checked.warnings];
	const saving = {planned, provider: needed.flags.provider, warnings: told, proofs: checked.proofs};
	if (values['dry-run']) return sayDryRun(context, access, saving);
	return sayEnding(context, access, await saveOne(context, access.api, planned), saving);
}

/** All that is missing at once. What an update keeps is only named beside something else. */
function withOthersMissing(
	{command, values}: Context,
	{provider, environment}: TargetFlags,
	missingOfTarget: readonly Missing[],
): readonly Missing[] {
	const missing = [...missingOfTarget];
	if (provider?.ownOAuth !== 'practice' && !hasSecretSource(values)) missing.push(missingSecret);
	if (environment === 'production' && values['dry-run'] !== true) {
		if (!values.yes) missing.push(missingFlag(command, 'yes'));
		if (!values['confirm-production']) missing.push(missingFlag(command, 'confirm-production'));
	}
	if (missing.length > 0 && values['client-id'] === undefined && !values.from && !values.yes) {
		missing.push(missingFlag(command, 'client-id', '; an update keeps the stored one'));
	}
	return missing;
}

const missingSecret: Missing = {
	flag: 'client-secret-stdin',
	field: 'client-secret',
	how: '--client-secret-stdin',
	what: 'the client secret; or by --client-secret-file, --client-secret-env, --client-secret-command, or in a document by --from',
};
