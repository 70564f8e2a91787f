import {clean} from '../domain/text.ts';
import {holdsSecret} from '../domain/values/secret-runs.ts';
import type {Wizard} from '../wizard/state.ts';
import {providerOf} from '../wizard/steps.ts';
import {named} from './words.ts';

/**
What a run is for whose provider is settled by a flag, for its first question: whoever was handed the command sees what
they are asked to do. Once the team is known, the target says it.
*/
export function invitationOf({answers, trail, launch, attempt}: Wizard): string | undefined {
	const provider = providerOf(answers);
	if (!provider || answers.team || trail.length > 0 || attempt > 0) return undefined;
	const {organization, 'organization-key': key} = answers;
	const name = key?.organizationName ?? organization?.name;
	const of = organization && name ? named({id: organization.id, name}) : 'your organization';
	const team =
		launch.team === undefined || holdsSecret(launch.team, undefined) ? undefined : clean(launch.team, 60);
	return `Sets up ${provider.name} for ${team === undefined ? `a team of ${of}` : `${team}, a team of ${of}`}.`;
}
