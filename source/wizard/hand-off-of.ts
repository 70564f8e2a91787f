import type {StoredCredential} from '../domain/credential.ts';
import type {HandOff} from '../domain/hand-off.ts';
import type {Answers} from './answers.ts';
import {credentialOf, placeOf} from './credential-of.ts';

/** The answers as the job they amount to, for whoever does it again; undefined while a step is open. */
export function handOffOf(answers: Answers, stored?: StoredCredential): HandOff | undefined {
	const {organization, 'organization-key': key, team} = answers;
	const credential = credentialOf(answers, stored);
	const place = placeOf(answers);
	if (!organization || !key || !credential || !place) return undefined;
	const organizationName = key.organizationName ?? organization.name;
	return {
		generation: key.generation,
		url: key.url,
		isDemo: organization.isDemo,
		organizationId: organization.id,
		...(organizationName === undefined ? {} : {organizationName}),
		place,
		...(team?.name === undefined ? {} : {teamName: team.name}),
		credential,
	};
}
