import {Box, Text} from 'ink';
import {useEffect, useMemo} from 'react';
import {qrRows} from '../../../output/qr.ts';
import {useConversation} from '../../conversation.ts';
import {Footer} from '../../footer.tsx';
import {boundActions, useKeys} from '../../hooks/use-keys.ts';

/** The rows of the code, where all of it fits on a screen of its own; undefined otherwise. */
export function useQrRows(text: string): readonly string[] | undefined {
	const {frame} = useConversation();
	const rows = useMemo(() => qrRows(text), [text]);
	const fits = rows && rows.length + footerRows <= frame.height && (rows[0]?.length ?? 0) <= frame.lineWidth;
	return fits ? rows : undefined;
}

const footerRows = 1;

/** The code alone, which a phone reads. The colours are its own, whatever the terminal's are. */
export function QrView({rows, onBack}: {readonly rows: readonly string[]; readonly onBack: () => void}) {
	const {stand} = useConversation();
	useEffect(() => {
		stand('alone');
		return () => stand('among');
	}, [stand]);
	const keys = {back: onBack, next: onBack};
	useKeys(keys);
	return (
		<Box flexDirection="column" flexShrink={0}>
			{rows.map((row, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the rows of one picture, in their places
				<Text key={index} color="#ffffff" backgroundColor="#000000" wrap="truncate">
					{row}
				</Text>
			))}
			<Footer actions={boundActions(keys)} words={{next: 'back'}} />
		</Box>
	);
}
