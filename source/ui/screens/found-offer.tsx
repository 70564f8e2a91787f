import {useEffect, useRef, useState} from 'react';
import type {Field} from '../../domain/field.ts';
import type {Problem} from '../../domain/problem.ts';
import {Secret} from '../../domain/secret.ts';
import {lowerFirst} from '../../domain/text.ts';
import {type Entered, enter} from '../../domain/values/door.ts';
import {droppedPath} from '../../domain/values/dropped-path.ts';
import {questionWords} from '../../domain/values/recognise.ts';
import {shownInvisible} from '../../domain/values/signs.ts';
import {contextFor} from '../../wizard/field-context.ts';
import {foundAnswers, redirectDifference} from '../../wizard/found.ts';
import {providerOf} from '../../wizard/steps.ts';
import {useConversation} from '../conversation.ts';
import type {Remark} from '../layout.ts';
import {Menu, type MenuItem} from '../prompts/menu.tsx';
import {Remarks} from '../remarks.tsx';

/** What is offered in the place of a prompt; a value only where a file held nothing else. */
type Found =
	| Exclude<Entered, {readonly kind: 'value'}>
	| {readonly kind: 'path'; readonly path: string; readonly text: Secret};
type Of<Kind extends Found['kind']> = Extract<Found, {readonly kind: Kind}>;

/** Recognises what is more than the value of a field, and offers it in the place of the prompt. */
export function useFound(field: Field, onValue: (value: Secret) => void) {
	const {wizard} = useConversation();
	const [found, setFound] = useState<Found>();
	/** A path that was said to be none. */
	const declined = useRef<Secret>(undefined);
	const recognised = (text: string): Found | undefined => {
		const context = contextFor(field, wizard.answers);
		const provider = providerOf(wizard.answers);
		if (!context || !provider) return undefined;
		const entered = enter(text, {field: field.id, context, provider});
		return entered.kind === 'value' || mayHoldMore(entered, field, text) ? undefined : entered;
	};
	/** Whether the text is a document, or the path of a file, which is offered from now on. */
	const take = (text: string): boolean => {
		const path = declined.current?.is(text) || field.kind === 'url' ? undefined : droppedPath(text);
		const next =
			path === undefined ? recognised(text) : ({kind: 'path', path, text: new Secret(text)} as const);
		if (next) setFound(next);
		return next !== undefined;
	};
	if (found?.kind === 'path') {
		const {path} = found;
		return {
			take,
			offer: (
				<DroppedFile
					path={path}
					onRead={text => {
						const next = recognised(text.reveal());
						setFound(next);
						if (!next) onValue(text);
					}}
					onInstead={() => {
						declined.current = found.text;
						setFound(undefined);
					}}
				/>
			),
		};
	}
	const offer = found && <FoundOffer field={field} found={found} onFound={setFound} />;
	return {take, offer};
}

/** A secret may stand on a line without a name. What of its lines is named would then be offered in its place. */
const mayHoldMore = (found: Found, field: Field, text: string): boolean =>
	field.kind === 'secret' && found.kind === 'document' && !has(found, field) && /[\r\n]/.test(text.trim());

const has = ({fields}: Of<'document'>, field: Field): boolean =>
	fields.some(found => found.field === field.id);

type Offering<Kind extends Found['kind']> = {
	readonly field: Field;
	readonly found: Of<Kind>;
	/** Told what is offered next; nothing where the value is typed instead. */
	readonly onFound: (found?: Found) => void;
};

function FoundOffer({field, found, onFound}: Offering<Exclude<Found['kind'], 'path'>>) {
	switch (found.kind) {
		case 'document':
			return <DocumentOffer field={field} found={found} onFound={onFound} />;
		case 'question':
			return <ApplicationQuestion field={field} found={found} onFound={onFound} />;
		case 'refused': {
			const {message, advice} = found.refusal;
			return (
				<Offer
					remarks={[
						{tone: 'bad', text: message},
						{tone: 'plain', text: advice},
					]}
					onInstead={onFound}
				/>
			);
		}
	}
}

