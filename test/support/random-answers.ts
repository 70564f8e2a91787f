import type {JsonObject} from '../../source/domain/credential.ts';
import type {Answers, OrganizationAnswer, RegisterAnswer} from '../../source/wizard/answers.ts';
import {currentStep, type Wizard} from '../../source/wizard/state.ts';
import {stepsFor} from '../../source/wizard/steps.ts';
import {firstTime, organizationId, teamId} from './credentials.ts';
import {fieldAnswer} from './field-answers.ts';
import {type Happening, keyAnswer, otherOrganizationId, otherTeamId, stored} from './play.ts';
import {altered} from './values.ts';

const slugs = [
	'strava',
	'polar',
	'fitbit',
	'google_health',
	'google_fit',
	'freestyle_libre',
	'peloton',
	'newer',
];

/** One of the values, by the turn. */
export const chosen = <Value>(values: readonly [Value, ...Value[]], turn: number): Value =>
	values[turn % values.length] ?? values[0];

const organization = (turn: number): OrganizationAnswer => {
	const id = chosen([organizationId, otherOrganizationId], turn);
	const remembered = {
		id,
		generation: 'junction',
		url: 'https://api.management.junction.com',
		region: 'us',
		provider: chosen(['strava', 'polar'], turn),
		lastUsed: firstTime,
	} as const;
	return {id, isDemo: false, ...(turn % 3 === 0 ? {remembered} : {})};
};

const redirectUri = {
	type: 'redirect_uri',
	key: 'redirect_uri',
	value: 'https://api.junction.com/c',
	description: '',
};
const registrations: readonly [RegisterAnswer, ...RegisterAnswer[]] = [
	{steps: []},
	{steps: [redirectUri]},
	{steps: [], note: 'The API could not be asked.'},
];

/** A valid answer to the step that is asked now; none at review. Which one, or whether what is offered, depends on the turn. */
export function nextAnswer(wizard: Wizard, turn: number): Answers {
	const {organization: chosenOrganization, provider} = wizard.answers;
	const step = stepsFor(wizard.answers).find(({id}) => id === currentStep(wizard));
	if (step?.kind === 'field') {
		const draft = turn % 5 === 4 ? wizard.drafts[step.id] : undefined;
		return {[step.id]: draft ?? fieldAnswer(provider?.slug ?? '', step.field, turn)};
	}
	switch (step?.id) {
		case 'organization':
			return {organization: organization(turn)};
		case 'organization-key':
			return {'organization-key': keyAnswer({organizationId: chosenOrganization?.id ?? ''})};
		case 'environment':
			return {environment: chosen(['sandbox', 'production'], turn)};
		case 'region':
			return {region: chosen(['us', 'eu'], turn)};
		case 'team':
			return {team: chosen([{id: teamId, name: 'Runners'}, {id: otherTeamId}], turn)};
		case 'provider':
			return {provider: {slug: slugs[turn % slugs.length] ?? 'strava', isAccepted: true}};
		case 'register':
			return {register: chosen(registrations, turn)};
		default:
			return {};
	}
}

/** What the API may show as stored for the team, or for another one: raw, masked, or of a strange shape. */
export const storedRead = (turn: number, {team, provider}: Answers): Happening => {
	const slug = turn % 5 === 0 ? 'strava' : (provider?.slug ?? 'polar');
	const details: readonly [JsonObject | null, ...JsonObject[]] = [
		null,
		{token: `secret ${slug} stored`},
		{webhook_secret: '••••', extra: {level: [turn]}},
		{fitbit: {workout_verify_token: '••••', is_hr_enabled: true}, data_scopes: ['openid']},
		{project_number: 42, deep: {masked: '***'}},
	];
	return {
		type: 'stored-read',
		stored: altered(stored, {
			teamId: turn % 7 === 0 ? otherTeamId : (team?.id ?? teamId),
			provider: slug,
			client_id: chosen([`stored ${slug}`, 'st••••', null], turn),
			details: chosen<JsonObject | null>(details, turn),
			redirect_url_override: chosen(['https://stored.example/', null], turn),
		}),
	};
};
