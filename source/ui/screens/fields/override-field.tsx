import {useState} from 'react';
import {type FieldAnswer, problemWith} from '../../../domain/field-values.ts';
import {mask} from '../../../domain/secret.ts';
import {contextFor} from '../../../wizard/field-context.ts';
import {providerOf} from '../../../wizard/steps.ts';
import {useConversation} from '../../conversation.ts';
import {useMasking} from '../../hooks/use-known-secrets.ts';
import type {Remark} from '../../layout.ts';
import {OverrideOffer} from '../../prompts/override-offer.tsx';
import {Remarks} from '../../remarks.tsx';
import type {KnownText} from './field-answering.ts';
import {TextField} from './text-field.tsx';

/** An override can be tried before it is used. */
export function OverrideField({field, initial, origin, onAnswer}: KnownText) {
	const [given, setGiven] = useState<{readonly address: string; readonly answer: FieldAnswer}>();
	const [isOffered, setIsOffered] = useState(false);
	const toTry = useAddressToTry();
	const {answers} = useConversation().wizard;
	const isMasked = useMasking(contextFor(field, answers));
	if (given && isOffered) {
		return (
			<Remarks
				remarks={[
					{tone: 'plain', text: isMasked(given.address) ? mask : given.address, atMost: 1, isSpare: true},
					{tone: 'plain', text: toRegister(providerOf(answers)?.name), isSpare: true},
				]}
			>
				<OverrideOffer
					{...given}
					isKept={given.address === initial}
					onAnswer={onAnswer}
					onAgain={() => setIsOffered(false)}
				/>
			</Remarks>
		);
	}
	const offer = (answer: FieldAnswer) => {
		const problem = problemWith(field, answer);
		if (problem !== undefined || answer.kind === 'empty' || typeof answer.value !== 'string')
			return problem ?? onAnswer(answer);
		setGiven({address: answer.value, answer});
		setIsOffered(true);
		return undefined;
	};
	return (
		<Remarks remarks={toTry} least={2}>
			<TextField
				field={field}
				initial={given?.address ?? initial}
				origin={given ? undefined : origin}
				onAnswer={offer}
			/>
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
