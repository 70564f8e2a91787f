import {useState} from 'react';
import type {ConnectionProof} from '../../../domain/proof/ports.ts';
import {visible} from '../../../domain/text.ts';
import {connectionCosts} from '../../../output/proof-words.ts';
import {providerOf} from '../../../wizard/steps.ts';
import {loaded} from '../../../wizard/wants.ts';
import {useConversation} from '../../conversation.ts';
import {gap, type Remark} from '../../layout.ts';
import {Menu} from '../../prompts/menu.tsx';
import {ReadFirst} from '../../prompts/read-first.tsx';
import {Spinner} from '../../prompts/spinner.tsx';
import {Remarks} from '../../remarks.tsx';
import {StepView} from '../../step-view.tsx';
import {waitingWords} from '../../words.ts';
import {ConnectionOpen} from './connection-open.tsx';
import {findingRemark, userRemarks} from './finding-remarks.ts';
import {useClosing} from './use-closing.ts';

const title = 'Connect one account';

/** One person connects one account, as a user would: what that does to others, the page, and what came of it. */
export function ConnectionProofView({onBack}: {readonly onBack: () => void}) {
	const {wizard, dispatch, services} = useConversation();
	const close = useClosing(onBack);
	const again = () => dispatch({type: 'proof-wanted', proof: 'connection'});
	if (wizard.proving?.proof !== 'connection') return <Warning onConnect={again} onBack={close} />;
	const load = loaded(wizard, 'connection');
	if (load.status === 'loaded') return <Ended proof={load.value} onAgain={again} onBack={close} />;
	const {connecting} = wizard;
	if (connecting?.kind === 'open') return <ConnectionOpen title={title} open={connecting} />;
	const waiting = load.status === 'loading' ? load.waiting : undefined;
	const words = connecting?.kind === 'deleting' ? deleting : preparing;
	return (
		<StepView title={title}>
			<Spinner onCancel={connecting?.kind === 'deleting' ? undefined : () => services.stopProof()}>
				{waiting ? waitingWords(waiting) : words}
			</Spinner>
		</StepView>
	);
}

const preparing = 'Making a test user and a link…';
const deleting = 'Deleting the test user…';

/** What it does to others, before anything is made. */
function Warning({onConnect, onBack}: {readonly onConnect: () => void; readonly onBack: () => void}) {
	const {answers} = useConversation().wizard;
	const provider = providerOf(answers);
	const name = provider?.name ?? '';
	const notes: readonly Remark[] = answers.organization?.isDemo
		? [
				{
					tone: 'good',
					text: 'On the demo the page is on this computer, where no phone reaches it, and there are no data.',
				},
			]
		: (provider ? connectionCosts(provider) : []).map(text => ({tone: 'warning', text}));
	const words = `byoo makes a test user and a link. You sign in at ${name} and allow it, and byoo waits for the connection. Then it deletes the user.`;
	return (
		<StepView title={title}>
			<ReadFirst
				words={[{tone: 'plain', text: words}, ...notes]}
				label="Make the link"
				onGo={onConnect}
				onBack={onBack}
			/>
		</StepView>
	);
}

/** What came of it. Whose account it was is shown only to who asks. */
function Ended({
	proof: {connection, isTestUserDeleted, notes},
	onAgain,
	onBack,
}: {
	readonly proof: ConnectionProof;
	readonly onAgain: () => void;
	readonly onBack: () => void;
}) {
	const {isPresenting} = useConversation();
	const [isAccountShown, setIsAccountShown] = useState(false);
	const {account, verdict} = connection;
	const canShow = account !== undefined && !isPresenting;
	const items = [
		{value: 'back', label: 'Back'} as const,
		...(canShow && !isAccountShown ? [{value: 'account', label: 'Show whose account it was'} as const] : []),
		...(verdict === 'proved' ? [] : [{value: 'again', label: 'Try once more'} as const]),
	];
	const whose: readonly Remark[] =
		canShow && isAccountShown
			? [{tone: 'accent', text: `Account: ${visible(account.reveal())}`, isRevealed: true}]
			: [];
	return (
		<StepView title={title}>
			<Remarks
				remarks={[findingRemark(connection), ...whose, ...userRemarks(isTestUserDeleted, notes), gap]}
				least={items.length}
			>
				<Menu
					key={items.length}
					items={items}
					onChoose={choice => {
						if (choice === 'account') setIsAccountShown(true);
						else if (choice === 'again') onAgain();
						else onBack();
					}}
					onBack={onBack}
				/>
			</Remarks>
		</StepView>
	);
}
