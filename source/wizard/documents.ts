import {fieldsOf} from '../domain/fields.ts';
import type {Secret} from '../domain/secret.ts';
import {lowerFirst} from '../domain/text.ts';
import {type Recognition, recognise} from '../domain/values/recognise.ts';
import {pick} from './answers.ts';
import {differenceIn, foundAnswers} from './found.ts';
import type {Wizard} from './state.ts';
import {providerOf} from './steps.ts';

/**
The conversation with the document that a flag brought. Where flags name the provider too, it answers fields as they do,
so that nobody is asked; otherwise, and where there is a question about it, it is offered at the first field.
*/
export function withDocument(wizard: Wizard, text: Secret | undefined): Wizard {
	if (!text) return wizard;
	const provider = providerOf(wizard.answers);
	const open = {...wizard, document: {text, isOpen: true}};
	const found = provider && recognise(text.reveal(), provider);
	if (!provider || found?.kind !== 'document') return open;
	const ids = fieldsOf(provider).map(({id}) => id);
	const {answers, doubted} = foundAnswers(found.fields, wizard.answers);
	const given = Object.fromEntries(answers.map(({step, answer}) => [step, answer]));
	return {
		...wizard,
		document: {text, isOpen: false},
		// What a flag says of a field counts more.
		answers: {...wizard.answers, ...given, ...pick(wizard.answers, ids)},
		doubted: Object.fromEntries(
			doubted.flatMap(({field, value}) =>
				field === 'organization-key' || wizard.answers[field] ? [] : [[field, value]],
			),
		),
	};
}

/** What the document that a flag brought is, for the provider that is chosen; undefined once that is settled. */
export function documentToOffer({document, answers}: Wizard): Recognition | undefined {
	const provider = providerOf(answers);
	return document?.isOpen && provider ? recognise(document.text.reveal(), provider) : undefined;
}

export const documentSettled = (wizard: Wizard): Wizard =>
	wizard.document?.isOpen ? {...wizard, document: {...wizard.document, isOpen: false}} : wizard;

/** What is different about the redirect URIs in it, once it is known what has to be registered. */
export function documentDifference(
	{document, answers}: Wizard,
	register = answers.register,
): string | undefined {
	const provider = providerOf(answers);
	const found = document && provider && recognise(document.text.reveal(), provider);
	if (!register || !found || !('redirectUris' in found)) return undefined;
	const difference = differenceIn(found.redirectUris, {...answers, register});
	return difference && `The document of --from: ${lowerFirst(difference)}`;
}
