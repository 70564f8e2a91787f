import type {ChecklistStep, Placed} from '../../domain/portal/checklist.ts';
import {statementWords, titleWords} from '../../domain/portal/statements.ts';
import {fieldWords, missingWords, openNames, shownValue} from '../../output/steps-lines.ts';
import type {Frame} from '../frame.ts';
import {heightOf, type Remark} from '../layout.ts';
import type {Item} from '../prompts/list-rows.ts';
import {indentIn} from '../prompts/list-view.tsx';

/** What is copied of a step, one after the other, and what it is. */
export type Copy = {readonly text: string; readonly what: string};

/** The steps in a list of so many cells, by their numbers. What a step has ready is said where its title leaves room. */
export function itemsOf(
	steps: readonly ChecklistStep[],
	done: ReadonlySet<string>,
	width: number,
): readonly Item[] {
	const ready = steps.map(readyWords);
	const widest = Math.max(...ready.map(({length}) => length));
	return steps.map((step, index) => {
		const label = `${String(index + 1).padStart(String(steps.length).length)} ${titleWords(step)}`;
		const end = ready[index] ?? '';
		const hasRoom = label.length + gapBefore + widest <= width;
		return {id: step.id, label, isDone: done.has(step.id), ...(end !== '' && hasRoom ? {end} : {})};
	});
}

const gapBefore = 8;

/** What the step has ready, in a word or two. */
function readyWords({puts, command, answers, answered}: ChecklistStep): string {
	const isMissing = puts.some(({value}) => value === undefined);
	if (isMissing) return answers === undefined ? 'value still open' : 'can be typed here';
	if (command) return 'command ready';
	if (puts.some(({value = ''}) => value.includes('\n'))) return 'list to copy';
	if (puts.length > 0) return puts.length === 1 ? 'value to copy' : `${puts.length} values to copy`;
	return answers !== undefined && answered === undefined ? 'can be typed here' : '';
}

export const copiesOf = ({puts, command}: ChecklistStep): readonly Copy[] => [
	...puts.flatMap(({value, field, label = field}) =>
		value === undefined ? [] : [{text: value, what: label}],
	),
	...(command ? [{text: command.text, what: 'the commands'}] : []),
];

/**
How the step is done, in so many rows. What is to be copied keeps its own; where there are too few, what it looks like
when it is right goes first, then the traps, then how it is done. A list that has no room at all is not begun. A title
that its row cuts is said whole.
*/
export function insideOf(step: ChecklistStep, frame: Frame, rows: number): readonly Remark[] {
	const width = frame.width - indentIn(frame);
	const title = titleWords(step);
	// Its row in the list has a number as well.
	const remarks = [
		...(title.length + numberWidth > width ? [spare('plain', title)] : []),
		...remarksOf(step),
	];
	const copied = remarks.filter(({tone}) => tone === 'accent');
	if (heightOf(copied, {...frame, width}) <= rows) return remarks;
	const instead: Remark = {
		tone: 'accent',
		text:
			copied.length === 1
				? 'No room to show it: Enter copies it.'
				: `${copied.length} lines: Enter copies them all. The page that is written shows them.`,
	};
	return [...remarks.filter(({tone}) => tone !== 'accent'), instead];
}

const numberWidth = 3;

const remarksOf = (step: ChecklistStep): readonly Remark[] => [
	...step.how.map(statement => spare('plain', statementWords(statement))),
	...(step.page === undefined ? [] : [spare('plain', step.page)]),
	...step.puts.flatMap(placedRemarks),
	...(step.command?.text.split('\n') ?? []).map((text): Remark => ({tone: 'accent', text})),
	...openNames(step).map(text => spare('plain', text)),
	...(step.answered === undefined ? [] : [spare('good', step.answered)]),
	...step.traps.map(trap => spare('warning', statementWords(trap))),
	...(step.right === undefined ? [] : [spare('plain', `Right when: ${statementWords(step.right)}`)]),
];

const spare = (tone: Remark['tone'], text: string): Remark => ({tone, text, isSpare: true});

const placedRemarks = (placed: Placed): readonly Remark[] =>
	placed.value === undefined
		? [{tone: 'warning', text: `${fieldWords(placed)}: ${missingWords(placed)}`}]
		: [
				{tone: 'plain', text: `${fieldWords(placed)}:`},
				...shownValue(placed).map((text): Remark => ({tone: 'accent', text})),
			];
