import type {FieldProblem} from '../../domain/problem.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import type {SecretSource} from '../../domain/secret-source.ts';
import type {Values} from '../flags/flags.ts';
import type {Context} from '../shared/scripted.ts';
import {about} from './given.ts';

/** Every way in which the client secret is given by itself. */
export const secretSources = (values: Values): readonly SecretSource[] => [
	...(values['client-secret-stdin'] ? [{kind: 'stdin'} as const] : []),
	...(values['client-secret-file'] === undefined
		? []
		: [{kind: 'file', path: values['client-secret-file']} as const]),
	...(values['client-secret-env'] === undefined
		? []
		: [{kind: 'environment', name: values['client-secret-env']} as const]),
	...(values['client-secret-command'] === undefined
		? []
		: [{kind: 'command', command: values['client-secret-command']} as const]),
];

/** The document that the client secret is in, with other fields. */
export const documentSource = ({from}: Values): SecretSource | undefined => fileOrInput(from);

/** A file by its name, or standard input by a hyphen. */
export function fileOrInput(name: string | undefined): SecretSource | undefined {
	if (name === undefined) return undefined;
	return name === '-' ? {kind: 'stdin'} : {kind: 'file', path: name};
}

/** Whether anything gives the client secret. */
export const hasSecretSource = (values: Values): boolean =>
	secretSources(values).length > 0 || values.from !== undefined;

/** What cannot be right about the secrets and cleared fields, told before anything is read. */
export function checkSources(
	{values, terminal}: Pick<Context, 'values' | 'terminal'>,
	provider: Provider | undefined,
	problems: FieldProblem[],
): void {
	const name = values['client-secret-env'];
	if (name !== undefined && !isVariableName(name) && terminal.environment[name] === undefined) {
		const message =
			'--client-secret-env takes the name of a variable, not what is in it: give the name, without $.';
		problems.push(about('client-secret', message));
	}
	const sources = secretSources(values);
	const isInDocument = values.from !== undefined;
	if (sources.length + (isInDocument ? 1 : 0) > 1) {
		const also = isInDocument ? ' --from is one.' : '';
		problems.push(about('client-secret', `Give the client secret in one way only.${also}`));
	}
	if (provider?.ownOAuth === 'practice') checkPractice(values, provider, problems);
	const inputs = [
		values['client-secret-stdin'] === true,
		values.from === '-',
		values['details-file'] === '-',
	];
	// Where both are ways of the secret, that alone is to be told.
	if (values['details-file'] === '-' && inputs.filter(Boolean).length > 1) {
		const message =
			'Standard input is asked for twice. Give one of the two by a file, a variable or a command.';
		problems.push(about('details', message));
	}
}

function checkPractice(values: Values, {name}: Provider, problems: FieldProblem[]): void {
	if (hasSecretSource(values)) {
		problems.push(about('client-secret', `${name} takes a practice ID and no secret.`));
	}
	if (values['details-file'] !== undefined) {
		problems.push(about('details', `${name} takes a practice ID and no details.`));
	}
}

const isVariableName = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text);
