import type {RedirectDeviation} from '../domain/ports.ts';
import {clean} from '../domain/text.ts';

const asItCame = 'Append the query string as it came, without reading the parameters and writing them anew.';

/** How the forwarded query differs from the one that was sent. Both without the question mark, never decoded. */
export function queryDeviations(sent: string, forwarded: string): readonly RedirectDeviation[] {
	if (forwarded === sent) return [];
	const before = parametersOf(sent);
	const after = parametersOf(forwarded);
	const has = (parameters: readonly Parameter[], name: string) =>
		parameters.some(parameter => parameter.name === name);
	const missing = namesOf(before.filter(({name}) => !has(after, name)));
	const kept = before.filter(({name}) => has(after, name));
	const changes = changesOf(kept, after, namesOf(after.filter(({name}) => !has(before, name))));
	const isOnlyDropped = missing.length > 0 && kept.map(textOf).join('&') === forwarded;
	return [...(missing.length > 0 ? [dropped(missing)] : []), ...(isOnlyDropped ? [] : [changed(changes)])];
}

type Parameter = {readonly text: string; readonly name: string; readonly value: string};

const parametersOf = (query: string): readonly Parameter[] =>
	query
		.split('&')
		.filter(text => text !== '')
		.map(text => {
			const [[name, value] = ['', '']] = new URLSearchParams(text);
			return {text, name, value};
		});

const textOf = ({text}: Parameter): string => text;

const namesOf = (parameters: readonly Parameter[]): readonly string[] => [
	...new Set(parameters.map(({name}) => name)),
];

/** What happened to the parameters that are still there, each as the end of “It …”. */
function changesOf(
	kept: readonly Parameter[],
	after: readonly Parameter[],
	added: readonly string[],
): readonly string[] {
	const rewritten = kept.filter(({text}) => !after.map(textOf).includes(text));
	const isSame = ({name, value}: Parameter) =>
		after.some(parameter => parameter.name === name && parameter.value === value);
	const respelled = namesOf(rewritten.filter(isSame));
	const replaced = namesOf(rewritten.filter(parameter => !isSame(parameter)));
	const order = after.map(textOf).filter(text => kept.some(parameter => parameter.text === text));
	const isReordered = rewritten.length === 0 && order.join('&') !== kept.map(textOf).join('&');
	return [
		...(respelled.length > 0 ? [`encodes ${list(respelled)} anew`] : []),
		...(replaced.length > 0 ? [`changes the value of ${list(replaced)}`] : []),
		...(added.length > 0 ? [`adds ${list(added)}`] : []),
		...(isReordered ? ['changes the order of the parameters'] : []),
	];
}

const dropped = (missing: readonly string[]): RedirectDeviation => ({
	kind: 'query-dropped',
	message: `It forwards without ${list(missing)}.`,
	advice: asItCame,
});

const changed = (changes: readonly string[]): RedirectDeviation => ({
	kind: 'query-changed',
	message: `It ${changes.length > 0 ? changes.join(' and ') : 'changes how the query is written'}.`,
	advice: asItCame,
});

/** Names only: the values of the customer's own parameters are not ours to show. */
const list = (names: readonly string[]): string => {
	const shown = names.slice(0, 5).map(name => clean(name, 40) || 'a parameter without a name');
	const rest = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
	return `${shown.join(', ')}${rest}`;
};
