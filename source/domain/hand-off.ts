import type {ApiGeneration} from './api-generation.ts';
import type {Credential, Place} from './credential.ts';

/** Everything that the same job needs elsewhere: in curl, in another run of byoo, in a report. */
export type HandOff = {
	readonly generation: ApiGeneration;
	/** The API's base URL, without a trailing slash. */
	readonly url: string;
	/** Whether it was done on the embedded API. */
	readonly isDemo: boolean;
	readonly organizationId: string;
	readonly organizationName?: string;
	readonly place: Place;
	readonly teamName?: string;
	readonly credential: Credential;
};
