import {currentStep, type Wizard} from './state.ts';
import {stepsFor} from './steps.ts';

/**
The provider that the pointer rests on, of which what is to be registered is read in advance; or none any more. Only where
there is something to register, and never while another step is asked.
*/
export function considered(wizard: Wizard, slug: string | undefined): Wizard {
	const {considering, ...rest} = wizard;
	if (considering === slug || currentStep(wizard) !== 'provider') return wizard;
	const isRegistered =
		slug !== undefined && stepsFor({...wizard.answers, provider: {slug}}).some(({id}) => id === 'register');
	if (isRegistered) return {...wizard, considering: slug};
	return considering === undefined ? wizard : rest;
}

/** Whether what is read of a preparation is read in advance. */
export const isConsidering = ({considering}: Wizard): boolean => considering !== undefined;

/** What was read in advance came to nothing, or was to wait: nobody hears of it, and its step asks by itself. */
export function notConsidered({considering: _, ...wizard}: Wizard): Wizard {
	const {preparation: count = 0} = wizard.retries;
	return {...wizard, retries: {...wizard.retries, preparation: count + 1}};
}

export function consideringLeft(wizard: Wizard): Wizard {
	if (wizard.considering === undefined || currentStep(wizard) === 'provider') return wizard;
	const {considering: _, ...rest} = wizard;
	return rest;
}
