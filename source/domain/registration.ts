import type {Environment} from './credential.ts';
import type {Preparation, PreparationStep} from './ports.ts';
import type {Provider} from './providers/provider.ts';

/**
What to register at the provider: the values of the API, and the domain alone where the provider's portal takes no
more. Where the portal has a rule of its own, that is said in place of the API's general advice.
*/
export const registrationAt = (
	{steps}: Preparation,
	provider: Provider,
	environment: Environment,
): Preparation => ({
	steps: steps
		.flatMap(step => [...domainIn(step, provider), step])
		.map(step => ({...step, description: ruleFor(step.type, provider, environment) ?? step.description})),
});

function domainIn({type, value}: PreparationStep, {takesBareDomain}: Provider): readonly PreparationStep[] {
	if (!takesBareDomain || type !== 'redirect_uri' || !URL.canParse(value)) return [];
	return [{type: 'redirect_domain', key: '', value: new URL(value).hostname, description: ''}];
}

const ruleFor = (
	type: string,
	{registrationRules = []}: Provider,
	environment: Environment,
): string | undefined =>
	registrationRules.find(rule => rule.type === type && (rule.environment ?? environment) === environment)
		?.words;
