import {Box} from 'ink';
import {useState} from 'react';
import {useGuarded} from '../hooks/use-guarded.ts';
import type {Remark} from '../layout.ts';
import {Rail} from '../rail.tsx';
import {RemarkRows, useLayout, useRowsLeft} from '../remarks.tsx';
import {Menu, type MenuItem} from './menu.tsx';

/**
What has to be read before something is done, and the choice to do it. Where the words have no room above the choice, they
come page by page, and the choice with the last one.
*/
export function ReadFirst<Id extends string>({
	words,
	items,
	onChoose,
	onBack,
}: {
	readonly words: readonly Remark[];
	readonly items: readonly MenuItem<Id>[];
	readonly onChoose: (id: Id) => void;
	readonly onBack: () => void;
}) {
	const [page, setPage] = useState(0);
	const lay = useLayout();
	const room = Math.max(1, useRowsLeft() - items.length);
	const lines = lay(words, Number.POSITIVE_INFINITY);
	const last = Math.max(0, Math.ceil(lines.length / room) - 1);
	const here = Math.min(page, last);
	const guarded = useGuarded((id: Id | 'more') => {
		if (id === 'more') setPage(here + 1);
		else onChoose(id);
	});
	const rows = guarded.said ? lay([guarded.said], room) : lines.slice(here * room, (here + 1) * room);
	return (
		<Box flexDirection="column">
			<Rail>
				<RemarkRows rows={rows} />
			</Rail>
			<Menu<Id | 'more'>
				key={here}
				items={here === last ? items : [{value: 'more', label: 'Read on'}]}
				onChoose={guarded.choose}
				onMove={guarded.calm}
				onBack={here === 0 ? onBack : () => setPage(here - 1)}
			/>
		</Box>
	);
}
