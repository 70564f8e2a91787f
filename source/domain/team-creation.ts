import type {Team} from './credential.ts';
import type {Problem} from './problem.ts';

/**
What became of a team that was to be created:

- `created`: the server's own words say so
- `uncertain`: sent, and may still be created. Never called failed, and never sent again without a person's word.
- `failed`: refused, or nothing was sent
*/
export type TeamCreation =
	| {readonly kind: 'created'; readonly team: Team}
	| {readonly kind: 'uncertain'; readonly problem: Problem}
	| {readonly kind: 'failed'; readonly problem: Problem};
