import type {ProviderGroup} from './find-providers.ts';

/** What the groups of providers are called, in their order. */
export const groupTitles: Readonly<Record<ProviderGroup, string>> = {
	'own-oauth': 'Your own application',
	practice: 'Linked by a practice ID',
	other: 'No own application',
};
