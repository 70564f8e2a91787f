import type {Environment} from './credential.ts';
import type {Portal} from './portal/portal.ts';
import {portalFor} from './portal/portals.ts';
import type {Preparation, PreparationStep} from './ports.ts';
import type {Provider} from './providers/provider.ts';

/**
What to register at the provider: the values of the API, and the domain alone where the provider's portal takes no
more. Where the portal has a rule of its own, that is said in place of the API's general advice. A callback of the
customer's own is registered in place of Junction's.
*/
export function registrationAt(
	{steps}: Preparation,
	provider: Provider,
	environment: Environment,
	ownCallback?: string,
): Preparation {
	const portal = portalFor(provider);
	const rule = (type: string) =>
		type === 'redirect_uri' && ownCallback !== undefined ? inItsPlace : ruleFor(type, portal, environment);
	return {
		steps: steps
			.flatMap(step => [...domainIn(step, portal, ownCallback), step])
			.map(step => ({...step, description: rule(step.type) ?? step.description})),
	};
}

const inItsPlace = 'Register your own callback in its place, which forwards to this address.';

function domainIn(
	{type, value}: PreparationStep,
	portal: Portal | undefined,
	address = value,
): readonly PreparationStep[] {
	const takesDomain = portal?.steps.some(({puts}) => puts?.value === 'redirect_domain');
	if (!takesDomain || type !== 'redirect_uri' || !URL.canParse(address)) return [];
	return [{type: 'redirect_domain', key: '', value: new URL(address).hostname, description: ''}];
}

const ruleFor = (type: string, portal: Portal | undefined, environment: Environment): string | undefined =>
	portal?.rules?.find(rule => rule.type === type && (rule.onlyIn ?? environment) === environment)?.words;
