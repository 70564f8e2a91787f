import {useRef, useState} from 'react';
import type {Field} from '../../domain/field.ts';
import {type FieldAnswer, isSecretValue, parseField, problemWith} from '../../domain/field-values.ts';
import {mask, Secret} from '../../domain/secret.ts';
import {readValue, stopping, type ValueReading} from '../../domain/values/doubts.ts';
import {clientSecretIn, contextFor, isMasked} from '../../wizard/field-context.ts';
import {useConversation} from '../conversation.ts';
import {OverrideOffer} from '../prompts/override-offer.tsx';
import {SecretPrompt} from '../prompts/secret-prompt.tsx';
import {TextPrompt} from '../prompts/text-prompt.tsx';
import {isQuestion, ValueQuestion} from '../prompts/value-question.tsx';
import {Remarks} from '../remarks.tsx';
import {useFound} from './found-offer.tsx';

type Answering = {readonly field: Field; readonly onAnswer: (answer: FieldAnswer) => string | undefined};

/** A text to begin with; `isStored` where it is what the API has, and not what the person gave before. */
type Known = Answering & {readonly initial: string; readonly isStored?: boolean};

/** What is unusual about a value is said once; Enter again keeps it. It never blocks. */
function useNotes(field: Field) {
	const {wizard} = useConversation();
	const [notes, setNotes] = useState<readonly string[]>([]);
	const noted = useRef<Secret>(undefined);
	const context = contextFor(field, wizard.answers);
	/** What is to be said of it before it is taken, said from now on. */
	const note = (value: Secret): readonly string[] => {
		const doubts = context ? readValue(value.reveal(), {...context, isExact: true}).doubts : [];
		const messages = doubts.filter(({severity}) => severity === 'note').map(({message}) => message);
		const isNew = messages.length > 0 && !noted.current?.is(value.reveal());
		noted.current = value;
		const found = isNew ? [...messages, 'Enter again keeps it as it is.'] : [];
		setNotes(found);
		return found;
	};
	return {context, notes, note, forget: () => setNotes([])};
}

/** A text that may be shown. What was probably not meant is asked about, what is unusual is said below it. */
export function TextField({field, initial, isStored = false, onAnswer}: Known) {
	const {wizard, dispatch, back} = useConversation();
	const {context, notes, note, forget} = useNotes(field);
	const found = useFound(field, value => {
		const text = value.reveal().trim();
		again(text, text === '' ? 'That file is empty.' : undefined);
	});
	const [question, setQuestion] = useState<ValueReading>();
	const settled = useRef<Secret>(undefined);
	const [entered, setEntered] = useState(initial);
	const [problem, setProblem] = useState<string>();
	const take = (text: string): string | undefined => {
		const reading = parseField(field, text);
		if (!reading.ok) return reading.message;
		const isSaid = text !== initial && reading.answer.kind === 'given' && note(new Secret(text)).length > 0;
		return isSaid ? undefined : onAnswer(reading.answer);
	};
	const submit = (text: string): string | undefined => {
		if (text.trim() === '' || text === initial || !context) return take(text);
		if (settled.current?.is(text)) return take(text);
		if (found.take(text)) return undefined;
		const reading = readValue(text, context);
		const stops = stopping(reading);
		if (stops.length === 0) return take(text);
		if (!isQuestion(reading)) return stops.map(({message}) => message).join(' ');
		setQuestion(reading);
		return undefined;
	};
	const again = (text: string, said?: string) => {
		setEntered(text);
		setProblem(said);
		setQuestion(undefined);
	};
	if (found.offer) return found.offer;
	if (question) {
		const moved = clientSecretIn(question, wizard.answers);
		return (
			<ValueQuestion
				reading={question}
				canKeep={value => problemWith(field, {kind: 'given', value: value.reveal()}) === undefined}
				onMoved={
					moved &&
					(() => {
						again(initial);
						dispatch({type: 'answered-together', answers: [moved]});
					})
				}
				onSettled={value => {
					settled.current = value;
					again(value.reveal(), take(value.reveal()));
				}}
				onAgain={() => again(initial)}
			/>
		);
	}
	const isAsStored = isStored && entered === initial && initial !== '';
	return (
		<Remarks
			remarks={isAsStored ? [{tone: 'quiet', text: storedWords(initial, isMasked(initial, context))}] : []}
			least={2}
		>
			<TextPrompt
				initial={entered}
				isStored={isAsStored}
				said={problem}
				notes={notes}
				isSecret={text => isMasked(text, context)}
				{...(field.isRequired ? {} : {placeholder: 'empty for none'})}
				onPasted={found.take}
				onChange={forget}
				onSubmit={submit}
				onBack={back}
			/>
		</Remarks>
	);
}

const shownOfStored = 24;

/** The label of a field that holds what is stored. */
const storedWords = (text: string, isSealed: boolean): string => {
	const start = text.length > shownOfStored ? `${text.slice(0, shownOfStored)}…` : text;
	return `Stored: ${isSealed ? mask : start}, Enter keeps it, typing or pasting replaces it`;
};

/** An override can be tried before it is used. */
export function OverrideField({field, initial, isStored = false, onAnswer}: Known) {
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
				isStored={isStored && !given}
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
	const {back} = useConversation();
	const {context, note} = useNotes(field);
	const [fromFile, setFromFile] = useState<Secret>();
	const found = useFound(field, setFromFile);
	const submit = (secret: Secret) => {
		if (secret.is('')) return onAnswer({kind: 'empty'});
		const said = secret === kept ? [] : note(secret);
		return said.length > 0 ? said.join(' ') : onAnswer({kind: 'given', value: secret});
	};
	if (found.offer) return found.offer;
	return (
		<SecretPrompt
			kept={kept}
			initial={fromFile}
			onRead={found.take}
			{...(context && {context})}
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
