import {fieldsOf} from '../domain/fields.ts';
import {
	type ChecklistContext,
	type ChecklistStep,
	checklistFor,
	type Placed,
} from '../domain/portal/checklist.ts';
import {portalFor} from '../domain/portal/portals.ts';
import {statementAfter, statementWords, titleWords} from '../domain/portal/statements.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {listed, lowerFirst} from '../domain/text.ts';
import {blockOf, pageName, plain, row} from './markdown.ts';
import {fieldWords, leftOutWords, missingWords, openNames, shownValue} from './steps-lines.ts';

export type StepsPageInput = {
	readonly context: ChecklistContext;
	readonly organizationId: string;
	readonly organizationName?: string | undefined;
	readonly teamId: string;
	readonly teamName?: string | undefined;
	/** When it was written, as an ISO 8601 time. */
	readonly at: string;
	/** The IDs of the steps that are done. */
	readonly ticked: ReadonlySet<string>;
};

/** A file's name for the page: `byoo-steps-strava-runners-sandbox-us.md`. */
export const stepsName = ({context, teamId, teamName}: StepsPageInput): string =>
	pageName([
		'byoo-steps',
		context.provider.slug,
		teamName ?? teamId,
		context.environment,
		context.region ?? '',
	]);

/**
A page of Markdown for the person at the provider's portal, who has nothing else: what to do, with all values and
links; what is open, whose turn it is and how to try it. It holds no secret, because nobody has one yet.
*/
export function stepsPage(input: StepsPageInput): string {
	const {context, organizationId, organizationName, teamId, teamName, at, ticked} = input;
	const {provider, environment, region} = context;
	const steps = checklistFor(context);
	return [
		`# Register ${plain(provider.name)} for ${plain(teamName ?? teamId)}, ${environment}`,
		'',
		`Junction is to read ${plain(provider.name)} data through an application of your own. This page says what to do for that at the provider, in order, with every value that has to be entered. Tick a box once its step is done.`,
		'',
		'| | |',
		'|---|---|',
		row('Organization', `${organizationName ?? ''} ${organizationId}`),
		row('Team', `${teamName ?? ''} ${teamId}`),
		row('Environment', environment),
		...(region === undefined ? [] : [row('Region', region)]),
		row('Provider', `${provider.name} (${provider.slug})`),
		row('Written at', at),
		'',
		'## Whose turn it is',
		'',
		...turnWords(provider, steps, ticked),
		'',
		...stepsSection(context, ticked),
		...trialSection(provider),
	].join('\n');
}

function turnWords(
	provider: Provider,
	steps: readonly ChecklistStep[],
	ticked: ReadonlySet<string>,
): readonly string[] {
	const next = steps.find(({id}) => !ticked.has(id));
	const fields = fieldsOf(provider).filter(({isRequired}) => isRequired);
	return [
		next
			? `Yours, at the provider: begin with step ${steps.indexOf(next) + 1}.`
			: 'Every step is ticked: it is the turn of whoever runs byoo.',
		'',
		`Then whoever runs byoo needs the ${listed(fields.map(({title}) => lowerFirst(title)))}. Hand secrets over in a password manager, never by mail or chat. Once they are saved, it is tried with one user.`,
	];
}

/** The steps with boxes, and what of them is open. Nothing where no step is known. */
export function stepsSection(context: ChecklistContext, ticked: ReadonlySet<string>): readonly string[] {
	const steps = checklistFor(context);
	if (steps.length === 0) return [];
	return [
		`## At ${plain(portalFor(context.provider)?.place ?? context.provider.name)}`,
		'',
		preparedWords(context),
		'',
		...steps.flatMap((step, index) => boxOf(step, index + 1, ticked.has(step.id))),
		...openSection(steps, ticked),
	];
}

function preparedWords({prepared, leftOut = 0}: ChecklistContext): string {
	if (!prepared) return 'Junction was not asked for its values here: what byoo prepare names counts more.';
	if (leftOut > 0) return leftOutWords(leftOut);
	return prepared.length > 0
		? 'The values are those that Junction’s API names for this team.'
		: 'Junction’s API names nothing more to register for this team.';
}

const indent = '  ';

function boxOf(step: ChecklistStep, number: number, isTicked: boolean): readonly string[] {
	const paragraphs: readonly (readonly string[])[] = [
		step.page === undefined ? [] : [`Page: <${step.page}>`],
		[step.how.map(statement => plain(statementWords(statement))).join(' ')],
		...step.puts.flatMap(placed => [[placeOf(placed)], blockOf(shownValue(placed).join('\n'))]),
		step.command ? blockOf(step.command.text) : [],
		openNames(step).map(words => `- ${plain(words)}`),
		step.answered === undefined ? [] : [`Known already: ${plain(step.answered)}`],
		step.right === undefined ? [] : [plain(statementAfter('Right when', step.right))],
		step.traps.map(trap => `- ${plain(statementAfter('Mind', trap))}`),
	];
	return [
		`- [${isTicked ? 'x' : ' '}] **${number}. ${plain(titleWords(step))}**`,
		...paragraphs
			.filter(lines => lines.some(line => line.trim() !== ''))
			.flatMap(lines => ['', ...lines.map(line => `${indent}${line}`)]),
		'',
	];
}

/** The field that a value goes into, or that it is not known yet. */
const placeOf = (placed: Placed): string =>
	`Into **${plain(fieldWords(placed))}**: ${plain(missingWords(placed))}`.trimEnd();

function openSection(steps: readonly ChecklistStep[], ticked: ReadonlySet<string>): readonly string[] {
	const count = steps.filter(({id}) => !ticked.has(id)).length;
	const values = steps.flatMap((step, index) =>
		step.puts
			.filter(({value}) => value === undefined)
			.map(placed => `- Step ${index + 1}, ${plain(fieldWords(placed))}: ${plain(missingWords(placed))}`),
	);
	const names = new Set(steps.flatMap(openNames));
	return [
		'## What is open',
		'',
		`- ${count === 0 ? 'No step' : `${count} of ${steps.length} steps`}.`,
		...values,
		...[...names].map(words => `- In the commands: ${plain(lowerFirst(words))}`),
		'',
	];
}

/** How to try it with one user, once it is saved. */
export function trialSection(provider: Provider): readonly string[] {
	const trial = portalFor(provider)?.trial ?? [];
	if (trial.length === 0) return [];
	return [
		'## Once it is saved: try it with one user',
		'',
		...trial.map(statement => `- ${plain(statementWords(statement))}`),
		'',
	];
}
