import type {ChecklistContext, ChecklistStep} from './checklist.ts';

/**
Under what a step's tick is kept. Where the customer's own address is registered it is not the tick of Junction's: who
registered that one before has to register the other.
*/
export function tickOf({id, puts}: ChecklistStep, {redirectOverride}: ChecklistContext): string {
	if (redirectOverride === undefined || !URL.canParse(redirectOverride)) return id;
	const {hostname} = new URL(redirectOverride);
	const isOwn = puts.some(({value}) => value === redirectOverride || value === hostname);
	return isOwn ? `${id}@${hostname}` : id;
}

/** The IDs of the steps that are done. */
export const doneIn = (
	steps: readonly ChecklistStep[],
	context: ChecklistContext,
	ticked: ReadonlySet<string>,
): ReadonlySet<string> => new Set(steps.filter(step => ticked.has(tickOf(step, context))).map(({id}) => id));
