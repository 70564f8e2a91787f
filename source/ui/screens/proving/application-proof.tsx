import {providerOf} from '../../../wizard/steps.ts';
import {loaded} from '../../../wizard/wants.ts';
import {useConversation} from '../../conversation.ts';
import {gap} from '../../layout.ts';
import {Menu} from '../../prompts/menu.tsx';
import {ReadFirst} from '../../prompts/read-first.tsx';
import {Spinner} from '../../prompts/spinner.tsx';
import {Remarks} from '../../remarks.tsx';
import {StepView} from '../../step-view.tsx';
import {waitingWords} from '../../words.ts';
import {applicationRemarks, userRemarks} from './finding-remarks.ts';
import {useClosing} from './use-closing.ts';

const title = 'Prove the application';

const wordsFor = (name: string): string =>
	`byoo makes a test user in this team, asks Junction where it would send that user, and compares this with what was saved. Then it deletes the user. Nobody signs in at ${name}.`;

/** Compares where Junction sends users with what was saved. */
export function ApplicationProofView({
	onBack,
	onConnect,
}: {
	readonly onBack: () => void;
	readonly onConnect: () => void;
}) {
	const {wizard, dispatch} = useConversation();
	const provider = providerOf(wizard.answers);
	const close = useClosing(onBack);
	const prove = () => void dispatch({type: 'proof-wanted', proof: 'application'});
	if (!provider) return null;
	if (wizard.proving?.proof !== 'application') {
		return (
			<StepView title={title}>
				<ReadFirst
					words={[{tone: 'plain', text: wordsFor(provider.name)}]}
					label="Prove it"
					onGo={prove}
					onBack={close}
				/>
			</StepView>
		);
	}
	const load = loaded(wizard, 'application');
	if (load.status !== 'loaded') {
		const waiting = load.status === 'loading' ? load.waiting : undefined;
		return (
			<StepView title={title}>
				<Spinner onCancel={close}>
					{waiting ? waitingWords(waiting) : 'Asking Junction where it sends users…'}
				</Spinner>
			</StepView>
		);
	}
	const {application, isTestUserDeleted, notes} = load.value;
	const isRefuted = application.verdict === 'refuted';
	const items = [
		...(isRefuted ? [] : [{value: 'connect', label: 'Connect one account'} as const]),
		{value: 'back', label: 'Back'} as const,
		{value: 'again', label: 'Prove it again'} as const,
	];
	return (
		<StepView title={title}>
			<Remarks
				remarks={[...applicationRemarks(application), ...userRemarks(isTestUserDeleted, notes), gap]}
				least={items.length}
			>
				<Menu
					items={items}
					initial={isRefuted ? 'back' : 'connect'}
					onChoose={choice => {
						if (choice === 'again') prove();
						else if (choice === 'back') close();
						else {
							dispatch({type: 'proof-wanted'});
							onConnect();
						}
					}}
					onBack={close}
				/>
			</Remarks>
		</StepView>
	);
}
