import type {BodyObject, Environment} from './credential.ts';
import type {Field} from './field.ts';
import {type FieldAnswers, isSecretValue} from './field-values.ts';
import {fieldsOf} from './fields.ts';
import type {Provider} from './providers/provider.ts';
import {lowerFirst} from './text.ts';

/** Something worth a second look. `code` is for programs and does not change with the words. */
export type Warning = {readonly code: string; readonly message: string};

/** What deserves a second look before these values are saved, beyond the single fields. */
export function targetWarnings(
	provider: Provider,
	environment: Environment | undefined,
	values: BodyObject,
): readonly Warning[] {
	const {lifecycle, needsOwnRedirectDomain, ownOAuth, reason} = provider;
	const isWithoutOverride = values.redirect_url_override === null;
	return [
		...(ownOAuth === 'no' || ownOAuth === 'unknown'
			? [{code: 'own-oauth', message: reason ?? 'Own OAuth may not apply to this provider.'}]
			: []),
		...(lifecycle.kind === 'retiring' || lifecycle.kind === 'retired'
			? [{code: 'retirement', message: lifecycle.note}]
			: []),
		...(needsOwnRedirectDomain !== undefined && environment === 'production' && isWithoutOverride
			? [{code: 'redirect-domain', message: needsOwnRedirectDomain}]
			: []),
	];
}

/** What looks unusual about the answers to the provider's fields, each with the name of its field. */
export const fieldWarnings = (provider: Provider, answers: FieldAnswers): readonly Warning[] =>
	fieldsOf(provider).flatMap(field => {
		const answer = answers[field.id];
		if (answer?.kind !== 'given') return [];
		const text = isSecretValue(answer.value) ? answer.value.reveal() : answer.value;
		const messages = typeof text === 'string' ? warningsFor(provider, field, text) : [];
		return messages.map(message => ({code: 'unusual-value', message: `${field.title}: ${message}`}));
	});

/**
What looks unusual about a value. It is said and never blocks, because a provider may change its formats.
The value itself is never part of the words.
*/
export function warningsFor(provider: Provider, field: Field, value: string): readonly string[] {
	const warnings: string[] = [];
	const secretShape = provider.clientSecret?.expectation?.pattern;
	const isUsual = field.expectation === undefined || field.expectation.pattern.test(value);
	if (field.id === 'client-id' && !isUsual && secretShape?.test(value)) {
		warnings.push('This looks like the client secret, not the client ID.');
	} else if (!isUsual && field.expectation) {
		warnings.push(`The ${provider.name} ${lowerFirst(field.title)} is usually ${field.expectation.usually}.`);
	}
	if (field.kind !== 'secret' && /^["'`<].*["'`>]$/.test(value)) {
		warnings.push('It is wrapped in quotes or angle brackets.');
	}
	if (field.kind === 'text' && /^[A-Za-z_]+[A-Za-z0-9_]*=/.test(value)) {
		warnings.push('It begins with a name and an equals sign, like a line of a settings file.');
	}
	if (field.kind === 'text' && /^(?:your|my|example)[-_ ]?(?:client)?[-_ ]?id$|^x{3,}$/i.test(value)) {
		warnings.push('It looks like a placeholder.');
	}
	return warnings;
}