/** A file is read only after a question: a path may have been typed by whatever was dropped. */
function DroppedFile({
	path,
	onRead,
	onInstead,
}: {
	readonly path: string;
	readonly onRead: (text: Secret) => void;
	readonly onInstead: () => void;
}) {
	const {services} = useConversation();
	const [problem, setProblem] = useState<Problem>();
	const isGone = useRef(false);
	const isAsked = useRef(false);
	useEffect(() => {
		isGone.current = false;
		return () => {
			isGone.current = true;
		};
	}, []);
	const read = async () => {
		if (isAsked.current) return;
		isAsked.current = true;
		const result = await services.readDropped(path);
		if (isGone.current) return;
		if (result.ok) onRead(result.value);
		else setProblem(result.problem);
	};
	return problem ? (
		<Offer
			remarks={[
				{tone: 'bad', text: problem.message},
				{tone: 'plain', text: problem.advice},
			]}
			onInstead={onInstead}
		/>
	) : (
		<Offer
			remarks={[{tone: 'plain', text: `This is the path of a file: ${shownInvisible(path)}`}]}
			items={[{value: 'read', label: 'Read the file'}]}
			onChoose={read}
			onInstead={onInstead}
		/>
	);
}

/** Says what is in a document, without any value, and offers to use it. */
function DocumentOffer({field, found, onFound}: Offering<'document'>) {
	const {wizard, dispatch} = useConversation();
	const {answers, lines} = foundAnswers(found.fields, wizard.answers);
	const difference = redirectDifference(found.redirectUris, wizard.answers);
	const own = answers.find(({step}) => step === field.id);
	const remarks: readonly Remark[] = [
		...(difference === undefined ? [] : [{tone: 'warning', text: difference} as const]),
		{
			tone: 'plain',
			text:
				lines.length > 0
					? `This is ${found.name}, with:`
					: `This is ${found.name}, with nothing to use here.`,
		},
		...lines.map(({isDoubted, text}) => ({tone: isDoubted ? 'warning' : 'plain', text}) as const),
	];
	const use = (used: typeof answers) => {
		onFound();
		dispatch({type: 'answered-together', answers: used.map(({step, answer}) => ({step, answer}))});
	};
	return (
		<Offer
			remarks={remarks}
			items={[
				...(answers.length > 0 ? [{value: 'all', label: wordsToUse(answers)}] : []),
				...(own && answers.length > 1 ? [{value: 'own', label: `Only the ${lowerFirst(own.title)}`}] : []),
			]}
			// What is for other fields alone is probably not what was meant here.
			{...(own ? {} : {initial: 'instead'})}
			onChoose={choice => use(choice === 'own' && own ? [own] : answers)}
			onInstead={onFound}
		/>
	);
}

function wordsToUse(answers: readonly {readonly title: string}[]): string {
	const [only] = answers;
	if (only && answers.length === 1) return `Use the ${lowerFirst(only.title)}`;
	return answers.length === 2 ? 'Use both' : `Use all ${answers.length}`;
}

/** Which application of a document is meant. Enter alone chooses none. */
function ApplicationQuestion({found, onFound}: Offering<'question'>) {
	const {name, reason, applications, redirectUris} = found;
	return (
		<Offer
			remarks={[
				{tone: 'plain', text: `This is ${name}.`},
				{tone: 'warning', text: questionWords[reason]},
			]}
			items={applications.map(({title}, index) => ({value: String(index), label: `Use ${title}`}))}
			initial="instead"
			onChoose={choice => {
				const fields = applications[Number(choice)]?.fields ?? [];
				onFound({kind: 'document', name, fields, redirectUris});
			}}
			onInstead={onFound}
		/>
	);
}

/** Remarks, and choices that end with typing the value instead, which Back means as well. */
function Offer({
	remarks,
	items = [],
	initial,
	onChoose,
	onInstead,
}: {
	readonly remarks: readonly Remark[];
	readonly items?: readonly MenuItem<string>[];
	readonly initial?: string;
	readonly onChoose?: (choice: string) => unknown;
	readonly onInstead: () => void;
}) {
	const all = [...items, {value: 'instead', label: 'Type it instead'}];
	return (
		<Remarks remarks={remarks} least={all.length}>
			<Menu
				items={all}
				{...(initial === undefined ? {} : {initial})}
				onChoose={choice => (choice === 'instead' ? onInstead() : onChoose?.(choice))}
				onBack={() => onInstead()}
			/>
		</Remarks>
	);
}
