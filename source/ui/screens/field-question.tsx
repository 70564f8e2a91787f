import {useRef, useState} from 'react';
import {isTexts} from '../../domain/body/walk.ts';
import type {Field} from '../../domain/field.ts';
import {type FieldAnswer, isSecretValue, problemWith, readField} from '../../domain/schemas.ts';
import {Secret} from '../../domain/secret.ts';
import {warningsFor} from '../../domain/warnings.ts';
import {providerOf} from '../../wizard/steps.ts';
import {isOfTarget} from '../../wizard/stored.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {CheckList} from '../prompts/check-list.tsx';
import {Menu} from '../prompts/menu.tsx';
import {OverrideOffer} from '../prompts/override-offer.tsx';
import {SecretPrompt} from '../prompts/secret-prompt.tsx';
import {Spinner} from '../prompts/spinner.tsx';
import {TextPrompt} from '../prompts/text-prompt.tsx';
import {Remarks} from '../remarks.tsx';
import {StepView} from '../step-view.tsx';

/** The step of one field of the credential, whatever its kind. */
export function FieldQuestion({field}: {readonly field: Field}) {
	const {wizard, back} = useConversation();
	const stored = loaded(wizard, 'stored');
	if (stored.status === 'loading' && wizard.answers.team) {
		return (
			<StepView title={field.title}>
				<Spinner onCancel={back}>Looking at what is stored for this team…</Spinner>
			</StepView>
		);
	}
	const isStored =
		stored.status === 'loaded' && stored.value.rows.some(row => isOfTarget(row, wizard.answers));
	const help =
		field.kind === 'secret' && isStored
			? `${field.help} ${field.isRequired ? askedAgain : clearedIfEmpty}`
			: field.help;
	return (
		<StepView title={field.title} help={help} problem={wizard.refusals[field.id]}>
			<Prompt key={field.id} field={field} />
		</StepView>
	);
}

const askedAgain = 'One is stored; it cannot be read back, so it is asked again.';
const clearedIfEmpty = 'If one is stored, it cannot be read back: left empty, it is cleared.';

function Prompt({field}: {readonly field: Field}) {
	const {wizard, dispatch, back} = useConversation();
	const draft = wizard.drafts[field.id];
	const value = draft?.kind === 'given' ? draft.value : undefined;
	const answer = (given: FieldAnswer) => {
		const problem = problemWith(field, given);
		if (problem === undefined) dispatch({type: 'answered', step: field.id, answer: given});
		return problem;
	};
	switch (field.kind) {
		case 'url':
			return field.isTriable ? (
				<OverrideField field={field} initial={typeof value === 'string' ? value : ''} onAnswer={answer} />
			) : (
				<TextField field={field} initial={typeof value === 'string' ? value : ''} onAnswer={answer} />
			);
		case 'text':
			return <TextField field={field} initial={typeof value === 'string' ? value : ''} onAnswer={answer} />;
		case 'secret':
			return (
				<SecretField field={field} kept={value instanceof Secret ? value : undefined} onAnswer={answer} />
			);
		case 'json':
			return <JsonField field={field} kept={draft} onAnswer={answer} />;
		case 'yes-no':
			return (
				<Menu
					items={[
						{value: 'no', label: 'No'},
						{value: 'yes', label: 'Yes'},
					]}
					initial={(value ?? field.initial) === true ? 'yes' : 'no'}
					onChoose={choice => answer({kind: 'given', value: choice === 'yes'})}
					onBack={back}
				/>
			);
		case 'list':
			return (
				<CheckList
					options={field.options ?? []}
					initial={isTexts(value) ? value : isTexts(field.initial) ? field.initial : []}
					onSubmit={chosen => answer({kind: 'given', value: chosen})}
					onBack={back}
				/>
			);
	}
}

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

function TextField({field, initial, onAnswer}: Answering & {readonly initial: string}) {
	const {back} = useConversation();
	const doubtsOf = useDoubts(field);
	const [doubts, setDoubts] = useState<readonly string[]>([]);
	return (
		<Remarks remarks={doubts.map(text => ({tone: 'warning', text}))} least={2}>
			<TextPrompt
				initial={initial}
				{...(field.isRequired ? {} : {placeholder: 'empty for none'})}
				onSubmit={text => {
					const reading = readField(field, text);
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
function OverrideField({field, initial, onAnswer}: Answering & {readonly initial: string}) {
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

function SecretField({field, kept, onAnswer}: Answering & {readonly kept: Secret | undefined}) {
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
function JsonField({field, kept, onAnswer}: Answering & {readonly kept: FieldAnswer | undefined}) {
	const {back} = useConversation();
	const known = kept?.kind === 'given' && isSecretValue(kept.value) ? kept.value : undefined;
	return (
		<SecretPrompt
			kept={known}
			isOptional
			isExact
			onSubmit={secret => {
				const reading = readField(field, secret.reveal());
				return reading.ok ? onAnswer(reading.answer) : reading.message;
			}}
			onBack={back}
		/>
	);
}
