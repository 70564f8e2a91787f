import {consolePage} from './google-console.ts';
import type {PortalStep} from './portal.ts';

/** Both grants, to be run as they are. */
const grants: readonly string[] = [
	'gcloud projects add-iam-policy-binding PROJECT_ID \\',
	'  --member="serviceAccount:SERVICE_ACCOUNT_EMAIL" \\',
	'  --role="roles/health.editor"',
	'gcloud iam service-accounts add-iam-policy-binding \\',
	'  SERVICE_ACCOUNT_EMAIL \\',
	'  --project=PROJECT_ID \\',
	'  --member="IAM_PRINCIPAL" \\',
	'  --role="roles/iam.serviceAccountTokenCreator"',
];

/** The service account of Google Health, and the two grants without which saving fails. */
export const serviceAccountSteps: readonly PortalStep[] = [
	{
		id: 'service-account',
		title: 'Create a service account, without any key',
		how: ['Run the command, or make one on this page. Its address is in the column Email.'],
		page: consolePage('iam-admin/serviceaccounts'),
		command: [
			'gcloud iam service-accounts create SERVICE_ACCOUNT_NAME \\',
			'  --project=PROJECT_ID --display-name="Junction Google Health"',
		],
		answers: 'details.service_account_email',
		right: 'Its address ends in .iam.gserviceaccount.com.',
		traps: ['Neither create nor upload a JSON key for it.'],
	},
	{
		id: 'editor',
		title: 'Grant it Google Health API Editor on the project',
		how: [
			'Run this block: it makes this grant, and that of the next step.',
			'By hand: Grant access, the service account as principal, Google Health API Editor as role.',
		],
		page: consolePage('iam-admin/iam'),
		command: grants,
		right: 'The service account is listed with the role Google Health API Editor.',
		traps: ['Without both grants the save is refused.'],
	},
	{
		id: 'token-creator',
		title: 'Grant Junction Token Creator on the service account',
		how: [
			'Where you ran the block of the step before, this is done.',
			'By hand: the service account, Permissions, Grant access, Service Account Token Creator as role.',
		],
		page: consolePage('iam-admin/serviceaccounts'),
		puts: {value: 'iam_principal', field: 'New principals'},
		right: 'Junction’s principal is listed with the role Service Account Token Creator.',
		traps: [
			'Grant it on the service account, not on the project.',
			'The principal is another one in each environment and region.',
		],
	},
];
