import type {Place} from '../domain/credential.ts';

type PreparationStep = {
	readonly type: 'redirect_uri' | 'webhook_uri' | 'iam_principal';
	readonly key: string | null;
	readonly value: string;
	readonly description: string | null;
};

/** What to register at the provider before its credential is saved, as the API answers it. */
export function preparation(provider: string, place: Place, teamId: string) {
	const steps = stepsFor(provider, place, teamId);
	return {
		status: steps.length > 0 ? 'preparations_required' : 'no_action_needed',
		preparation_steps: steps,
	};
}

function stepsFor(provider: string, place: Place, teamId: string): readonly PreparationStep[] {
	const redirect: PreparationStep = {
		type: 'redirect_uri',
		key: null,
		value: callbackOf(provider, place),
		description: 'Add this to the allowed redirect URIs of your OAuth application.',
	};
	const webhook: PreparationStep = {
		type: 'webhook_uri',
		key: null,
		value: `${hostOf(place)}/v2/webhooks/${provider}/${teamId}`,
		description: 'Let the provider send its notifications to this address.',
	};
	switch (provider) {
		case 'strava':
			return [redirect];
		case 'google_health':
			return [
				redirect,
				{
					type: 'iam_principal',
					key: 'roles/iam.serviceAccountTokenCreator',
					value: `serviceAccount:demo-${place.region}@byoo-demo.iam.gserviceaccount.com`,
					description: 'Grant this principal the role on your service account.',
				},
			];
		case 'fitbit':
			return [redirect, webhook];
		case 'polar':
			return [webhook];
		default:
			return [];
	}
}

/** The redirect URI of a provider, to which a forwarder has to forward. */
export const callbackOf = (provider: string, place: Place): string =>
	`${hostOf(place)}/v2/link/connect/${provider}`;

/** The address of a place, in the form of the public documentation. */
const hostOf = ({environment, region}: Place): string =>
	`https://api.${environment === 'sandbox' ? 'sandbox.' : ''}${region}.junction.com`;
