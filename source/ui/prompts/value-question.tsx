import type {Secret} from '../../domain/secret.ts';
import {stopping, type ValueReading} from '../../domain/values/doubts.ts';
import {lengthOf} from '../../domain/values/words.ts';
import {Remarks} from '../remarks.tsx';
import {Menu, type MenuItem} from './menu.tsx';

type Choice = 'moved' | 'repaired' | 'again' | 'kept';

/** Whether the value may be taken exactly as it is: what cannot be right may not. */
const mayBeKept = ({doubts}: ValueReading): boolean => doubts.every(({severity}) => severity !== 'refuse');

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
	onMoved,
	onSettled,
	onAgain,
}: {
	readonly reading: ValueReading;
	/** Whether what asks could take this value at all. */
	readonly canKeep?: (value: Secret) => boolean;
	/** Present where it may be the client secret, which has a field of its own. */
	readonly onMoved?: (() => void) | undefined;
	readonly onSettled: (value: Secret) => void;
	readonly onAgain: () => void;
}) {
	const {value, repaired} = reading;
	const items: readonly MenuItem<Choice>[] = [
		...(onMoved ? [{value: 'moved', label: 'Use it as the client secret'} as const] : []),
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
				initial={onMoved ? 'moved' : proposed(reading)}
				onChoose={choice => {
					if (choice === 'moved') onMoved?.();
					else if (choice === 'again') onAgain();
					else onSettled(choice === 'repaired' && repaired ? repaired : value);
				}}
				onBack={onAgain}
			/>
		</Remarks>
	);
}
