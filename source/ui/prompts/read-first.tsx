import {Box} from 'ink';
import {useState} from 'react';
import {useGuarded} from '../hooks/use-guarded.ts';
import {gap, type Remark} from '../layout.ts';
import {Rail} from '../rail.tsx';
import {RemarkRows, useLayout, useRowsLeft} from '../remarks.tsx';
import {Menu, type MenuItem} from './menu.tsx';

type Choice = 'more' | 'go' | 'back';

/**
What has to be read before something is done, and the choice to do it or not. Where the words have no room above the
choice, they come page by page, and the choice with the last one.
*/
export function ReadFirst({
	words,
	label,
	backLabel = 'Back',
	onGo,
	onBack,
}: {
	readonly words: readonly Remark[];
	/** What is done. */
	readonly label: string;
	readonly backLabel?: string;
	readonly onGo: () => void;
	readonly onBack: () => void;
}) {
	const [page, setPage] = useState(0);
	const lay = useLayout();
	const items: readonly MenuItem<Choice>[] = [
		{value: 'go', label},
		{value: 'back', label: backLabel},
	];
	const room = Math.max(1, useRowsLeft() - items.length);
	const lines = lay([...words, gap], Number.POSITIVE_INFINITY);
	const last = Math.max(0, Math.ceil(lines.length / room) - 1);
	const here = Math.min(page, last);
	const guarded = useGuarded((choice: Choice) => {
		if (choice === 'more') setPage(here + 1);
		else if (choice === 'go') onGo();
		else onBack();
	});
	const rows = guarded.said ? lay([guarded.said], room) : lines.slice(here * room, (here + 1) * room);
	return (
		<Box flexDirection="column">
			<Rail>
				<RemarkRows rows={rows} />
			</Rail>
			<Menu
				key={here}
				items={here === last ? items : [{value: 'more', label: 'Read on'}]}
				onChoose={guarded.choose}
				onMove={guarded.calm}
				onBack={here === 0 ? onBack : () => setPage(here - 1)}
			/>
		</Box>
	);
}
