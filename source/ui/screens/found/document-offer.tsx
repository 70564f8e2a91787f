import {lowerFirst} from '../../../domain/text.ts';
import {differenceIn, type FoundAnswer, foundAnswers} from '../../../wizard/found.ts';
import {useConversation} from '../../conversation.ts';
import type {Remark} from '../../layout.ts';
import type {MenuItem} from '../../prompts/menu.tsx';
import {Offer} from './offer.tsx';
import type {Offering} from './offering.ts';

/** Says what is in a document, without any value, and offers to use it. */
export function DocumentOffer({field, found, onFound, onKept}: Offering<'document'>) {
	const {wizard, dispatch} = useConversation();
	const {answers, doubted, lines} = foundAnswers(found.fields, wizard.answers);
	const own = answers.find(({step}) => step === field.id);
	const use = (used: readonly FoundAnswer[], asked: typeof doubted) => {
		onFound();
		const given = used.map(({step, answer}) => ({step, answer}));
		dispatch({type: 'answered-together', answers: given, doubted: asked});
	};
	return (
		<Offer
			remarks={[
				...differenceRemarks(differenceIn(found.redirectUris, wizard.answers)),
				{
					tone: 'plain',
					text: `This is ${found.name}, with${lines.length > 0 ? ':' : ' nothing to use here.'}`,
				},
				...lines.map(({isDoubted, text}) => ({tone: isDoubted ? 'warning' : 'plain', text}) as const),
			]}
			items={itemsFor(answers, own, onKept && `Keep it as the ${lowerFirst(field.title)}`)}
			// What is for other fields alone is probably not what was meant here.
			{...(own ? {} : {initial: 'instead'})}
			onChoose={choice => {
				if (choice === 'kept') onKept?.();
				else if (choice === 'own' && own) use([own], []);
				else use(answers, doubted);
			}}
			onInstead={onFound}
		/>
	);
}

const differenceRemarks = (difference: string | undefined): readonly Remark[] =>
	difference === undefined ? [] : [{tone: 'warning', text: difference}];

const itemsFor = (
	answers: readonly FoundAnswer[],
	own: FoundAnswer | undefined,
	kept: string | undefined,
): readonly MenuItem<string>[] => [
	...(answers.length > 0 ? [{value: 'all', label: wordsToUse(answers)}] : []),
	...(own && answers.length > 1 ? [{value: 'own', label: `Only the ${lowerFirst(own.title)}`}] : []),
	...(kept === undefined ? [] : [{value: 'kept', label: kept}]),
];

function wordsToUse(answers: readonly FoundAnswer[]): string {
	const [only] = answers;
	if (only && answers.length === 1) return `Use the ${lowerFirst(only.title)}`;
	return answers.length === 2 ? 'Use both' : `Use all ${answers.length}`;
}
