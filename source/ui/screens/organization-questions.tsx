import {exampleId, uuid} from '../../domain/field-values.ts';
import type {RememberedOrganization} from '../../domain/ports.ts';
import type {OrganizationAnswer} from '../../wizard/answers.ts';
import {useConversation} from '../conversation.ts';
import {Menu} from '../prompts/menu.tsx';
import {TextPrompt} from '../prompts/text-prompt.tsx';
import {StepView} from '../step-view.tsx';
import {named} from '../words.ts';

const title = 'Organization';

/** Asks before this computer forgets an organization. */
export function ForgetQuestion({
	organization,
	onForget,
	onKeep,
}: {
	readonly organization: RememberedOrganization;
	readonly onForget: () => void;
	readonly onKeep: () => void;
}) {
	return (
		<StepView
			title={title}
			help={`Forget ${named(organization)}? Only this computer forgets it; nothing is deleted at the API.`}
		>
			<Menu
				items={[
					{value: 'keep', label: 'Keep it'},
					{value: 'forget', label: 'Forget it'},
				]}
				onChoose={choice => (choice === 'forget' ? onForget() : onKeep())}
				onBack={onKeep}
			/>
		</StepView>
	);
}

/** An organization that is not in the list. */
export function OrganizationIdQuestion({
	remembered,
	onAnswer,
	onBack,
}: {
	readonly remembered: readonly RememberedOrganization[];
	readonly onAnswer: (organization: OrganizationAnswer) => void;
	readonly onBack: () => void;
}) {
	const {wizard, isPresenting} = useConversation();
	return (
		<StepView title={title} help="The organization’s ID, from the Junction dashboard: Organization settings.">
			<TextPrompt
				initial={wizard.drafts.organization?.id ?? ''}
				// A recording that is looked through for IDs holds none.
				{...(!isPresenting && {placeholder: exampleId})}
				onSubmit={text => {
					const parsed = uuid.safeParse(text);
					if (!parsed.success) return parsed.error.issues[0]?.message;
					const known = remembered.find(({id}) => id === parsed.data);
					onAnswer(known ? rememberedAnswer(known) : {id: parsed.data, isDemo: false});
					return undefined;
				}}
				onBack={onBack}
			/>
		</StepView>
	);
}

export const rememberedAnswer = (remembered: RememberedOrganization): OrganizationAnswer => ({
	id: remembered.id,
	...(remembered.name === undefined ? {} : {name: remembered.name}),
	api: {generation: remembered.generation, url: remembered.url},
	isDemo: false,
	remembered,
});
