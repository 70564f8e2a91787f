/**
What a double of a provider does with a pair. `consent-…` are of the address to consent, where the pair itself is right;
`unclear` is an answer that tells nothing.
*/
export type PairReaction =
	| 'unknown'
	| 'wrong-secret'
	| 'unclear'
	| 'page'
	| 'redirect'
	| 'slow'
	| 'busy'
	| 'consent-uri'
	| 'consent-scope';

/** A client ID whose pair is not simply right. `what` is a row of a table in docs/demo.md. */
export type PairInput = {readonly input: string; readonly what: string; readonly reaction: PairReaction};

/** Every client ID that a provider of the demo does not know with its secret; it knows all others with any. */
export const pairInputs: readonly PairInput[] = [
	{input: 'demo-pair-unknown', what: 'The provider does not know this client ID.', reaction: 'unknown'},
	{
		input: 'demo-pair-wrong-secret',
		what: 'The provider knows this client ID, but not with this secret.',
		reaction: 'wrong-secret',
	},
	{input: 'demo-pair-unclear', what: 'The answer tells nothing about the pair.', reaction: 'unclear'},
	{input: 'demo-pair-page', what: 'An HTML page in place of an answer.', reaction: 'page'},
	{
		input: 'demo-pair-redirect',
		what: 'Redirected to another address (302), which is not followed.',
		reaction: 'redirect',
	},
	{input: 'demo-pair-slow', what: 'No answer ever comes.', reaction: 'slow'},
	{input: 'demo-pair-busy', what: 'Too many requests (429).', reaction: 'busy'},
	{
		input: 'demo-consent-uri',
		what: 'WHOOP knows the pair, but has not registered the redirect URI.',
		reaction: 'consent-uri',
	},
	{
		input: 'demo-consent-scope',
		what: 'WHOOP knows the pair, but does not let it ask for all scopes.',
		reaction: 'consent-scope',
	},
];

const byInput = new Map(pairInputs.map(({input, reaction}) => [input, reaction]));

/** What this client ID does at a provider; undefined where it is right with every secret. */
export const reactionOfPair = (clientId: string): PairReaction | undefined => byInput.get(clientId);
