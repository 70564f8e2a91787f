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

/** Tells of a name that no field has. What was typed is never repeated. */
export function checkExact(values: Values, provider: Provider | undefined, problems: FieldProblem[]): void {
	const of = provider ?? unknownProvider('');
	const isKnown = (name: string) => name === keyName || fieldNamed(name, of) !== undefined;
	if ((values.exact ?? []).every(isKnown)) return;
	const names = [...exactNames(of), keyName].join(', ');
	problems.push({field: 'exact', message: `--exact takes the name of a field, one of: ${names}.`});
}
