import type {FieldId} from '../../domain/field.ts';
import type {FieldProblem} from '../../domain/problem.ts';
import {unknownProvider} from '../../domain/providers/find-providers.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {exactNames, fieldNamed} from '../../domain/values/exact.ts';
import type {Values} from './flags.ts';

/** What `--exact` calls the organization key. */
const keyName = 'organization-key';

/** The fields that are taken exactly as they come. */
export const exactFields = ({exact = []}: Values, provider: Provider): readonly FieldId[] =>
	exact.map(name => fieldNamed(name, provider)).filter(id => id !== undefined);

/** Whether the organization key is. */
export const isKeyExact = ({exact = []}: Values): boolean => exact.includes(keyName);

/** What a command takes that can be exact: fields by its flags, rows of a manifest with an `exact` each, or neither. */
export type ExactOf = 'fields' | 'rows' | 'key';

/** Tells of a name that means nothing to the command. What was typed is never repeated. */
export function checkExact(
	values: Values,
	provider: Provider | undefined,
	of: ExactOf,
	problems: FieldProblem[],
): void {
	const named = provider ?? unknownProvider('');
	const isKnown = (name: string) =>
		name === keyName || (of === 'fields' && fieldNamed(name, named) !== undefined);
	if ((values.exact ?? []).every(isKnown)) return;
	const names = [...exactNames(named), keyName].join(', ');
	const messages: Readonly<Record<ExactOf, string>> = {
		fields: `--exact takes the name of a field, one of: ${names}.`,
		rows: `--exact takes ${keyName} alone here. A value of a row is said to be exact in the row: exact: [client_secret].`,
		key: `--exact takes ${keyName} alone here.`,
	};
	problems.push({field: 'exact', message: messages[of]});
}
