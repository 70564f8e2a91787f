import type {JsonObject} from '../domain/credential.ts';
import {quillfeather} from './seed-organizations.ts';
import {demoTeams} from './seed-teams.ts';

/**
How the server answers a provoked request. `kept` is a credential that cannot be deleted, `unlisted` one that no
read shows; `removal-silence` and `removal-drop` are what becomes of a deletion, before and after it is done.
*/
export type Reaction =
	| {
			readonly kind: 'refusal';
			readonly status: number;
			readonly detail: string;
			readonly headers?: Readonly<Record<string, string>>;
	  }
	| {readonly kind: 'issue'; readonly message: string}
	/** Other values are stored than were sent. */
	| {readonly kind: 'other-values'; readonly values: JsonObject}
	/** A management key of one team of what `opens` does: the organization and other teams are refused (403). */
	| {readonly kind: 'team-key'; readonly opens: string; readonly teamId: string}
	/** A key that opens what `opens` does, for saves; nothing else is there. */
	| {readonly kind: 'saves-only'; readonly opens: string}
	| {readonly kind: 'silence' | 'drop' | 'page' | 'cut'}
	| {readonly kind: 'unlisted' | 'kept' | 'removal-silence' | 'removal-drop'};

/** An input that makes something go wrong. `what` is a row of the table in docs/demo.md. */
export type Provocation = {
	readonly input: string;
	readonly where: 'key' | 'client-id' | 'team-name';
	readonly what: string;
	readonly reaction: Reaction;
	/** Whether the credential is stored, or the team created, all the same. */
	readonly isStored?: true;
	/** Whether it happens only the first time, for each team, provider and client ID of a place. */
	readonly isOnce?: true;
};

/** The team of `mg_demo_team`: the first of the first organization. */
const ownTeamId = demoTeams[0]?.id ?? '';

const elsewhere = 'https://elsewhere.invalid/v1/credentials';

