import {useState} from 'react';
import type {ConnectionProgress, SaidByPage} from '../../../domain/proof/ports.ts';
import {clockTime} from '../../../output/ago.ts';
import {providerOf} from '../../../wizard/steps.ts';
import {useConversation} from '../../conversation.ts';
import {useGuarded} from '../../hooks/use-guarded.ts';
import {gap, heightOf, type Remark} from '../../layout.ts';
import {Menu, type MenuItem} from '../../prompts/menu.tsx';
import {StepView} from '../../step-view.tsx';
import {QrView, useQrRows} from './qr-view.tsx';

type Choice = 'browser' | 'copy' | 'qr' | 'page' | 'stop';

/** The link, by all ways that lead a person to it, until somebody has connected. */
export function ConnectionOpen({
	title,
	open,
}: {
	readonly title: string;
	readonly open: Extract<ConnectionProgress, {kind: 'open'}>;
}) {
	const {wizard, services, isPresenting, frame} = useConversation();
	const [shown, setShown] = useState<'qr' | 'page'>();
	const [pointed, setPointed] = useState<Choice>('browser');
	const [said, setSaid] = useState<string>();
	const name = providerOf(wizard.answers)?.name ?? 'the provider';
	const address = open.address.reveal();
	const code = useQrRows(address);
	const close = () => setShown(undefined);
	// What is hidden now is not to be seen again because the mode ends.
	if (isPresenting && shown === 'qr') setShown(undefined);
	const guarded = useGuarded((choice: Choice) => {
		setPointed(choice);
		if (choice === 'browser') {
			services.open(open.page);
			setSaid('Handed to the browser of this computer, if there is one.');
		} else if (choice === 'copy') {
			services.copy(address);
			setSaid('Copied, if your terminal allows.');
		} else if (choice === 'stop') services.stopProof();
		else setShown(choice);
	});
	if (shown === 'qr' && code && !isPresenting) return <QrView rows={code} onBack={close} />;
	if (shown === 'page') return <PageQuestion title={title} name={name} onBack={close} />;
	const items: readonly MenuItem<Choice>[] = [
		{value: 'browser', label: 'Open it in the browser'},
		{value: 'copy', label: 'Copy the address'},
		...(code && !isPresenting ? [{value: 'qr', label: 'Show it as a QR code'} as const] : []),
		{value: 'page', label: 'The page shows an error'},
		{value: 'stop', label: 'Stop'},
	];
	// A part of it leads nowhere.
	const whole: Remark = {tone: 'accent', text: address, isRevealed: true};
	const fits = heightOf([whole], frame) + items.length <= frame.bodyRows;
	const hidden = isPresenting ? inPresenting : tooLong;
	const notes: readonly Remark[] = [
		isPresenting || !fits ? {tone: 'quiet', text: hidden} : whole,
		...(code || isPresenting ? [] : [{tone: 'quiet', text: tooSmall, isSpare: true} as const]),
		{tone: 'plain', text: `Waiting for one connection, until ${clockTime(new Date(open.endsAt))}.`},
		...(guarded.said ? [guarded.said] : said === undefined ? [] : [{tone: 'good', text: said} as const]),
	];
	return (
		<StepView
			title={title}
			help={`Open this page, sign in at ${name} and allow it. It works once.`}
			notes={[...notes, gap]}
			least={items.length}
		>
			<Menu
				items={items}
				initial={pointed}
				onChoose={guarded.choose}
				onMove={guarded.calm}
				onBack={() => services.stopProof()}
			/>
		</StepView>
	);
}

const inPresenting = 'The address is hidden in presenter mode. Copy it, and send it to whoever consents.';
const tooSmall = 'A QR code needs a larger window.';
const tooLong = 'The address is too long for this terminal: open it, or copy it.';

const pageWords: readonly MenuItem<SaidByPage | 'back'>[] = [
	{value: 'redirect-uri', label: 'It does not know the redirect URI'},
	{value: 'client', label: 'It does not know the client ID'},
	{value: 'blocked', label: 'It blocks the application or the account'},
	{value: 'scopes', label: 'It refuses a scope'},
	{value: 'other', label: 'It says something else'},
	{value: 'back', label: 'Back'},
];

/** What the provider's own page said, which no program hears. */
function PageQuestion({
	title,
	name,
	onBack,
}: {
	readonly title: string;
	readonly name: string;
	readonly onBack: () => void;
}) {
	const {services} = useConversation();
	const guarded = useGuarded((said: SaidByPage | 'back') =>
		said === 'back' ? onBack() : services.stopProof(said),
	);
	return (
		<StepView
			title={title}
			help={`What does the page of ${name} say? byoo cannot see it.`}
			notes={guarded.said ? [guarded.said] : []}
			least={pageWords.length}
		>
			<Menu items={pageWords} onChoose={guarded.choose} onMove={guarded.calm} onBack={onBack} />
		</StepView>
	);
}
