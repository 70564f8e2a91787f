import {useState} from 'react';
import {apis} from '../../../domain/api-generation.ts';
import type {Secret} from '../../../domain/secret.ts';
import {readValue, stopping, type ValueReading} from '../../../domain/values/doubts.ts';
import {lengthOf} from '../../../domain/values/words.ts';
import {type FoundByKey, keyContext, keyInDocument} from '../../../wizard/found-key.ts';
import {ValueQuestion} from '../../prompts/value-question.tsx';
import {Offer, Refused} from './offer.tsx';

/** The organization key out of a document; one without is refused, and nothing else of it is used. */
export function KeyOffer({
	found,
	onKey,
	onInstead,
}: {
	readonly found: FoundByKey;
	readonly onKey: (key: Secret) => void;
	readonly onInstead: () => void;
}) {
	const [question, setQuestion] = useState<ValueReading>();
	const key = keyInDocument(found);
	if (question) return <ValueQuestion reading={question} onSettled={onKey} onAgain={onInstead} />;
	if (!key) {
		const message = `This is ${found.name}, and no organization key is in it.`;
		return <Refused message={message} advice={advice} onInstead={onInstead} />;
	}
	const use = () => {
		const reading = readValue(key.reveal(), keyContext);
		if (stopping(reading).length > 0) setQuestion(reading);
		else onKey(reading.value);
	};
	return (
		<Offer
			remarks={[{tone: 'plain', text: `This is ${found.name}, with an organization key: ${lengthOf(key)}.`}]}
			items={[{value: 'use', label: 'Use the organization key'}]}
			onChoose={use}
			onInstead={onInstead}
		/>
	);
}

const advice = `Give the key alone, or with its name before it: ${apis.map(({keyVariable}) => keyVariable).join(' or ')}.`;