/** Every input that provokes a failure. The credential must be valid otherwise. */
export const provocations: readonly Provocation[] = [
	{
		input: 'mg_demo_401',
		where: 'key',
		what: 'The key is unknown (401).',
		reaction: {kind: 'refusal', status: 401, detail: 'Invalid organization key'},
	},
	{
		input: 'mg_demo_403',
		where: 'key',
		what: 'The key is not allowed to do this (403).',
		reaction: {
			kind: 'refusal',
			status: 403,
			detail: 'The Management API is not part of the plan of this organization',
		},
	},
	{
		input: 'mg_demo_saves_only',
		where: 'key',
		what: 'Opens Quillfeather Health, but only saving is offered; all else is missing (404).',
		reaction: {kind: 'saves-only', opens: quillfeather.key},
	},
	{
		input: 'mg_demo_team',
		where: 'key',
		what: 'A management key of one team of Quillfeather Health, *Ashbourne Cardiology*: of anything else it is refused (403).',
		reaction: {kind: 'team-key', opens: quillfeather.key, teamId: ownTeamId},
	},
	{
		input: 'demo-team-403',
		where: 'team-name',
		what: 'The key may not create teams (403).',
		reaction: {kind: 'refusal', status: 403, detail: 'This key may not create teams'},
	},
	{
		input: 'demo-team-404',
		where: 'team-name',
		what: 'The API does not create teams (404).',
		reaction: {kind: 'refusal', status: 404, detail: 'Not Found'},
	},
	{
		input: 'demo-team-429',
		where: 'team-name',
		what: 'Too many requests, and no team is created (429).',
		reaction: {kind: 'refusal', status: 429, detail: 'Too many requests'},
	},
	{
		input: 'demo-team-drop',
		where: 'team-name',
		what: 'The connection breaks, and no team is created.',
		reaction: {kind: 'drop'},
	},
	{
		input: 'demo-team-drop-created',
		where: 'team-name',
		what: 'The team is created, then the connection breaks.',
		isStored: true,
		reaction: {kind: 'drop'},
	},
	{
		input: 'demo-422',
		where: 'client-id',
		what: 'The client ID is refused (422).',
		reaction: {kind: 'issue', message: 'client_id does not belong to an application of this provider'},
	},
	{
		input: 'demo-401',
		where: 'client-id',
		what: 'The key is refused at the save, once (401); then saved.',
		isOnce: true,
		reaction: {kind: 'refusal', status: 401, detail: 'Invalid organization key'},
	},
	{
		input: 'demo-429',
		where: 'client-id',
		what: 'Too many requests, with `Retry-After: 2`, once (429); then saved.',
		isOnce: true,
		reaction: {kind: 'refusal', status: 429, detail: 'Too many requests', headers: {'retry-after': '2'}},
	},
	{
		input: 'demo-429-forever',
		where: 'client-id',
		what: 'Too many requests, with `Retry-After: 1`, every time (429).',
		reaction: {kind: 'refusal', status: 429, detail: 'Too many requests', headers: {'retry-after': '1'}},
	},
	{
		input: 'demo-503',
		where: 'client-id',
		what: 'Overloaded once (503); then saved.',
		isOnce: true,
		reaction: {kind: 'refusal', status: 503, detail: 'Service unavailable'},
	},
	{
		input: 'demo-503-forever',
		where: 'client-id',
		what: 'Overloaded every time (503).',
		reaction: {kind: 'refusal', status: 503, detail: 'Service unavailable'},
	},
	{
		input: 'demo-500',
		where: 'client-id',
		what: 'The server fails, and nothing is stored (500).',
		reaction: {kind: 'refusal', status: 500, detail: 'Internal server error'},
	},
	{
		input: 'demo-500-stored',
		where: 'client-id',
		what: 'The server fails after it stored the credential (500).',
		isStored: true,
		reaction: {kind: 'refusal', status: 500, detail: 'Internal server error'},
	},
	{
		input: 'demo-timeout',
		where: 'client-id',
		what: 'No answer ever comes, and nothing is stored.',
		reaction: {kind: 'silence'},
	},
	{
		input: 'demo-timeout-stored',
		where: 'client-id',
		what: 'Stored, but no answer ever comes.',
		isStored: true,
		reaction: {kind: 'silence'},
	},
	{
		input: 'demo-drop',
		where: 'client-id',
		what: 'The connection breaks once and nothing is stored; then saved.',
		isOnce: true,
		reaction: {kind: 'drop'},
	},
	{
		input: 'demo-drop-stored',
		where: 'client-id',
		what: 'Stored, then the connection breaks.',
		isStored: true,
		reaction: {kind: 'drop'},
	},
	{
		input: 'demo-cut',
		where: 'client-id',
		what: 'Stored, but the answer breaks off in the middle.',
		isStored: true,
		reaction: {kind: 'cut'},
	},
	{
		input: 'demo-garbage',
		where: 'client-id',
		what: 'Stored, but the answer is an HTML page (200).',
		isStored: true,
		reaction: {kind: 'page'},
	},
	{
		input: 'demo-302',
		where: 'client-id',
		what: 'Redirected to another address (302), and nothing is stored.',
		reaction: {kind: 'refusal', status: 302, detail: 'Found', headers: {location: elsewhere}},
	},
	{
		input: 'demo-differs',
		where: 'client-id',
		what: 'Another redirect URL override is stored than was sent.',
		isStored: true,
		reaction: {
			kind: 'other-values',
			values: {redirect_url_override: 'https://changed.example/callback'},
		},
	},
	{
		input: 'demo-undeletable',
		where: 'client-id',
		what: 'Saved, but deleting it fails.',
		isStored: true,
		reaction: {kind: 'kept'},
	},
	{
		input: 'demo-unlisted',
		where: 'client-id',
		what: 'Saved and answered, but never listed.',
		isStored: true,
		reaction: {kind: 'unlisted'},
	},
	{
		input: 'demo-delete-timeout',
		where: 'client-id',
		what: 'Saved, but deleting it is never answered, and it is kept.',
		isStored: true,
		reaction: {kind: 'removal-silence'},
	},
	{
		input: 'demo-delete-drop',
		where: 'client-id',
		what: 'Saved; when it is deleted, it is gone, but the connection breaks.',
		isStored: true,
		reaction: {kind: 'removal-drop'},
	},
];

const byInput = new Map(provocations.map(provocation => [provocation.input, provocation]));

/** What this input provokes at this place, if anything. */
export function provocationOf(
	where: Provocation['where'],
	input: string | null | undefined,
): Provocation | undefined {
	const provocation = byInput.get(input ?? '');
	return provocation?.where === where ? provocation : undefined;
}
