import {Box, Text} from 'ink';
import {useState} from 'react';
import type {HandOff} from '../../domain/hand-off.ts';
import {commandFor, scriptCommandFor} from '../../output/command.ts';
import {curlFor} from '../../output/curl.ts';
import {folded} from '../../output/wrapping.ts';
import {useConversation} from '../conversation.ts';
import {Footer} from '../footer.tsx';
import {type Bindings, boundActions, useKeys} from '../hooks/use-keys.ts';
import {Rail} from '../rail.tsx';
import {useRowsLeft} from '../remarks.tsx';
import {StepView} from '../step-view.tsx';

const titles = {curl: 'Show as curl', command: 'Show as command'} as const;

const askedFor = 'Secrets are left out; it asks for them or reads them from the environment.';
const pipedIn =
	'For a script: pipe the secret in. An update needs --yes, production its team: byoo set --help';

/** The demo ends with the wizard, so there only the wizard itself can do it again. */
const commandOf = (facts: HandOff): string => (facts.isDemo ? commandFor(facts) : scriptCommandFor(facts));

/** The same job as text, to be run elsewhere. Secrets are never in it. */
export function HandOffView({
	kind,
	facts,
	onBack,
}: {
	readonly kind: keyof typeof titles;
	readonly facts: HandOff;
	readonly onBack: () => void;
}) {
	const {services} = useConversation();
	const [isCopied, setIsCopied] = useState(false);
	const text = kind === 'curl' ? curlFor(facts) : commandOf(facts);
	return (
		<StepView
			title={titles[kind]}
			help={kind === 'command' && !facts.isDemo ? pipedIn : askedFor}
			notes={isCopied ? [{tone: 'good', text: 'Copied, if your terminal allows.'}] : []}
		>
			<Scrolled
				text={text}
				onCopy={() => {
					services.copy(text);
					setIsCopied(true);
				}}
				onBack={onBack}
			/>
		</StepView>
	);
}

/** A text of any length, of which only the lines that fit are drawn. */
function Scrolled({
	text,
	onCopy,
	onBack,
}: {
	readonly text: string;
	readonly onCopy: () => void;
	readonly onBack: () => void;
}) {
	const {frame, veil} = useConversation();
	const rows = useRowsLeft();
	const [top, setTop] = useState(0);
	const lines = veil(text)
		.split('\n')
		.flatMap(line => folded(line, frame.width));
	const last = Math.max(0, lines.length - rows);
	const keys: Bindings = {
		...(last > 0
			? {up: () => setTop(now => Math.max(0, now - 1)), down: () => setTop(now => Math.min(last, now + 1))}
			: {}),
		copy: onCopy,
		next: onBack,
		back: onBack,
	};
	useKeys(keys);
	return (
		<Box flexDirection="column">
			<Rail>
				{lines.slice(top, top + rows).map((line, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text, in their places
					<Text key={index} wrap="truncate">
						{line || ' '}
					</Text>
				))}
			</Rail>
			<Footer actions={boundActions(keys)} words={{next: 'back', up: 'scroll'}} />
		</Box>
	);
}
