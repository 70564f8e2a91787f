import {secretsOfAnswers} from '../domain/body/secrets-of.ts';
import type {ManifestRow} from '../domain/manifest.ts';
import type {PlannedRow} from '../domain/plan.ts';
import type {RequestOptions} from '../domain/ports.ts';
import type {FieldProblem} from '../domain/problem.ts';
import type {Warning} from '../domain/warnings.ts';
import {planManifest} from '../operations/plan-manifest.ts';
import {manifestWarningLines} from '../output/warnings.ts';
import {failMissing} from './flags/missing.ts';
import {required, type With} from './flags/required.ts';
import {readTargetFlags} from './flags/target-flags.ts';
import {resolveSecrets, variablesOf} from './manifest-secrets.ts';
import {
	firstOf,
	readManifestFile,
	readShard,
	refusedRows,
	shardOf,
	withOrganization,
} from './manifest-source.ts';
import {type Access, openWith, takeKey, withKeyProblem} from './shared/organization-access.ts';
import {badFlags, type Context} from './shared/scripted.ts';
import {waitingNote} from './shared/waiting.ts';

/** A manifest that was planned and can be applied, or the exit code of what was already said. */
export type Planning =
	| {
			readonly ok: true;
			readonly rows: readonly PlannedRow[];
			readonly access: Access;
			/** All that was said about the rows, for the document. */
			readonly warnings: readonly Warning[];
	  }
	| {readonly ok: false; readonly code: number};

/**
Everything that `plan` and `apply` share: reads the manifest and all its secrets, before the first request, then what
is stored. Whatever is wrong is said, all of it at once, and nothing was written.
*/
export async function planned(context: Context, problems: FieldProblem[]): Promise<Planning> {
	const {values, voice, operands} = context;
	const stop = (code: number): Planning => ({ok: false, code});
	const flags = readTargetFlags(values, problems, 'rows');
	const shard = readShard(values.shard, problems);
	if (operands.length === 0)
		problems.push({field: 'FILE', message: 'Name the manifest, or - for standard input.'});
	if (problems.length > 0) return stop(voice.fail(badFlags(problems)));
	const manifest = await readManifestFile(context, flags);
	if (!manifest.ok) return stop(voice.fail(manifest.problem));
	const forOrganization = withOrganization(manifest.value, flags);
	if (!forOrganization.ok) return stop(voice.fail(forOrganization.problem));
	const needed = required(context, forOrganization.value, ['org']);
	if (!needed.ok) return stop(failMissing(context, needed.missing));
	const {rows} = manifest.value;
	const mine = shardOf(rows, shard);
	const isMine = new Set(mine);
	return lookedUp(context, needed.flags, mine, shard ? rows.filter(row => !isMine.has(row)) : []);
}

async function lookedUp(
	context: Context,
	flags: With<'org'>,
	rows: readonly ManifestRow[],
	others: readonly ManifestRow[],
): Promise<Planning> {
	const {voice, operands, secrets, signal} = context;
	const [file = ''] = operands;
	const stop = (code: number): Planning => ({ok: false, code});
	const variables = variablesOf([...rows, ...others]);
	const resolution = await resolveSecrets(context, rows, variables);
	const key = await takeKey(context, flags, variables);
	if (!resolution.ok) {
		const refusal = refusedRows(file, resolution.problems);
		return stop(voice.fail(signal.aborted ? refusal : withKeyProblem(refusal, key)));
	}
	for (const {answers} of resolution.rows) {
		for (const secret of secretsOfAnswers(answers)) secrets.add(secret);
	}
	voice.note(...firstOf(manifestWarningLines(resolution.warnings)));
	if (!key.ok) return stop(voice.fail(key.problem));
	const access = openWith(context, flags, key.value);
	if (voice.canRedraw) voice.note('Reading what is stored…');
	const options: RequestOptions = {signal, onWaiting: waiting => voice.note(waitingNote(waiting))};
	const plan = await planManifest(access.api, resolution.rows, options, others);
	switch (plan.kind) {
		case 'failed':
			return stop(voice.fail(plan.problem));
		case 'refused':
			return stop(voice.fail(refusedRows(file, plan.problems)));
		case 'planned':
			voice.note(...firstOf(manifestWarningLines(plan.warnings)));
			return {
				ok: true,
				rows: plan.rows,
				access: access,
				warnings: [...resolution.warnings, ...plan.warnings],
			};
	}
}
