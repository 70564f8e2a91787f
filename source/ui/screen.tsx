import {currentStep} from '../wizard/state.ts';
import {stepsFor} from '../wizard/steps.ts';
import {useConversation} from './conversation.ts';
import {EnvironmentChoice, RegionChoice} from './screens/choice.tsx';
import {Field} from './screens/field.tsx';
import {Organization} from './screens/organization.tsx';
import {OrganizationKey} from './screens/organization-key.tsx';
import {Provider} from './screens/provider.tsx';
import {Register} from './screens/register.tsx';
import {Review} from './screens/review.tsx';
import {Saved} from './screens/saved.tsx';
import {Team} from './screens/team.tsx';

/** The screen of the step that is asked now. */
export function Screen() {
	const {wizard} = useConversation();
	const current = currentStep(wizard);
	if (wizard.phase.status === 'done') return <Saved outcome={wizard.phase.outcome} />;
	switch (current) {
		case 'organization':
			return <Organization />;
		case 'organization-key':
			return <OrganizationKey />;
		case 'environment':
			return <EnvironmentChoice />;
		case 'region':
			return <RegionChoice />;
		case 'team':
			return <Team />;
		case 'provider':
			return <Provider />;
		case 'register':
			return <Register />;
		case 'review':
			return <Review />;
		default: {
			const step = stepsFor(wizard.answers).find(({id}) => id === current);
			return step?.kind === 'field' ? <Field key={step.id} field={step.field} /> : null;
		}
	}
}
