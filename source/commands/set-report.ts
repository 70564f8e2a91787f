import type {SaveOutcome} from '../domain/outcome.ts';
import type {PlannedSave} from '../domain/plan.ts';
import type {Connection} from '../domain/ports.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {nextSteps, proofWords} from '../output/saved-words.ts';
import {reportTo} from './report-file.ts';
import type {Context} from './scripted.ts';

type SavedOne = {
	readonly connection: Connection;
	readonly planned: PlannedSave;
	readonly outcome: Extract<SaveOutcome, {kind: 'confirmed'}>;
	readonly provider: Provider;
};

/** Writes the page about a save, where `--report` asks for one. */
export async function reportSaved(
	{values, voice}: Context,
	{connection, planned, outcome, provider}: SavedOne,
): Promise<void> {
	if (values.report === undefined) return;
	const {generation, url, organizationId} = connection;
	const {place, credential, teamName} = planned;
	const named = teamName === undefined ? {} : {teamName};
	const said = await reportTo(values.report, {
		handOff: {generation, url, isDemo: false, organizationId, place, credential, ...named},
		outcome,
		at: new Date().toISOString(),
		provider,
		proof: proofWords(outcome),
		openSteps: nextSteps(provider),
	});
	voice.note(said);
}
