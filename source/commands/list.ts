import type {FieldProblem} from '../domain/problem.ts';
import {credentialJson, listLines} from '../output/credential-list.ts';
import {matrixLines} from '../output/matrix-text.ts';
import {failMissing, type Missing} from './flags/missing.ts';
import {required} from './flags/required.ts';
import {readTargetFlags} from './flags/target-flags.ts';
import {exitCodes} from './shared/exit-codes.ts';
import {openApi} from './shared/organization-access.ts';
import {badFlags, type Context, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';
import {placesOf, readStored} from './stored-credentials.ts';

/** `byoo list`: what is set in one environment and region, or with `--all` everywhere, with its gaps. */
export const list: Run = (argv, terminal) => scripted('list', argv, terminal, run);

const orAll = (missing: Missing): Missing =>
	missing.flag === 'env' ? {...missing, what: `${missing.what}; or --all in place of both`} : missing;

async function run(context: Context): Promise<number> {
	const {values, voice} = context;
	const problems: FieldProblem[] = [];
	const flags = readTargetFlags(values, problems, 'key');
	for (const flag of ['env', 'region'] as const) {
		if (!values.all || values[flag] === undefined) continue;
		const message = `--all is for both environments and regions: leave out --${flag}, or --all.`;
		problems.push({field: flag, message});
	}
	if (problems.length > 0) return voice.fail(badFlags(problems));
	const needed = required(context, flags, ['org'], {
		also: values.all ? [] : ['env', 'region'],
		told: missing => missing.map(orAll),
	});
	if (!needed.ok) return failMissing(context, needed.missing);
	const access = await openApi(context, needed.flags);
	if (!access.ok) return voice.fail(access.problem);
	const read = await readStored(context, access.value.api, flags, placesOf(flags));
	if (!read.ok) return voice.fail(read.problem);
	const {credentials, places, isWhole} = read.value;
	const options = {...voice, now: context.terminal.now()};
	voice.data(
		() => (values.all ? matrixLines(credentials, {...options, places}) : listLines(credentials, options)),
		() => ({credentials: credentials.map(credentialJson)}),
	);
	return isWhole ? exitCodes.done : exitCodes.someFailed;
}
