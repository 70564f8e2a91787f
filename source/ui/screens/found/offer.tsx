import type {Remark} from '../../layout.ts';
import {Menu, type MenuItem} from '../../prompts/menu.tsx';
import {Remarks} from '../../remarks.tsx';
import {useRowsOfHelp} from '../../step-view.tsx';

/** Remarks, and choices that end with typing the value instead, which Back means as well. */
export function Offer({
	remarks,
	items = [],
	initial,
	onChoose,
	onInstead,
}: {
	readonly remarks: readonly Remark[];
	readonly items?: readonly MenuItem<string>[];
	readonly initial?: string;
	readonly onChoose?: (choice: string) => unknown;
	readonly onInstead: () => void;
}) {
	useRowsOfHelp();
	const all = [...items, {value: 'instead', label: 'Type it instead'}];
	return (
		<Remarks remarks={remarks} least={all.length}>
			<Menu
				items={all}
				{...(initial === undefined ? {} : {initial})}
				onChoose={choice => (choice === 'instead' ? onInstead() : onChoose?.(choice))}
				onBack={() => onInstead()}
			/>
		</Remarks>
	);
}

/** Why something is of no use, and what to do about it. */
export function Refused({
	message,
	advice,
	onInstead,
}: {
	readonly message: string;
	readonly advice: string;
	readonly onInstead: () => void;
}) {
	const remarks = [
		{tone: 'bad', text: message},
		{tone: 'plain', text: advice},
	] as const;
	return <Offer remarks={remarks} onInstead={onInstead} />;
}
