import type {Environment} from './credential.ts';
import type {Portal} from './portal/portal.ts';
import {portalFor} from './portal/portals.ts';
import type {Preparation, PreparationStep} from './ports.ts';
import type {Provider} from './providers/provider.ts';

/**
What to register at the provider: the values of the API, and the domain alone where the provider's portal takes no
more. Where the portal has a rule of its own, that is said in place of the API's general advice.
*/
export function registrationAt(
	{steps}: Preparation,
	provider: Provider,
	environment: Environment,
): Preparation {
	const portal = portalFor(provider);
	return {
		steps: steps
			.flatMap(step => [...domainIn(step, portal), step])
			.map(step => ({...step, description: ruleFor(step.type, portal, environment) ?? step.description})),
	};
}

function domainIn({type, value}: PreparationStep, portal: Portal | undefined): readonly PreparationStep[] {
	const takesDomain = portal?.steps.some(({puts}) => puts?.value === 'redirect_domain');
	if (!takesDomain || type !== 'redirect_uri' || !URL.canParse(value)) return [];
	return [{type: 'redirect_domain', key: '', value: new URL(value).hostname, description: ''}];
}

const ruleFor = (type: string, portal: Portal | undefined, environment: Environment): string | undefined =>
	portal?.rules?.find(rule => rule.type === type && (rule.onlyIn ?? environment) === environment)?.words;
