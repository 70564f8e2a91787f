import {Box, Text} from 'ink';
import {useState} from 'react';
import {shownValue} from '../../wizard/shown.ts';
import {Footer} from '../footer.tsx';
import {type Bindings, boundActions, useKeys} from '../hooks/use-keys.ts';
import {useLatest} from '../hooks/use-latest.ts';
import type {Action} from '../key-table.ts';
import {Rail} from '../rail.tsx';
import {RemarkRows, useBelow} from '../remarks.tsx';
import {glyphs, theme} from '../theme.ts';
import {moved, rowsAround} from './list-rows.ts';

const moves: readonly Action[] = ['up', 'down', 'first', 'last'];

type CheckListProps = {
	readonly options: readonly string[];
	readonly initial: readonly string[];
	readonly onSubmit: (chosen: readonly string[]) => string | undefined;
	readonly onBack?: (() => void) | undefined;
};

/** Several of a list: Space selects, Enter goes on. `onSubmit` answers with what is wrong, if anything. */
export function CheckList({options, initial, onSubmit, onBack}: CheckListProps) {
	const all = [...new Set([...options, ...initial])];
	const [{pointer, chosen}, change] = useLatest({pointer: 0, chosen: new Set(initial)});
	const [problem, setProblem] = useState<string>();
	const {said, rows} = useBelow(problem === undefined ? [] : [{tone: 'bad', text: problem}]);
	const move = (action: Action) => () =>
		change(latest => ({...latest, pointer: moved(latest.pointer, action, all.length, rows) ?? 0}));
	const toggle = () => {
		setProblem(undefined);
		change(latest => {
			const option = all[latest.pointer];
			if (option === undefined) return latest;
			const next = new Set(latest.chosen);
			if (!next.delete(option)) next.add(option);
			return {...latest, chosen: next};
		});
	};
	const submit = () => setProblem(onSubmit(all.filter(option => change(now => now).chosen.has(option))));
	const keys: Bindings = {
		...Object.fromEntries(moves.map(action => [action, move(action)])),
		toggle,
		next: submit,
		back: onBack,
	};
	useKeys(keys, input => {
		// Several fast keys may arrive as one text, and nothing else is typed here.
		if (!/^ +[ \r]*$/.test(input)) return;
		for (const key of input) {
			if (key === ' ') toggle();
			else submit();
		}
	});
	const visible = rowsAround(
		all.map(option => ({id: option, label: shownValue(option)})),
		pointer,
		rows,
	);
	return (
		<Box flexDirection="column">
			<Rail>
				{visible.map(row => {
					if (row.kind !== 'item') return null;
					const {id, label} = row.item;
					return (
						<CheckRow key={id} label={label} isPointed={row.index === pointer} isChosen={chosen.has(id)} />
					);
				})}
				<RemarkRows rows={said} />
			</Rail>
			<Footer actions={boundActions(keys)} />
		</Box>
	);
}

function CheckRow({
	label,
	isPointed,
	isChosen,
}: {
	readonly label: string;
	readonly isPointed: boolean;
	readonly isChosen: boolean;
}) {
	return (
		<Text wrap="truncate" bold={isPointed}>
			<Text color={theme.accent}>{isPointed ? glyphs.pointer : ' '}</Text> [{isChosen ? 'x' : ' '}] {label}
		</Text>
	);
}
