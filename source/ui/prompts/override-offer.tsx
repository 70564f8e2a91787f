import type {FieldAnswer} from '../../domain/field-values.ts';
import {useConversation} from '../conversation.ts';
import {Menu, type MenuItem} from './menu.tsx';
import {RedirectCheckResult} from './redirect-check-result.tsx';

type Choice = 'use' | 'check' | 'change';

const use = {value: 'use', label: 'Use it'} as const;
const useUnchecked = {value: 'use', label: 'Use it unchecked'} as const;
const checkFirst = {value: 'check', label: 'Check it: call it with a made-up code'} as const;
const useAnyway = {value: 'use', label: 'Use it all the same'} as const;
const change = {value: 'change', label: 'Change it'} as const;

/**
Offers to try a redirect endpoint before it is used. That comes first, but for one that is kept as it was. The check is
optional, and what it finds never blocks.
*/
export function OverrideOffer({
	answer,
	address,
	isKept,
	onAnswer,
	onAgain,
}: {
	readonly answer: FieldAnswer;
	readonly address: string;
	readonly isKept: boolean;
	readonly onAnswer: (answer: FieldAnswer) => void;
	readonly onAgain: () => void;
}) {
	const {wizard, dispatch} = useConversation();
	const check = (tried?: string) =>
		dispatch({type: 'check-wanted', ...(tried === undefined ? {} : {address: tried})});
	const choose = (choice: Choice) => {
		check(choice === 'check' ? address : undefined);
		if (choice === 'use') onAnswer(answer);
		else if (choice === 'change') onAgain();
	};
	const offered: readonly MenuItem<Choice>[] = isKept
		? [use, checkFirst, change]
		: [checkFirst, useUnchecked, change];
	return wizard.checking === address ? (
		<RedirectCheckResult
			itemsFor={isRight => (isRight ? [use, change] : [change, useAnyway])}
			onChoose={choose}
			onBack={() => check()}
		/>
	) : (
		<Menu items={offered} onChoose={choose} onBack={onAgain} />
	);
}
