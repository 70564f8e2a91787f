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

/** Where a credential goes. Part of the path of every request about credentials. */
export type Place = {readonly environment: Environment; readonly region: Region};

/** The whole body of an upsert. Every field is always sent: nothing is erased by being left out. */
export type Credential = {
	readonly teamId: string;
	readonly provider: string;
	readonly clientId: string;
	/** null only for a practice binding, which has none. */
	readonly clientSecret: Secret | null;
	readonly details: CredentialDetails | null;
	readonly redirectUrlOverride: string | null;
};

/** Details may hold secrets in any of their values. */
export type CredentialDetails = {readonly [key: string]: DetailValue};
export type DetailValue =
	| null
	| boolean
	| number
	| string
	| Secret
	| readonly DetailValue[]
	| CredentialDetails;

/** A credential as the API shows it. `details` are kept whole and raw; times are ISO 8601. */
export type StoredCredential = {
	readonly id: string;
	readonly teamId: string;
	readonly provider: string;
	readonly clientId: string | null;
	readonly clientSecretHash: string | null;
	readonly details: JsonObject | null;
	readonly redirectUrlOverride: string | null;
	readonly appUrl: string | null;
	readonly createdAt: string;
	readonly updatedAt: string;
};

/** A stored credential with where it is stored, and the name of its team where that is known. */
export type PlacedCredential = {
	readonly place: Place;
	readonly stored: StoredCredential;
	readonly teamName?: string;
};
