import type {Field} from './field.ts';
import type {Provider} from './providers/provider.ts';

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

const lowerFirst = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);
