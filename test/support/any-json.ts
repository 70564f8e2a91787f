import fc from 'fast-check';
import type {Json} from '../../source/domain/credential.ts';

/** Any JSON, with the texts and names among it that are easily taken for something else. */
export const anyJson: fc.Arbitrary<Json> = fc
	.jsonValue({maxDepth: 4})
	.map(value => value as Json)
	.chain(value => fc.constantFrom<Json>(value, {toString: value, constructor: [value]}, [value, 'a', 'a']));
