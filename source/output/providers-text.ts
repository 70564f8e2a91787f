import {badgesOf} from '../domain/providers/badges.ts';
import type {OwnOAuth, Provider} from '../domain/providers/provider.ts';
import type {TextOptions} from './paint.ts';
import {type Column, table} from './table.ts';

export const ownOAuthWords: Readonly<Record<OwnOAuth, string>> = {
	yes: 'yes',
	no: 'no',
	practice: 'practice ID',
	unknown: 'not known',
};

const columns: readonly Column[] = [
	{title: 'SLUG', canShrink: false},
	{title: 'NAME', minimum: 12},
	{title: 'OWN OAUTH', canShrink: false},
	{title: 'WHAT TO KNOW'},
];

/** The catalogue, a provider a row. */
export const providersLines = (providers: readonly Provider[], options: TextOptions): readonly string[] =>
	table(
		columns,
		providers.map(provider => [
			provider.slug,
			provider.name,
			ownOAuthWords[provider.ownOAuth],
			badgesOf(provider).join(', '),
		]),
		options,
	);
