import type {Provider} from './provider.ts';

type Defaults = Pick<Provider, 'ownOAuth' | 'isOwnAppOnly' | 'standing' | 'activation' | 'details'>;

/** What most OAuth providers share, by Junction's overview of Bring Your Own OAuth. An entry overrides what differs. */
export const oauth: Defaults & {readonly connection: 'oauth'} = {
	connection: 'oauth',
	ownOAuth: 'yes',
	isOwnAppOnly: false,
	standing: {kind: 'active'},
	activation: {kind: 'immediate'},
	details: [],
};

/** What providers without OAuth share. Junction says nothing of an activation, since nothing is to be set. */
export const withoutOAuth: Defaults = {
	ownOAuth: 'no',
	isOwnAppOnly: false,
	standing: {kind: 'active'},
	activation: {kind: 'unknown'},
	details: [],
};
