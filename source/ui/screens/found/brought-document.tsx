import {useState} from 'react';
import type {Field} from '../../../domain/field.ts';
import {documentToOffer} from '../../../wizard/documents.ts';
import {providerOf} from '../../../wizard/steps.ts';
import {useConversation} from '../../conversation.ts';
import {FoundOffer} from './found-offer.tsx';
import {Refused} from './offer.tsx';

/** The document that a flag brought, offered once the provider that it is for was chosen. */
export function BroughtDocument({field}: {readonly field: Field}) {
	const {wizard, dispatch} = useConversation();
	const [found, setFound] = useState(() => documentToOffer(wizard));
	const settle = () => void dispatch({type: 'document-settled'});
	if (!found || found.kind === 'value') {
		const name = providerOf(wizard.answers)?.name ?? 'this provider';
		return (
			<Refused
				message={`The document of --from has nothing for ${name} in it.`}
				advice="Type or paste the values instead."
				onInstead={settle}
			/>
		);
	}
	return <FoundOffer field={field} found={found} onFound={next => (next ? setFound(next) : settle())} />;
}
