import {doubtMessages, type SecretReading} from '../../domain/secret-input.ts';
import {Remarks} from '../remarks.tsx';
import {counted} from '../words.ts';
import {charactersOf} from './editor.ts';
import {Menu, type MenuItem} from './menu.tsx';

/** Asks what was meant, where an entered secret holds something that is probably not part of it. */
export function SecretQuestion({
	reading,
	onSettled,
	onAgain,
}: {
	readonly reading: SecretReading;
	readonly onSettled: (value: string) => void;
	readonly onAgain: () => void;
}) {
	const canTidy = reading.tidied !== reading.value && reading.tidied !== '';
	const items: readonly MenuItem<'tidied' | 'kept' | 'again'>[] = [
		...(canTidy ? [{value: 'tidied', label: `Use it without (${sizeOf(reading.tidied)})`} as const] : []),
		{value: 'again', label: 'Enter it again'},
		{value: 'kept', label: `Keep it exactly as it is (${sizeOf(reading.value)})`},
	];
	return (
		<Remarks
			remarks={reading.doubts.map(doubt => ({tone: 'warning', text: doubtMessages[doubt]}))}
			least={items.length}
		>
			<Menu
				items={items}
				// Two lines are rarely one secret with a break in it.
				initial={reading.doubts.includes('line breaks') ? 'again' : (items[0]?.value ?? 'again')}
				onChoose={choice => {
					if (choice === 'again') onAgain();
					else onSettled(choice === 'tidied' ? reading.tidied : reading.value);
				}}
				onBack={onAgain}
			/>
		</Remarks>
	);
}

const sizeOf = (text: string): string => counted(charactersOf(text).length);
