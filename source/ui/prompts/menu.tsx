import {Box, Text} from 'ink';
import SelectInput from 'ink-select-input';
import {useRef, useState} from 'react';
import {useConversation} from '../conversation.ts';
import {Footer} from '../footer.tsx';
import {boundActions, isHeldReturn, useKeys} from '../hooks/use-keys.ts';
import {actionOf} from '../key-table.ts';
import {Rail} from '../rail.tsx';
import {KeyWatcher} from './key-watcher.tsx';
import {isLetter, nextWithLetter} from './list-rows.ts';
import {PromptMark} from './prompt-mark.tsx';

export type MenuItem<Id extends string> = {readonly label: string; readonly value: Id};

/**
A short menu that fits the screen. A digit typed by accident never chooses, only Return does: the watcher is
drawn before the list, so it hears each key first. A letter moves to the next item that begins with it; the list keeps
its pointer to itself, so it begins anew there.
*/
export function Menu<Id extends string>({
	items,
	initial,
	onChoose,
	onBack,
	onMove,
	hasFooter = true,
}: {
	readonly items: readonly MenuItem<Id>[];
	readonly initial?: Id;
	/** Told whether Return was held down. */
	readonly onChoose: (id: Id, isHeld?: boolean) => void;
	readonly onBack?: (() => void) | undefined;
	/** Told when another key than Return was pressed. */
	readonly onMove?: (() => void) | undefined;
	readonly hasFooter?: boolean;
}) {
	const {isCovered, veil, openHelp} = useConversation();
	const isReturn = useRef(false);
	const initialIndex = Math.max(
		0,
		items.findIndex(item => item.value === initial),
	);
	const highlighted = useRef(items[initialIndex]?.value);
	const [begun, setBegun] = useState({index: initialIndex, generation: 0});
	const moveTo = (letter: string) => {
		const here = items.findIndex(item => item.value === highlighted.current);
		const labels = items.map(({label}) => label);
		const index = nextWithLetter(labels, here, letter) ?? here;
		highlighted.current = items[index]?.value;
		setBegun(({generation}) => ({index, generation: generation + 1}));
	};
	useKeys({back: onBack, question: openHelp}, (input, key) => {
		const isDoubleReturn = !key.return && actionOf(input, key, ['next']) === 'next';
		if (isDoubleReturn && highlighted.current !== undefined)
			onChoose(highlighted.current, isHeldReturn(input));
		if (!key.return && !isDoubleReturn) onMove?.();
		if (isLetter(input) && !key.ctrl && !key.meta) moveTo(input);
	});
	return (
		<Box flexDirection="column">
			<Rail>
				<KeyWatcher
					onKey={key => {
						isReturn.current = key.return;
					}}
				/>
				<SelectInput
					key={begun.generation}
					items={items.map(item => ({...item, label: veil(item.label)}))}
					initialIndex={begun.index}
					isFocused={!isCovered}
					indicatorComponent={MenuPointer}
					itemComponent={Label}
					onHighlight={item => {
						highlighted.current = item.value;
					}}
					onSelect={item => {
						if (isReturn.current) onChoose(item.value);
					}}
				/>
			</Rail>
			{hasFooter && (
				<Footer actions={['up', 'next', ...boundActions({back: onBack})]} words={{next: 'choose'}} />
			)}
		</Box>
	);
}

const MenuPointer = ({isSelected = false}: {readonly isSelected?: boolean}) => (
	<PromptMark isHere={isSelected} />
);

function Label({label, isSelected = false}: {readonly label: string; readonly isSelected?: boolean}) {
	return (
		<Text wrap="truncate" bold={isSelected}>
			{label}
		</Text>
	);
}
