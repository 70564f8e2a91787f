import type {ReactNode} from 'react';
import {fieldsOf} from '../../source/domain/fields.ts';
import {findProvider} from '../../source/domain/providers/find-providers.ts';
import {Secret} from '../../source/domain/secret.ts';
import {FieldQuestion} from '../../source/ui/screens/field-question.tsx';
import {OrganizationKey} from '../../source/ui/screens/organization-key.tsx';
import type {Answers} from '../../source/wizard/answers.ts';
import type {WizardEvent} from '../../source/wizard/state.ts';
import {startWizard} from '../../source/wizard/wizard.ts';
import {answered, mountPrompt} from '../support/conversation.tsx';
import {keys} from '../support/keys.ts';
import {type Outcome, subjects, type Way} from './way.ts';

/** A prompt to paste into, and what an event of it says was answered. */
type Prompt = {readonly node: ReactNode; readonly preset: Answers};

/** Pastes the text and presses Enter: either the answer is given, or something is asked or said. */
async function pasted({node, preset}: Prompt, text: string): Promise<Outcome> {
	const events: WizardEvent[] = [];
	const wizard = startWizard(preset);
	const dispatch = (event: WizardEvent) => {
		events.push(event);
		return wizard;
	};
	const prompt = mountPrompt(node, {wizard, dispatch});
	await prompt.paste(text);
	// What a line would leave out is asked about at once, or said.
	if (!/^[❯ ] Enter it again$|^✖ /m.test(prompt.screen())) await prompt.press(keys.enter);
	const words = prompt.screen().replace(/\s+/g, ' ');
	await prompt.unmount();
	const value = events.map(answerIn).find(answer => answer !== undefined);
	return value === undefined ? {kind: 'stopped', words} : {kind: 'taken', value};
}

function answerIn(event: WizardEvent): string | undefined {
	if (event.type === 'key-given') return event.key?.secret.reveal();
	if (event.type !== 'answered' || !('answer' in event)) return undefined;
	const {answer} = event;
	if (typeof answer !== 'object' || !('kind' in answer) || answer.kind !== 'given') return undefined;
	return answer.value instanceof Secret ? answer.value.reveal() : String(answer.value);
}

function fieldOf(slug: string, id: string): Prompt {
	const provider = findProvider(slug);
	const field = provider && fieldsOf(provider).find(candidate => candidate.id === id);
	if (!field) throw new Error(`There is no ${id} of ${slug}.`);
	return {node: <FieldQuestion field={field} />, preset: {provider: {slug}, register: {steps: []}}};
}

const keyPrompt: Prompt = {node: <OrganizationKey />, preset: answered.organization};

/** Every prompt of the wizard that takes a text. A list is chosen from, and an address is tried before it is taken. */
export const wizardWays: readonly Way[] = [
	{name: 'Client ID', subject: subjects.clientId, prompt: fieldOf('oura', 'client-id')},
	{name: 'Client secret', subject: subjects.clientSecret, prompt: fieldOf('oura', 'client-secret')},
	{
		name: 'a detail',
		subject: subjects.detail,
		prompt: fieldOf('google_health', 'details.service_account_email'),
	},
	{
		name: 'a secret detail',
		subject: subjects.secretDetail,
		prompt: fieldOf('polar', 'details.webhook_secret'),
	},
	{name: 'Redirect URI', subject: subjects.address, prompt: fieldOf('google_fit', 'details.redirect_uri')},
	{name: 'Organization key', subject: subjects.key, prompt: keyPrompt},
].map(({prompt, ...way}): Way => ({...way, isOfBytes: true, give: text => pasted(prompt, text)}));
