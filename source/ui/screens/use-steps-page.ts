import type {ChecklistContext} from '../../domain/portal/checklist.ts';
import {stepsName, stepsPage} from '../../output/steps-page.ts';
import {useConversation} from '../conversation.ts';
import type {Remark} from '../layout.ts';

/** Writes the steps as a page for the person at the portal, and says where it is or why it is not. */
export function useStepsPage(
	context: ChecklistContext | undefined,
	ticked: ReadonlySet<string>,
	say: (remark: Remark) => void,
): () => void {
	const {wizard, services} = useConversation();
	const {organization, 'organization-key': key, team} = wizard.answers;
	return () => {
		if (!context || !organization || !team) return;
		const input = {
			context,
			organizationId: organization.id,
			organizationName: key?.organizationName ?? organization.name,
			teamId: team.id,
			teamName: team.name,
			at: services.now().toISOString(),
			ticked,
		};
		void services
			.writePage(stepsPage(input), stepsName(input))
			.then(result =>
				say(
					result.ok
						? {tone: 'good', text: `The steps are in ${result.value}.`}
						: {tone: 'warning', text: `${result.problem.message} ${result.problem.advice}`},
				),
			);
	};
}
