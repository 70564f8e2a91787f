import {useState} from 'react';
import {type FieldAnswer, problemWith} from '../../../domain/field-values.ts';
import {isForwarded, whyForwarded} from '../../../domain/forwarder.ts';
import {mask} from '../../../domain/secret.ts';
import {contextFor} from '../../../wizard/field-context.ts';
import {providerOf} from '../../../wizard/steps.ts';
import {useConversation} from '../../conversation.ts';
import {useMasking} from '../../hooks/use-known-secrets.ts';
import type {Remark} from '../../layout.ts';
import {OverrideOffer} from '../../prompts/override-offer.tsx';
import {Remarks} from '../../remarks.tsx';
import type {KnownText} from './field-answering.ts';
import {afterWriting, ForwarderLead} from './forwarder-lead.tsx';
import {ForwarderWriting} from './forwarder-writing.tsx';
import {TextField} from './text-field.tsx';

/** What is asked: an address, what to do with it, whether there is one at all, or what forwarder to write. */
type Stage = 'address' | 'offer' | 'lead' | 'forwarder';

/** An override can be tried before it is used. Where there is none yet, the forwarder for it can be written. */
export function OverrideField(known: KnownText) {
	const {initial, onAnswer} = known;
	const {answers} = useConversation().wizard;
	const provider = providerOf(answers);
	const why = useWhyFirst(known);
	const [stage, setStage] = useState<Stage>(why === undefined ? 'address' : 'lead');
	const [before, setBefore] = useState(stage);
	const [given, setGiven] = useState<Given>();
	const [path, setPath] = useState<string>();
	const toTry = useAddressToTry();
	const enter = () => setStage('address');
	const write = () => {
		setBefore(stage);
		setStage('forwarder');
	};
	const written = (where: string) => {
		setPath(where);
		enter();
	};
	if (stage === 'lead' && why !== undefined) {
		return <ForwarderLead why={why} onWrite={write} onEnter={enter} />;
	}
	if (stage === 'forwarder') return <ForwarderWriting onWritten={written} onBack={() => setStage(before)} />;
	if (stage === 'offer' && given) return <AddressOffer {...known} given={given} onAgain={enter} />;
	return (
		<Remarks remarks={path === undefined ? toTry : afterWriting(path, answers)} least={2}>
			<TextField
				{...known}
				initial={given?.address ?? initial}
				origin={given ? undefined : known.origin}
				onAnswer={answer => {
					const problem = problemWith(known.field, answer);
					if (problem !== undefined || answer.kind === 'empty' || typeof answer.value !== 'string')
						return problem ?? onAnswer(answer);
					setGiven({address: answer.value, answer});
					setStage('offer');
					return undefined;
				}}
				bindings={provider && isForwarded(provider) ? {forwarder: write} : {}}
			/>
		</Remarks>
	);
}

type Given = {readonly address: string; readonly answer: FieldAnswer};

/** Why a forwarder is needed, where that is so and nothing is known of one. */
function useWhyFirst({field, initial}: KnownText): string | undefined {
	const {answers, doubted} = useConversation().wizard;
	const provider = providerOf(answers);
	const isKnown = initial !== '' || doubted[field.id] !== undefined;
	return provider && !isKnown ? whyForwarded(provider, answers.environment) : undefined;
}

/** An address that was entered, which of the two it is, and what to do with it. */
function AddressOffer({
	field,
	initial,
	given,
	onAnswer,
	onAgain,
}: KnownText & {readonly given: Given; readonly onAgain: () => void}) {
	const {answers} = useConversation().wizard;
	const isMasked = useMasking(contextFor(field, answers));
	return (
		<Remarks
			remarks={[
				{tone: 'plain', text: isMasked(given.address) ? mask : given.address, atMost: 1, isSpare: true},
				{tone: 'plain', text: toRegister(providerOf(answers)?.name), isSpare: true},
			]}
		>
			<OverrideOffer {...given} isKept={given.address === initial} onAnswer={onAnswer} onAgain={onAgain} />
		</Remarks>
	);
}

/** Which of the two addresses the provider has to know. */
const toRegister = (provider = 'the provider'): string =>
	`This is the address to register at ${provider}, in place of Junction’s. The steps at its portal follow it.`;

/** On the demo, an address of its own that forwards as it should. */
function useAddressToTry(): readonly Remark[] {
	const {demo, answers} = useConversation().wizard;
	const {environment, region, provider} = answers;
	if (!demo) return [];
	const address = `${demo.url}/forward/right/${environment}/${region}/${provider?.slug}`;
	return [{tone: 'quiet', text: `To try one on the demo: ${address}`, isSpare: true}];
}
