import type {StoredCredential} from '../domain/credential.ts';
import type {Before} from '../domain/outcome.ts';
import {type FieldChange, type PlannedSave, replacesApplication} from '../domain/plan.ts';
import type {Finding} from '../domain/proof/finding.ts';
import {clean, listed, lowerFirst, upperFirst} from '../domain/text.ts';
import {ago} from '../output/ago.ts';
import {findingSentence, verdictSigns} from '../output/proof-words.ts';
import {documentDifference} from '../wizard/documents.ts';
import {reviewChanges, reviewWarnings} from '../wizard/review.ts';
import type {Wizard} from '../wizard/state.ts';
import {providerOf} from '../wizard/steps.ts';

export type ReviewNote = {readonly kind: 'good' | 'warning' | 'bad'; readonly text: string};

/** What review looks at besides the answers: what the save would do, and the other environment. */
export type ReviewLook = {
	readonly planned: PlannedSave;
	readonly twinClientId?: string | undefined;
};

/** What Submit does, in words, with the environment. */
export function submitLabel({phase, answers}: Wizard, before: Before, isBrief = false): string {
	if (phase.status === 'failed' || phase.status === 'unconfirmed') return 'Submit again';
	const where = answers.environment?.toUpperCase() ?? '';
	if (!before.ok) return `Submit — save it in ${where}`;
	if (!before.value) return `Submit — create it in ${where}`;
	return isBrief ? `Submit — update in ${where}` : `Submit — update what is stored in ${where}`;
}

/** What is worth a look before submitting, the gravest first, and whether it creates, updates or rotates. */
export function notesFor(wizard: Wizard, look: ReviewLook, now: Date): readonly ReviewNote[] {
	const {answers, phase, changedMeanwhile} = wizard;
	const differences = phase.status === 'unconfirmed' ? phase.differences : [];
	const warnings = [
		...(changedMeanwhile && phase.status === 'asking'
			? [wizard.mayHaveArrived ? changedSinceSent : changedWords]
			: []),
		...(differences.length > 0 ? [`Stored otherwise than sent: ${clean(differences.join(', '))}.`] : []),
		...[documentDifference(wizard) ?? []].flat(),
		...lostWarnings(look.planned),
		...erasedWarnings(look.planned),
		...reviewWarnings(answers, now),
		...sameApplication(wizard, look.twinClientId),
	];
	const {refuted, others} = findingsIn(wizard);
	const isPractice = providerOf(answers)?.ownOAuth === 'practice';
	return [
		...refuted,
		...warnings.map(text => ({kind: 'warning', text}) as const),
		...others,
		...(isPractice ? practiceNotes(look, now) : storedNotes(look.planned, now)),
	];
}

/** What the provider said of the values, where it was asked. */
function findingsIn({proofs: {pair, consent}}: Wizard) {
	const said = [pair, consent].filter(finding => finding !== undefined);
	const noteOf = (finding: Finding): ReviewNote => ({
		kind: verdictSigns[finding.verdict].tone,
		text: findingSentence(finding),
	});
	return {
		refuted: said.filter(({verdict}) => verdict === 'refuted').map(noteOf),
		others: said.filter(({verdict}) => verdict !== 'refuted').map(noteOf),
	};
}

/** What cannot be sent again, and so is erased. */
const lostWarnings = ({lost}: PlannedSave): readonly string[] =>
	lost.length === 0
		? []
		: [
				`Stored, but masked or in a form that cannot be sent again, so it is erased: ${clean(lost.join(', '))}.`,
			];

/** What is stored and will not be any more, said by itself: in a list of changes it is easily missed. */
function erasedWarnings(planned: PlannedSave): readonly string[] {
	const erased = reviewChanges(planned)
		.filter(({to}) => to === '')
		.map(({title}) => title);
	return erased.length === 0 ? [] : [`Erases what is stored: ${erased.join(', ')}.`];
}

const changedSinceSent =
	'What is stored has changed: what you sent before may have arrived. Look again before you submit.';

const changedWords =
	'Someone else changed what is stored meanwhile. Nothing was sent. Look again before you submit.';

/** A practice binding has no application, and no secret that could be rotated. */
function practiceNotes({planned}: ReviewLook, now: Date): readonly ReviewNote[] {
	const {before, changes} = planned;
	if (!before.ok || !before.value) return storedNotes(planned, now);
	const since = `what was set ${ago(before.value.updatedAt, now)}`;
	return changes.length === 0
		? [{kind: 'good', text: `Sends ${since} once more; nothing changes.`}]
		: [{kind: 'warning', text: `Updates ${since}: ${changes.map(practiceWords).join(', ')}.`}];
}

const practiceWords = ({id, title}: FieldChange): string =>
	id === 'client-id' ? 'another practice ID' : title;

function storedNotes(planned: PlannedSave, now: Date): readonly ReviewNote[] {
	const {before} = planned;
	if (!before.ok) return [{kind: 'warning', text: unreadableWords}];
	if (!before.value)
		return [{kind: 'good', text: 'Creates: nothing is stored for this team and provider yet.'}];
	const isOther = replacesApplication(planned);
	return [
		...(isOther ? [{kind: 'warning', text: otherApplicationWords} as const] : []),
		{kind: isOther ? 'warning' : 'good', text: updateWords(before.value, planned, now)},
	];
}

const unreadableWords =
	'What is stored cannot be read here: one set before is replaced, and what is left out may be erased.';

const otherApplicationWords =
	'Another client ID is another application: existing connections may have to be made again.';

function updateWords(stored: StoredCredential, {changes, anew}: PlannedSave, now: Date): string {
	const since = `what was set ${ago(stored.updatedAt, now)}`;
	const secrets = anew.length < 2 ? 'the secret' : `the ${listed(anew.map(lowerFirst))}`;
	if (changes.length === 0)
		return `Replaces ${secrets} of ${since} by what you entered; nothing else changes.`;
	const isOne = anew.length < 2;
	const replaced = `${upperFirst(secrets)} ${isOne ? 'is' : 'are'} replaced by what you entered.`;
	return `Updates ${since}: ${changes.map(change => change.title).join(', ')}. ${replaced}`;
}

function sameApplication({answers}: Wizard, twinClientId: string | undefined): readonly string[] {
	const why = providerOf(answers)?.separateEnvironments;
	const clientId = answers['client-id'];
	const isSame = clientId?.kind === 'given' && clientId.value === twinClientId;
	return why !== undefined && isSame ? [`The other environment has the same client ID. ${why}`] : [];
}
