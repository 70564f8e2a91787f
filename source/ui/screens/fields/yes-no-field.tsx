import type {FieldValue} from '../../../domain/field-values.ts';
import {useConversation} from '../../conversation.ts';
import {Menu} from '../../prompts/menu.tsx';
import {Remarks} from '../../remarks.tsx';
import {type Answering, chosenAsStored} from './field-answering.ts';

const items = [
	{value: 'no', label: 'No'},
	{value: 'yes', label: 'Yes'},
] as const;

/** A question with two answers, the pointer on the one that is known. */
export function YesNoField({
	field,
	value,
	isStored,
	onAnswer,
}: Answering & {readonly value: FieldValue | undefined; readonly isStored: boolean}) {
	const {back} = useConversation();
	return (
		<Remarks remarks={isStored ? [chosenAsStored] : []}>
			<Menu
				items={items}
				initial={(value ?? field.initial) === true ? 'yes' : 'no'}
				onChoose={choice => void onAnswer({kind: 'given', value: choice === 'yes'})}
				onBack={back}
			/>
		</Remarks>
	);
}
