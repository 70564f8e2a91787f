import type {ApplicationFinding, Finding, Proofs} from '../../../domain/proof/finding.ts';
import {differenceLine, findingSentence, leftUserWords, verdictSigns} from '../../../output/proof-words.ts';
import type {Remark} from '../../layout.ts';

/** What a proof found. */
export const findingRemark = (finding: Finding): Remark => ({
	tone: verdictSigns[finding.verdict].tone,
	text: findingSentence(finding),
});

/** What was found of the application, and what differs below it. */
export const applicationRemarks = (finding: ApplicationFinding): readonly Remark[] => [
	findingRemark(finding),
	...finding.differences.map((one): Remark => ({tone: 'accent', text: differenceLine(one)})),
];

/** All that was proved of what was saved, and a test user that was left. What went well gives up its rows first. */
export const proofRemarks = ({
	pair,
	consent,
	application,
	connection,
	isTestUserDeleted,
}: Proofs): readonly Remark[] =>
	[
		...[pair, consent].flatMap(finding => (finding ? [findingRemark(finding)] : [])),
		...(application ? applicationRemarks(application) : []),
		...(connection ? [findingRemark(connection)] : []),
		...(isTestUserDeleted === false ? userRemarks(false, []) : []),
	].map(remark => (remark.tone === 'good' ? {...remark, isSpare: true} : remark));

/** What became of the test user, and what else is to be known of it. */
export const userRemarks = (isDeleted: boolean | undefined, notes: readonly string[]): readonly Remark[] => [
	// Where a note says why it was left, that is enough.
	...(isDeleted === undefined || (!isDeleted && notes.length > 0)
		? []
		: [
				isDeleted
					? ({tone: 'quiet', text: 'The test user is deleted again.', isSpare: true} as const)
					: ({tone: 'warning', text: leftUserWords} as const),
			]),
	...notes.map((text): Remark => ({tone: 'warning', text})),
];
