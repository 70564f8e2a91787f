import type {ChecklistStep, Placed} from '../domain/portal/checklist.ts';
import {placeholderWords} from '../domain/portal/filling.ts';
import {statementAfter, statementWords, titleWords} from '../domain/portal/statements.ts';
import {visible} from '../domain/text.ts';
import type {Paint} from './paint.ts';
import {prose} from './wrapping.ts';

const indent = '   ';

/** The steps at a portal for a person, numbered; what is to be copied stands on lines of its own. */
export const checklistLines = (
	steps: readonly ChecklistStep[],
	{width, paint}: {readonly width: number; readonly paint: Paint},
): readonly string[] =>
	steps.flatMap((step, index) => [
		'',
		...prose(`${index + 1}. ${titleWords(step)}`, width, indent).map(line => paint(line, 'strong')),
		...linesOf(step, width),
	]);

function linesOf(step: ChecklistStep, width: number): readonly string[] {
	const said = (text: string) => prose(`${indent}${text}`, width, indent);
	return [
		...(step.page === undefined ? [] : [`${indent}${step.page}`]),
		...step.how.flatMap(statement => said(statementWords(statement))),
		...step.puts.flatMap(placed => [
			...said(`${fieldWords(placed)}: ${missingWords(placed)}`),
			...valueLines(placed),
		]),
		...(step.command ? step.command.text.split('\n').map(line => `${indent}  ${line}`) : []),
		...openNames(step).flatMap(said),
		...(step.answered === undefined ? [] : said(`Known already: ${visible(step.answered)}`)),
		...(step.right === undefined ? [] : said(statementAfter('Right when', step.right))),
		...step.traps.flatMap(trap => said(statementAfter('Mind', trap))),
	];
}

/** The field that a value belongs in. */
export const fieldWords = ({field, label}: Placed): string =>
	label === undefined ? field : `${field} (${label})`;

/** What is said of a value that is not known yet. */
export const missingWords = ({missing}: Placed): string =>
	missing === undefined ? '' : `still open, ${missing}.`;

/** What is said where not all that the API named can be shown. */
export const leftOutWords = (count: number): string =>
	`Junction’s API named ${count} more ${count === 1 ? 'value that is' : 'values that are'} not here: too many, or not safe to copy. Ask Junction for what is missing.`;

/** The lines of a value, as they may be shown. */
export const shownValue = ({value}: Placed): readonly string[] =>
	value === undefined ? [] : value.split('\n').map(line => visible(line, 2000));

const valueLines = (placed: Placed): readonly string[] =>
	shownValue(placed).map(line => `${indent}  ${line}`);

/** What the names in capitals of a command stand for. */
export function openNames({command}: ChecklistStep): readonly string[] {
	const names = command?.missing ?? [];
	return names.map(name => `Put in place of ${name}: ${placeholderWords[name] ?? 'what it says'}.`);
}
