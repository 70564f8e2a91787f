import type {JsonObject} from '../domain/credential.ts';

/** A saved client ID for which Junction's API answers in another way. `what` is a row of the table in docs/demo.md. */
export type ProveProvocation = {
	readonly input: string;
	readonly what: string;
	readonly reaction:
		| 'other-client'
		| 'other-uri'
		| 'fewer-scopes'
		| 'elsewhere'
		| 'detour'
		| 'not-ours'
		| 'credential-error';
};

/** Every saved client ID that changes what a proof shows. Saving it goes well. */
export const proveProvocations: readonly ProveProvocation[] = [
	{
		input: 'demo-prove-other-client',
		what: 'Users are sent with another client ID.',
		reaction: 'other-client',
	},
	{input: 'demo-prove-other-uri', what: 'Users are sent with another redirect URI.', reaction: 'other-uri'},
	{
		input: 'demo-prove-scopes',
		what: 'Users are asked for one scope only, where the provider has several.',
		reaction: 'fewer-scopes',
	},
	{
		input: 'demo-prove-elsewhere',
		what: 'Users are sent to a host that is neither the provider’s nor Junction’s.',
		reaction: 'elsewhere',
	},
	{
		input: 'demo-prove-junction',
		what: 'Users are sent to an address of the demo’s own, which leads to the provider.',
		reaction: 'detour',
	},
	{
		input: 'demo-prove-not-ours',
		what: 'The test user is read as somebody else’s, so it is not deleted.',
		reaction: 'not-ours',
	},
	{
		input: 'demo-prove-credential-error',
		what: 'The provider does not take the application once somebody consents.',
		reaction: 'credential-error',
	},
];

/** What a saved client ID provokes, if anything. */
export const proveReactionTo = (values: JsonObject | undefined): ProveProvocation['reaction'] | undefined =>
	proveProvocations.find(({input}) => input === values?.client_id)?.reaction;
