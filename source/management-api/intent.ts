/**
What a request is for. All but `read` are writes, sent once; a read can simply be made again. It
decides how a failure is told, and what is known when no answer came.
*/
export type Intent = 'read' | 'save' | 'remove' | 'create' | 'create-user' | 'delete-user';

/** Why a write that was sent is uncertain, to follow its subject: “the removal was sent and may still happen”. */
export type WriteWords = {
	readonly mayStill: string;
	readonly mayHave: string;
	/** What a clear refusal means. */
	readonly nothing: string;
	/** What to look at where no field is named. */
	readonly check: string;
	/** What to do where nobody knows what became of it. */
	readonly look: string;
};

/** The words of a write's problems, or `undefined` for a read. */
export const writeWords = (intent: Intent): WriteWords | undefined =>
	intent === 'read' ? undefined : words[intent];

const lookFirst = 'Check what is stored before you send it again.';

const words: Readonly<Record<Exclude<Intent, 'read'>, WriteWords>> = {
	save: {
		mayStill: 'may still arrive',
		mayHave: 'may have arrived',
		nothing: 'nothing was stored',
		check: 'Check every value against what the provider and the API ask for, then send it again.',
		look: lookFirst,
	},
	create: {
		mayStill: 'may still be created',
		mayHave: 'may have been created',
		nothing: 'nothing was created',
		check: 'Check the name and the region of the team, then try again.',
		look: 'Look whether the team is there before you create it again.',
	},
	'create-user': {
		mayStill: 'may still be created',
		mayHave: 'may have been created',
		nothing: 'nothing was created',
		check: 'Check the team and the address of Junction’s API, then try again.',
		look: 'It is looked for by its own name.',
	},
	'delete-user': {
		mayStill: 'may still happen',
		mayHave: 'may have happened',
		nothing: 'nothing was deleted',
		check: 'Check the team and the address of Junction’s API, then try again.',
		look: 'Whether it is gone is looked at again.',
	},
	remove: {
		mayStill: 'may still happen',
		mayHave: 'may have happened',
		nothing: 'nothing was removed',
		check: 'Check the IDs of the credentials against the list of what is stored.',
		look: lookFirst,
	},
};
