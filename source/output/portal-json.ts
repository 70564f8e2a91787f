import {filledPage} from '../domain/portal/filling.ts';
import type {PortalStep, Statement} from '../domain/portal/portal.ts';
import {portalFor} from '../domain/portal/portals.ts';
import {titleWords} from '../domain/portal/statements.ts';
import type {Provider} from '../domain/providers/provider.ts';

/** The titles of the steps at a provider's portal, each with where alone it applies. */
export const stepTitles = (provider: Provider): readonly string[] =>
	(portalFor(provider)?.steps ?? []).map(step =>
		step.onlyIn === undefined ? titleWords(step) : `${titleWords(step)} (${step.onlyIn} only)`,
	);

/** One step as JSON: every key always there, null or an empty list where nothing is known. */
export const stepJson = (step: PortalStep): object => ({
	id: step.id,
	title: step.title,
	reported: step.isReported === true,
	onlyIn: step.onlyIn ?? null,
	onlyWith: step.onlyWith ?? null,
	how: step.how.map(statementJson),
	page: step.page === undefined ? null : filledPage(step.page, {}),
	puts: step.puts ? {value: step.puts.value, field: step.puts.field} : null,
	command: step.command ? step.command.join('\n') : null,
	answers: step.answers ?? null,
	right: step.right === undefined ? null : statementJson(step.right),
	traps: (step.traps ?? []).map(statementJson),
});

const statementJson = (statement: Statement): object =>
	typeof statement === 'string'
		? {text: statement, reported: false}
		: {text: statement.reported, reported: true};
