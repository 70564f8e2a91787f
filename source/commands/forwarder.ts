import {type ForwarderKind, forwarderKinds} from '../domain/forwarder.ts';
import type {FieldProblem} from '../domain/problem.ts';
import {listed} from '../domain/text.ts';
import {canShare, forwarderOf} from '../output/forwarders/forwarder.ts';
import type {Values} from './flags/flags.ts';
import {failMissing, missingFlag} from './flags/missing.ts';
import {exitCodes} from './shared/exit-codes.ts';
import {writeForwarder} from './shared/forwarder-file.ts';
import {badFlags, type Context, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';

/** `byoo forwarder`: a file that forwards callbacks to Junction, on standard output or in a folder. No network. */
export const forwarder: Run = (argv, terminal) => scripted('forwarder', argv, terminal, run);

async function run(context: Context): Promise<number> {
	const {values, voice} = context;
	const problems: FieldProblem[] = [];
	const kind = kindIn(values, problems);
	if (values.out?.trim() === '') problems.push({field: 'out', message: '--out takes the name of a folder.'});
	if (problems.length > 0) return voice.fail(badFlags(problems));
	if (kind === undefined) return failMissing(context, [missingFlag(context.command, 'kind')]);
	if (values.out === undefined) {
		voice.text(forwarderOf(kind, values.shared).text);
		return exitCodes.done;
	}
	const written = await writeForwarder(kind, values.out, values.shared);
	if (!written.ok) return voice.fail(written.problem);
	voice.note(`The forwarder is in ${written.value}. At its top it says how to deploy and to try it.`);
	return exitCodes.done;
}

function kindIn({kind: given, shared}: Values, problems: FieldProblem[]): ForwarderKind | undefined {
	const kind = forwarderKinds.find(known => known === given);
	if (given !== undefined && !kind) {
		problems.push({field: 'kind', message: `--kind takes ${listed(forwarderKinds, 'or')}.`});
	}
	if (shared && kind && !canShare(kind)) {
		const message = `Without a module, ${kind} cannot read whose callback it is: --shared takes another --kind. Or leave out --shared, and give Junction addresses of its own.`;
		problems.push({field: 'shared', message});
	}
	return kind;
}
