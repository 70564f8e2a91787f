import type {Secret} from '../../domain/secret.ts';
import {stopping, type ValueReading} from '../../domain/values/doubts.ts';
import {lengthOf} from '../../domain/values/words.ts';
import {Remarks} from '../remarks.tsx';
import {Menu, type MenuItem} from './menu.tsx';

/** Another field that the value may be meant for, as a part of a sentence, and what gives it there. */
export type ValueMove = {readonly name: string; readonly move: () => void};

type Choice = 'repaired' | 'again' | 'kept';

/** Whether the value may be taken exactly as it is: what cannot be right may not. */
export const mayBeKept = ({doubts}: ValueReading): boolean =>
	doubts.every(({severity}) => severity !== 'refuse');

/** Whether there is more to say to a person than that it cannot be. */
export const isQuestion = (reading: ValueReading): boolean =>
	reading.repaired !== undefined || mayBeKept(reading);

/** A repair that could take away part of the value is never what Enter alone chooses. */
export function proposed(reading: ValueReading): Choice {
	const mayLose = stopping(reading).some(doubt => doubt.mayLose);
	return reading.repaired === undefined || mayLose ? 'again' : 'repaired';
}

/** Asks what was meant, where an entered value holds something that is probably not part of it. */
export function ValueQuestion({
	reading,
	canKeep = () => true,
	moves = [],
	onSettled,
	onAgain,
}: {
	readonly reading: ValueReading;
	/** Whether what asks could take this value at all. */
	readonly canKeep?: (value: Secret) => boolean;
	readonly moves?: readonly ValueMove[];
	readonly onSettled: (value: Secret) => void;
	readonly onAgain: () => void;
}) {
	const {value, repaired} = reading;
	const items: readonly MenuItem<Choice | `move ${number}`>[] = [
		...moves.map(({name}, index) => ({value: `move ${index}`, label: `Use it as the ${name}`}) as const),
		...(repaired ? [{value: 'repaired', label: `Use it repaired (${lengthOf(repaired)})`} as const] : []),
		{value: 'again', label: 'Enter it again'},
		...(mayBeKept(reading) && canKeep(value)
			? [{value: 'kept', label: `Keep it exactly as it is (${lengthOf(value)})`} as const]
			: []),
	];
	return (
		<Remarks
			remarks={stopping(reading).map(({message}) => ({tone: 'warning', text: message}))}
			least={items.length}
		>
			<Menu
				items={items}
				// Which of several fields is meant, nobody says by Enter alone.
				initial={moves.length === 1 ? 'move 0' : moves.length > 1 ? 'again' : proposed(reading)}
				onChoose={choice => {
					const chosen = moves.find((_, index) => choice === `move ${index}`);
					if (chosen || choice === 'again') onAgain();
					else onSettled(choice === 'repaired' && repaired ? repaired : value);
					chosen?.move();
				}}
				onBack={onAgain}
			/>
		</Remarks>
	);
}
