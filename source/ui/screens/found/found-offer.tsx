import {questionWords} from '../../../domain/values/recognise.ts';
import {DocumentOffer} from './document-offer.tsx';
import {Offer, Refused} from './offer.tsx';
import type {Found, Offering} from './offering.ts';

/** Offers what was found in the place of a value. */
export function FoundOffer({field, found, onFound, onKept}: Offering<Found['kind']>) {
	switch (found.kind) {
		case 'document':
			return <DocumentOffer field={field} found={found} onFound={onFound} onKept={onKept} />;
		case 'question':
			return <ApplicationQuestion found={found} onFound={onFound} />;
		case 'refused':
			return <Refused {...found.refusal} onInstead={onFound} />;
	}
}

/** Which application of a document is meant. Enter alone chooses none. */
function ApplicationQuestion({found, onFound}: Pick<Offering<'question'>, 'found' | 'onFound'>) {
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
