import {currentStep} from '../wizard/state.ts';
import {stepsFor} from '../wizard/steps.ts';
import {useConversation} from './conversation.ts';
import {EnvironmentChoice, RegionChoice} from './screens/choice.tsx';
import {FieldQuestion} from './screens/field-question.tsx';
import {OrganizationKey} from './screens/organization-key.tsx';
import {OrganizationList} from './screens/organization-list.tsx';
import {ProviderList} from './screens/provider-list.tsx';
import {LeftUsersView, useLeftUsers} from './screens/proving/left-users.tsx';
import {Register} from './screens/register.tsx';
import {ReviewView} from './screens/review-view.tsx';
import {SavedView} from './screens/saved-view.tsx';
import {TeamList} from './screens/team-list.tsx';

/** The screen of the step that is asked now. */
export function Screen() {
	const {wizard} = useConversation();
	const current = currentStep(wizard);
	const leftUsers = useLeftUsers();
	if (leftUsers) return <LeftUsersView users={leftUsers} />;
	if (wizard.phase.status === 'done') return <SavedView outcome={wizard.phase.outcome} />;
	switch (current) {
		case 'organization':
			return <OrganizationList />;
		case 'organization-key':
			return <OrganizationKey />;
		case 'environment':
			return <EnvironmentChoice />;
		case 'region':
			return <RegionChoice />;
		case 'team':
			return <TeamList />;
		case 'provider':
			return <ProviderList />;
		case 'register':
			return <Register />;
		case 'review':
			return <ReviewView />;
		default: {
			const step = stepsFor(wizard.answers).find(({id}) => id === current);
			return step?.kind === 'field' ? <FieldQuestion key={step.id} field={step.field} /> : null;
		}
	}
}
