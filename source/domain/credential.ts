import type {Secret} from './secret.ts';

export const environments = ['sandbox', 'production'] as const;
export type Environment = (typeof environments)[number];

export const regions = ['us', 'eu'] as const;
export type Region = (typeof regions)[number];

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = {readonly [key: string]: Json};

/** An organization as the API describes it. `expiresAt` is an ISO 8601 time, or null for never. */
export type Organization = {
	readonly id: string;
	readonly name?: string;
	readonly expiresAt?: string | null;
};

export type Team = {
	readonly id: string;
	readonly name?: string;
	readonly region?: string;
	readonly createdOn?: string;
};

/** A team that is to be created. Its ID is made here, so that it can be looked up where no answer came. */
export type NewTeam = {readonly id: string; readonly name: string; readonly region: Region};

/** Where a credential goes. Part of the path of every request about credentials. */
export type Place = {readonly environment: Environment; readonly region: Region};

/**
A value of the request body: JSON, in which any value may be a secret that is still sealed. Names are the API's own,
as in `{client_id: '1', client_secret: Secret, details: {…}}`.
*/
export type BodyValue = null | boolean | number | string | Secret | readonly BodyValue[] | BodyObject;
export type BodyObject = {readonly [name: string]: BodyValue};

/**
What an upsert sends: for whom it is, and a value for every place of the body, null where there is none. Nothing is
erased by being left out, because the API does not say what an omitted value does.
*/
export type Credential = {
	readonly teamId: string;
	readonly provider: string;
	readonly values: BodyObject;
};

/**
A credential as the API shows it; times are ISO 8601. `values` are whole and raw, by their places in the body: never
a secret, and null where there is no value.
*/
export type StoredCredential = {
	readonly id: string;
	readonly teamId: string;
	readonly provider: string;
	readonly values: JsonObject;
	readonly clientSecretHash: string | null;
	readonly appUrl: string | null;
	readonly createdAt: string;
	readonly updatedAt: string;
};

/** Whether it is stored for this very team and provider. IDs are compared in any case. */
export const isStoredFor = (
	stored: StoredCredential,
	teamId: string | undefined,
	provider: string | undefined,
): boolean => stored.teamId.toLowerCase() === teamId?.toLowerCase() && stored.provider === provider;

/** A stored credential with where it is stored, and the name of its team where that is known. */
export type PlacedCredential = {
	readonly place: Place;
	readonly stored: StoredCredential;
	readonly teamName?: string;
};

/** The client ID, by which an application is known; null where there is none. */
export const clientIdOf = ({values}: {readonly values: BodyObject}): string | null =>
	typeof values.client_id === 'string' ? values.client_id : null;
