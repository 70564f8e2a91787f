import type {Credential, Json, Place} from './credential.ts';
import type {FieldId} from './field.ts';
import type {ManifestRow} from './manifest.ts';
import type {Before} from './outcome.ts';
import type {Problem} from './problem.ts';

/**
One field in which a save differs from what is stored. `field` is its path in the request body, such as `client_id`;
null is no value. What may be a secret is a mask, and of an object only its names are shown, each with a mask. A detail
that nobody knows has no `id`.
*/
export type FieldChange = {
	readonly id?: FieldId;
	readonly field: string;
	readonly title: string;
	readonly from: Json;
	readonly to: Json;
};

/** `resend`: only the secret is sent anew. `save`: what is stored cannot be read. */
export type PlanAction = 'create' | 'update' | 'resend' | 'save';

/** What a save comes to: the whole body to send, and what was stored when it was planned. */
export type PlannedSave = {
	readonly place: Place;
	readonly teamName?: string;
	readonly action: PlanAction;
	readonly changes: readonly FieldChange[];
	/** The titles of secrets that are sent and cannot be compared with what is stored. */
	readonly anew: readonly string[];
	/** The paths of stored details that are erased, because they cannot be sent again as they are stored. */
	readonly lost: readonly string[];
	readonly credential: Credential;
	readonly before: Before;
};

/** Whether another client ID takes the place of the stored one: then existing connections may have to be made again. */
export const replacesApplication = ({action, changes}: PlannedSave): boolean =>
	action === 'update' && changes.some(({id}) => id === 'client-id');

/** What a row of a manifest comes to. */
export type PlannedRow = PlannedSave & {readonly row: ManifestRow};

/** What became of a planned row. `problem` says why it failed or could not be confirmed. */
export type RowResult = {
	readonly planned: PlannedRow;
	readonly outcome: RowOutcome;
	readonly problem?: Problem;
	/** The server accepted it and shows no change: the secret was probably the one that was stored. */
	readonly isUnproved?: boolean;
	/** The server accepted it and named another team in its answer. */
	readonly namedOtherTeam?: boolean;
};

export const rowOutcomes = [
	'created',
	'updated',
	'resent',
	'saved',
	'failed',
	'unconfirmed',
	'notBegun',
] as const;
export type RowOutcome = (typeof rowOutcomes)[number];
