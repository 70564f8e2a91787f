import type {Context} from './kind.ts';
import {mayBeSecret} from './shapes.ts';

/** Of what signs secrets are made, the narrowest first. */
const alphabets = [/[0-9a-f]+/g, /[0-9A-Za-z]+/g, /[\w-]+/g] as const;

/**
Whether a run of letters and digits is made by no person: a word or a name of the same length has no digits, or letters
of one case.
*/
const isMade = (run: string): boolean =>
	/\d/.test(run) && (/^[\d-]*[a-f][0-9a-f-]*$/.test(run) || (/[a-z]/.test(run) && /[A-Z]/.test(run)));

const runsIn = (text: string): readonly string[] => alphabets.flatMap(alphabet => text.match(alphabet) ?? []);

/**
Whether a text that may usually be shown has something in it that may be a secret, and has to be masked. `context` is
that of the field: what is usual there is shown, and its other fields' secrets never are.
*/
export function holdsSecret(text: string, context: Context | undefined): boolean {
	const {secretShape, isShapeTelling, expectation, others = []} = context ?? {};
	if (others.some(({isSecret, value}) => isSecret && holdsWhole(text, value.reveal().trim()))) return true;
	if (expectation?.pattern.test(text)) return false;
	if (mayBeSecret(text, secretShape)) return true;
	return isShapeTelling === true && runsIn(text).some(run => secretShape?.test(run) && isMade(run));
}

const shortestPart = 8;

/** A short one is only told where it is all of the text: it may stand in any other by chance. */
const holdsWhole = (text: string, secret: string): boolean =>
	text.trim() === secret || (secret.length >= shortestPart && text.includes(secret));
