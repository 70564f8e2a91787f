import {isOpen} from '../domain/body/show.ts';
import type {Field} from '../domain/field.ts';
import {fieldsOf} from '../domain/fields.ts';
import {portalFor, scopesOf} from '../domain/portal/portals.ts';
import {badgesOf} from '../domain/providers/badges.ts';
import {lifecycleOn} from '../domain/providers/dates.ts';
import type {Activation, Lifecycle, OwnOAuth, Provider} from '../domain/providers/provider.ts';
import type {DatedOptions} from './paint.ts';
import {stepJson, stepTitles} from './portal-json.ts';
import {datesJson} from './provider-dates.ts';
import {type Column, table} from './table.ts';

/** One entry of the catalogue as JSON: every key always there, in this order, null or an empty list where nothing is known. */
export const providerJson = (provider: Provider, today: Date): object => ({
	slug: provider.slug,
	name: provider.name,
	aliases: provider.aliases,
	connection: provider.connection,
	ownOAuth: provider.ownOAuth,
	reason: provider.reason ?? null,
	isOwnAppOnly: provider.isOwnAppOnly,
	programme: provider.programme ? {kind: provider.programme.kind, note: provider.programme.note} : null,
	lifecycle: lifecycleJson(lifecycleOn(provider, today)),
	dates: datesJson(provider, today),
	activation: activationJson(provider.activation),
	portalUrl: provider.portalUrl ?? null,
	docsUrl: provider.docsUrl ?? null,
	checklist: stepTitles(provider),
	startingLimit: provider.startingLimit ?? null,
	needsOwnRedirectDomain: provider.needsOwnRedirectDomain ?? null,
	fields: fieldsOf(provider).map(fieldJson),
	steps: (portalFor(provider)?.steps ?? []).map(stepJson),
	scopes: scopesOf(provider),
});

export const providersJson = (
	providers: readonly Provider[],
	today: Date,
): {readonly providers: readonly object[]} => ({
	providers: providers.map(provider => providerJson(provider, today)),
});

const lifecycleJson = (lifecycle: Lifecycle): object => ({
	kind: lifecycle.kind,
	note: 'note' in lifecycle ? lifecycle.note : null,
	successor: ('successor' in lifecycle && lifecycle.successor) || null,
});

const activationJson = (activation: Activation): object => ({
	kind: activation.kind,
	note: ('note' in activation && activation.note) || null,
	steps: activation.kind === 'steps' ? activation.steps : [],
});

/** `secret` is whether its value may be one, so that no flag takes it: JSON of any shape may hold some. */
const fieldJson = (field: Field): object => ({
	field: field.path.join('.'),
	title: field.title,
	kind: field.kind,
	required: field.isRequired,
	secret: !isOpen(field),
	help: field.help,
	usually: field.expectation?.usually ?? null,
});

export const ownOAuthWords: Readonly<Record<OwnOAuth, string>> = {
	yes: 'yes',
	no: 'no',
	practice: 'practice ID',
	unknown: 'not known',
};

const columns: readonly Column[] = [
	{title: 'SLUG', canShrink: false},
	{title: 'NAME', minimum: 12},
	{title: 'OWN APP', canShrink: false},
	{title: 'WHAT TO KNOW'},
];

/** The catalogue, a provider a row. */
export const providersLines = (providers: readonly Provider[], options: DatedOptions): readonly string[] =>
	table(
		columns,
		providers.map(provider => [
			provider.slug,
			provider.name,
			ownOAuthWords[provider.ownOAuth],
			badgesOf(provider, options.now).join(', '),
		]),
		options,
	);
