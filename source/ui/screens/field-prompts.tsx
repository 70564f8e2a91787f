import {useRef, useState} from 'react';
import type {Field} from '../../domain/field.ts';
import {type FieldAnswer, isSecretValue, parseField, problemWith} from '../../domain/field-values.ts';
import {Secret} from '../../domain/secret.ts';
import {warningsFor} from '../../domain/warnings.ts';
import {providerOf} from '../../wizard/steps.ts';
import {useConversation} from '../conversation.ts';
import {OverrideOffer} from '../prompts/override-offer.tsx';
import {SecretPrompt} from '../prompts/secret-prompt.tsx';
import {TextPrompt} from '../prompts/text-prompt.tsx';
import {Remarks} from '../remarks.tsx';

type Answering = {readonly field: Field; readonly onAnswer: (answer: FieldAnswer) => string | undefined};

/** What looks unusual about a text is said once; Enter again keeps it. It never blocks. */
function useDoubts(field: Field): (text: string) => readonly string[] {
	const {wizard} = useConversation();
	const provider = providerOf(wizard.answers);
	const doubted = useRef<Secret>(undefined);
	return text => {
		const warnings = provider && text.trim() !== '' ? warningsFor(provider, field, text.trim()) : [];
		if (warnings.length === 0 || doubted.current?.is(text)) return [];
		doubted.current = new Secret(text);
		return [...warnings, 'Enter again keeps it as it is.'];
	};
}

export function TextField({field, initial, onAnswer}: Answering & {readonly initial: string}) {
	const {back} = useConversation();
	const doubtsOf = useDoubts(field);
	const [doubts, setDoubts] = useState<readonly string[]>([]);
	return (
		<Remarks remarks={doubts.map(text => ({tone: 'warning', text}))} least={2}>
			<TextPrompt
				initial={initial}
				{...(field.isRequired ? {} : {placeholder: 'empty for none'})}
				onSubmit={text => {
					const reading = parseField(field, text);
					if (!reading.ok) return reading.message;
					const found = text === initial ? [] : doubtsOf(text);
					setDoubts(found);
					return found.length === 0 ? onAnswer(reading.answer) : undefined;
				}}
				onBack={back}
			/>
		</Remarks>
	);
}

/** An override can be tried before it is used. */
export function OverrideField({field, initial, onAnswer}: Answering & {readonly initial: string}) {
	const {wizard} = useConversation();
	const {demo} = wizard;
	const {environment, region, provider} = wizard.answers;
	const [given, setGiven] = useState<{readonly address: string; readonly answer: FieldAnswer}>();
	const [isOffered, setIsOffered] = useState(false);
	if (given && isOffered) {
		return (
			<Remarks remarks={[{tone: 'plain', text: given.address, atMost: 1, isSpare: true}]}>
				<OverrideOffer {...given} onAnswer={onAnswer} onAgain={() => setIsOffered(false)} />
			</Remarks>
		);
	}
	const demoAddress = demo && `${demo.url}/forward/right/${environment}/${region}/${provider?.slug}`;
	return (
		<Remarks
			remarks={
				demoAddress === undefined
					? []
					: [{tone: 'quiet', text: `To try one on the demo: ${demoAddress}`, isSpare: true}]
			}
			least={2}
		>
			<TextField
				field={field}
				initial={given?.address ?? initial}
				onAnswer={answer => {
					const problem = problemWith(field, answer);
					if (problem !== undefined || answer.kind === 'empty' || typeof answer.value !== 'string')
						return problem ?? onAnswer(answer);
					setGiven({address: answer.value, answer});
					setIsOffered(true);
					return undefined;
				}}
			/>
		</Remarks>
	);
}

export function SecretField({field, kept, onAnswer}: Answering & {readonly kept: Secret | undefined}) {
	const {wizard, back} = useConversation();
	const clientId = wizard.answers['client-id'];
	const known = clientId?.kind === 'given' && typeof clientId.value === 'string' ? clientId.value : undefined;
	const doubtsOf = useDoubts(field);
	const submit = (secret: Secret) => {
		if (secret.is('')) return onAnswer({kind: 'empty'});
		const doubts = secret === kept ? [] : doubtsOf(secret.reveal());
		return doubts.length > 0 ? doubts.join(' ') : onAnswer({kind: 'given', value: secret});
	};
	return (
		<SecretPrompt
			kept={kept}
			clientId={known}
			isOptional={!field.isRequired}
			onSubmit={submit}
			onBack={back}
		/>
	);
}

/** Details of unknown shape may hold secrets, so their JSON is entered like one. */
export function JsonField({field, kept, onAnswer}: Answering & {readonly kept: FieldAnswer | undefined}) {
	const {back} = useConversation();
	const known = kept?.kind === 'given' && isSecretValue(kept.value) ? kept.value : undefined;
	return (
		<SecretPrompt
			kept={known}
			isOptional
			isExact
			onSubmit={secret => {
				const reading = parseField(field, secret.reveal());
				return reading.ok ? onAnswer(reading.answer) : reading.message;
			}}
			onBack={back}
		/>
	);
}
