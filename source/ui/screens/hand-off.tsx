import {useState} from 'react';
import type {HandOff as HandOffFacts} from '../../domain/hand-off.ts';
import {commandFor, scriptCommandFor} from '../../output/command.ts';
import {curlFor} from '../../output/curl.ts';
import {folded} from '../../output/wrapping.ts';
import {useConversation} from '../conversation.ts';
import {Footer} from '../footer.tsx';
import {type Bindings, boundActions, useKeys} from '../hooks/use-keys.ts';
import {Note} from '../note.tsx';
import {Step} from '../step.tsx';
import {Lines} from '../wrapped.tsx';

const titles = {curl: 'Show as curl', command: 'Show as command'} as const;

const askedFor = 'Secrets are left out; it asks for them or reads them from the environment.';
const pipedIn =
	'For a script: pipe the secret in. An update needs --yes, production its team: byoo set --help';

/** The demo ends with the wizard, so there only the wizard itself can do it again. */
const commandOf = (facts: HandOffFacts): string =>
	facts.isDemo ? commandFor(facts) : scriptCommandFor(facts);

/** The same job as text, to be run elsewhere. Secrets are never in it. */
export function HandOff({
	kind,
	facts,
	onBack,
}: {
	readonly kind: keyof typeof titles;
	readonly facts: HandOffFacts;
	readonly onBack: () => void;
}) {
	const {frame, services, veil} = useConversation();
	const [isCopied, setIsCopied] = useState(false);
	const [top, setTop] = useState(0);
	const text = kind === 'curl' ? curlFor(facts) : commandOf(facts);
	const lines = veil(text)
		.split('\n')
		.flatMap(line => folded(line, frame.width));
	const rows = Math.max(2, frame.bodyRows - 3);
	const last = Math.max(0, lines.length - rows);
	const keys: Bindings = {
		...(last > 0
			? {up: () => setTop(now => Math.max(0, now - 1)), down: () => setTop(now => Math.min(last, now + 1))}
			: {}),
		copy: () => {
			services.copy(text);
			setIsCopied(true);
		},
		next: onBack,
		back: onBack,
	};
	useKeys(keys);
	return (
		<Step title={titles[kind]} help={kind === 'command' && !facts.isDemo ? pipedIn : askedFor}>
			<Lines lines={lines.slice(top, top + rows).map(line => line || ' ')} />
			{isCopied && <Note kind="good">Copied, if your terminal allows.</Note>}
			<Footer actions={boundActions(keys)} words={{next: 'back', up: 'scroll'}} />
		</Step>
	);
}
