import {isTexts} from '../../../domain/body/walk.ts';
import type {FieldValue} from '../../../domain/field-values.ts';
import {Secret} from '../../../domain/secret.ts';
import {entryDoubts} from '../../../wizard/many-doubts.ts';
import {useConversation} from '../../conversation.ts';
import {CheckList} from '../../prompts/check-list.tsx';
import {Remarks} from '../../remarks.tsx';
import {type Answering, chosenAsStored} from './field-answering.ts';
import {useSaidOnce} from './use-said-once.ts';

/** Several of a list. Entries that are stored or given, and none of the known ones, are looked at like any value. */
export function ListField({
	field,
	value,
	isStored,
	onAnswer,
}: Answering & {readonly value: FieldValue | undefined; readonly isStored: boolean}) {
	const {wizard, back} = useConversation();
	const sayOnce = useSaidOnce();
	const submit = (chosen: readonly string[]): string | undefined => {
		const doubts = entryDoubts(field, chosen, wizard.answers);
		return sayOnce(new Secret(chosen.join('\n')), doubts) ?? onAnswer({kind: 'given', value: chosen});
	};
	return (
		<Remarks remarks={isStored ? [chosenAsStored] : []}>
			<CheckList
				options={field.options ?? []}
				initial={isTexts(value) ? value : isTexts(field.initial) ? field.initial : []}
				onSubmit={submit}
				onBack={back}
			/>
		</Remarks>
	);
}
