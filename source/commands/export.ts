import type {FieldProblem} from '../domain/problem.ts';
import {writeManifest} from '../manifest/write-manifest.ts';
import {failMissing} from './flags/missing.ts';
import {required} from './flags/required.ts';
import {readTargetFlags} from './flags/target-flags.ts';
import {exitCodes} from './shared/exit-codes.ts';
import {openApi} from './shared/organization-access.ts';
import {badFlags, type Context, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';
import {placesOf, readStored} from './stored-credentials.ts';

/** `byoo export`: a manifest of what is stored, on standard output, its secrets as references to fill in. */
export const exportManifest: Run = (argv, terminal) => scripted('export', argv, terminal, run);

async function run(context: Context): Promise<number> {
	const {values, voice} = context;
	const problems: FieldProblem[] = [];
	const flags = readTargetFlags(values, problems, 'key');
	if (problems.length > 0) return voice.fail(badFlags(problems));
	const needed = required(context, flags, ['org']);
	if (!needed.ok) return failMissing(context, needed.missing);
	const access = await openApi(context, needed.flags);
	if (!access.ok) return voice.fail(access.problem);
	const read = await readStored(context, access.value.api, flags, placesOf(flags));
	if (!read.ok) return voice.fail(read.problem);
	const {credentials, isWhole} = read.value;
	const {text, variables, leftOut} = writeManifest(
		needed.flags.organizationId,
		credentials,
		values.json ? 'json' : 'yaml',
	);
	voice.text(text);
	if (variables.length > 0) {
		const what = variables.length === 1 ? '1 secret is' : `${variables.length} secrets are`;
		voice.note(`${what} named as environment variables, since none can be read back. Set them before apply.`);
	}
	if (leftOut.length > 0) voice.note(`Left out, since no row can name them: ${leftOut.join(', ')}.`);
	return isWhole && leftOut.length === 0 ? exitCodes.done : exitCodes.someFailed;
}
