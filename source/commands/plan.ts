import type {PlannedRow} from '../domain/plan.ts';
import {planJson, planLines} from '../output/plan-words.ts';
import {warningsJson} from '../output/warnings.ts';
import {commandNamed} from './flags/command-table.ts';
import {printedCommand} from './flags/printed-command.ts';
import {liveCheckRows, refusedPairs} from './manifest-live-check.ts';
import {planned} from './manifest-run.ts';
import {exitCodes} from './shared/exit-codes.ts';
import {allowingWords, neededFlags, permissionFrom} from './shared/permissions.ts';
import {type Context, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';

/** `byoo plan FILE`: what applying a manifest would do. Writes nothing. */
export const plan: Run = (argv, terminal) =>
	scripted('plan', argv, terminal, async context => {
		const {values, voice} = context;
		const planning = await planned(context, []);
		if (!planning.ok) return planning.code;
		const {rows, warnings} = planning;
		const checked = await liveCheckRows(context, planning.access, rows);
		if (!checked.ok) return checked.code;
		const {proofs} = checked;
		voice.data(
			() => planLines(rows, {...voice, proofs}),
			() => ({...planJson(rows, proofs), warnings: warningsJson([...warnings, ...checked.warnings])}),
		);
		const refused = refusedPairs(context.operands[0] ?? '', proofs);
		voice.note(...(refused ? [refused.message] : applyingWords(context, rows)));
		if (refused) return exitCodes.failed;
		return values['detailed-exitcode'] && rows.some(isChange) ? exitCodes.found : exitCodes.done;
	});

/** The command that applies the plan, where it takes more than the plan did. */
function applyingWords({values, operands}: Context, rows: readonly PlannedRow[]): readonly string[] {
	const flags = neededFlags(rows, permissionFrom({}));
	if (flags.length === 0) return [];
	const {json: _json, plain: _plain, debug: _debug, ...kept} = values;
	if (flags.length > 8) return [`To apply it, byoo apply needs ${allowingWords(flags)}.`];
	return [`To apply it: ${printedCommand(commandNamed('apply'), {values: kept, operands}, flags)}`];
}

/** Sending the secret anew is no change; where nothing can be read, a save may be one. */
const isChange = ({action}: PlannedRow): boolean => action !== 'resend';
