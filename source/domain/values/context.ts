import type {Field} from '../field.ts';
import type {Provider} from '../providers/provider.ts';
import {lowerFirst} from '../text.ts';
import type {Context} from './kind.ts';
import {roleOf} from './role.ts';

/**
What the value of a provider's field is looked at with, a list's each entry; undefined where no single text is its
value. The values of other fields, and what the person said to be exact, are the caller's to add.
*/
export function contextOf(field: Field, provider: Provider): Context | undefined {
	const role = roleOf(field);
	if (role === undefined) return undefined;
	const {expectation, id, title} = field;
	const secretShape = id === 'client-secret' ? undefined : provider.clientSecret?.expectation?.pattern;
	return {
		role,
		subject: `The ${provider.name} ${lowerFirst(title)}`,
		...(expectation && {expectation}),
		...(secretShape && {secretShape, isShapeTelling: !isShapeOfClientId(secretShape, provider)}),
	};
}

const isShapeOfClientId = ({source}: RegExp, {clientId}: Provider): boolean =>
	clientId?.expectation?.pattern.source === source;
