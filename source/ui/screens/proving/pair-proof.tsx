import {consentHostOf} from '../../../domain/proof/consent-check.ts';
import {checkedHosts} from '../../../domain/proof/pair-checks.ts';
import {listed} from '../../../domain/text.ts';
import {providerOf} from '../../../wizard/steps.ts';
import {loaded} from '../../../wizard/wants.ts';
import {useConversation} from '../../conversation.ts';
import {gap} from '../../layout.ts';
import {Menu} from '../../prompts/menu.tsx';
import {ReadFirst} from '../../prompts/read-first.tsx';
import {Spinner} from '../../prompts/spinner.tsx';
import {Remarks} from '../../remarks.tsx';
import {StepView} from '../../step-view.tsx';
import {findingRemark} from './finding-remarks.ts';
import {useClosing} from './use-closing.ts';

/** Asks the provider about the pair, or about ID and address alone: first says where what goes, then what it said. */
export function PairProof({
	proof,
	onBack,
}: {
	readonly proof: 'pair' | 'consent';
	readonly onBack: () => void;
}) {
	const {wizard, dispatch} = useConversation();
	const provider = providerOf(wizard.answers);
	const close = useClosing(onBack);
	const check = () => void dispatch({type: 'proof-wanted', proof});
	if (!provider) return null;
	const title =
		proof === 'pair'
			? `Check the pair with ${provider.name}`
			: `Check ID, redirect URI and scopes with ${provider.name}`;
	if (wizard.proving?.proof !== proof) {
		const hosts = proof === 'pair' ? listed(checkedHosts(provider)) : consentHostOf(provider);
		const to = wizard.answers.organization?.isDemo
			? `the demo, in place of ${hosts}`
			: `${hosts}, and nowhere else`;
		return (
			<StepView title={title}>
				<ReadFirst
					words={[{tone: 'plain', text: proof === 'pair' ? pairWords(to) : consentWords(to)}]}
					label="Check it"
					onGo={check}
					onBack={close}
				/>
			</StepView>
		);
	}
	const load = loaded(wizard, 'pair');
	if (load.status !== 'loaded') {
		return (
			<StepView title={title}>
				<Spinner onCancel={close}>{`Asking ${provider.name}…`}</Spinner>
			</StepView>
		);
	}
	return (
		<StepView title={title}>
			<Remarks remarks={[findingRemark(load.value), gap]} least={2}>
				<Menu
					items={[
						{value: 'back', label: 'Back to review'},
						{value: 'again', label: 'Ask again'},
					]}
					onChoose={choice => (choice === 'again' ? check() : close())}
					onBack={close}
				/>
			</Remarks>
		</StepView>
	);
}

const pairWords = (to: string): string =>
	`The client ID, the secret and a made-up code go to ${to}. The answer tells whether they belong together. Nothing is saved.`;

const consentWords = (to: string): string =>
	`The client ID, the redirect URI and the scopes go to ${to}, without the secret. The answer tells whether users would be asked to consent. Nothing is saved.`;
