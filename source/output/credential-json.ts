import type {PlacedCredential} from '../domain/credential.ts';
import {maskedDetails} from './known-details.ts';

/**
A stored credential as JSON shows it: an allow-list of its fields, exactly as they are stored. Of the details only
those show their value that are known as no secrets.
*/
export const credentialJson = ({place, stored, teamName}: PlacedCredential): object => ({
	id: stored.id,
	provider: stored.provider,
	clientId: stored.clientId,
	clientSecretHash: stored.clientSecretHash,
	details: maskedDetails(stored),
	redirectUrlOverride: stored.redirectUrlOverride,
	appUrl: stored.appUrl,
	createdAt: stored.createdAt,
	updatedAt: stored.updatedAt,
	env: place.environment,
	region: place.region,
	team: {id: stored.teamId, name: teamName ?? null},
});
