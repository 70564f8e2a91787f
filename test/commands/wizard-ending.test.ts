import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {endingLines, exitCodeOfEnding} from '../../source/commands/wizard-ending.ts';
import type {Ending} from '../../source/ui/app.tsx';
import {startWizard} from '../../source/wizard/wizard.ts';
import {assertNoSecret, organizationId, teamId} from '../support/credentials.ts';
import {fieldAnswers} from '../support/field-answers.ts';
import {
	answering,
	confirmed,
	failedWith,
	organizationAnswer,
	play,
	playFrom,
	settle,
	stored,
	submit,
	targetAnswers,
	uncertain,
	update,
} from '../support/play.ts';

const review = play(...answering({...targetAnswers('strava'), ...fieldAnswers('strava')}));
const submitting = update(review, submit());
const done = update(submitting, settle(1, confirmed));
const outcome = {kind: 'confirmed', action: 'created', by: 'read-back', stored} as const;
const saved: Ending['saved'] = [{answers: review.answers, outcome, proofs: {}}];

const finished: Ending = {saved, wizard: done, isCancelled: false, veil: text => text};
const left = (changes: Partial<Ending>): Ending => ({
	saved: [],
	wizard: review,
	isCancelled: true,
	veil: text => text,
	...changes,
});

const newTeam = {id: teamId, name: 'Owls', region: 'eu'} as const;

const savedLine = 'Saved: Strava for Runners (sandbox, us), read back. Credential c1.';
const activeLine = 'It is active now.';
const sentLine = 'Sent, may be stored: Strava for Runners (sandbox, us).';
const lookLine = `Check with: byoo list --org ${organizationId} --env sandbox --region us --team ${teamId} --api junction`;

suite('what is said at the end', () => {
	const rows: Readonly<Record<string, readonly [ending: Ending, lines: readonly string[]]>> = {
		'after a save': [finished, [savedLine, activeLine]],
		'after two saves': [
			{...finished, saved: [...saved, ...saved]},
			[savedLine, activeLine, savedLine, activeLine],
		],
		'when it was left at the first step': [left({wizard: startWizard()}), ['Left. Nothing was saved.']],
		'when it was left at review': [left({}), ['Left. Nothing was saved.']],
		'when a team was created before': [
			left({wizard: {...review, madeTeams: [{team: newTeam, isCertain: true}]}}),
			[`Team created: Owls (eu), ID ${teamId}.`, 'Left. Nothing was saved.'],
		],
		'when it was left while a team was created': [
			left({wizard: {...startWizard(), phase: {status: 'creating', team: newTeam}}}),
			[
				`The team Owls (eu) was sent and may have been created, with the ID ${teamId}. Look with byoo teams before you create it again.`,
				'Left. Nothing was saved.',
			],
		],
		'when it was left after a refusal': [
			left({wizard: update(submitting, settle(1, failedWith('unreachable')))}),
			['Left. Nothing was saved.'],
		],
		'when it was left while submitting': [left({wizard: submitting}), [sentLine, lookLine]],
		'when it was left with an unknown outcome': [
			left({wizard: update(submitting, settle(1, uncertain))}),
			[sentLine, lookLine],
		],
		'when it was left after a save': [left({saved, wizard: done}), [savedLine, activeLine]],
		'when it was left in another one after a save': [
			left({saved, wizard: playFrom(done, {type: 'started-again', keeping: []})}),
			[savedLine, activeLine, 'Left. Nothing more was sent.'],
		],
		'when it was left while submitting another one': [
			left({saved, wizard: submitting}),
			[savedLine, activeLine, sentLine, lookLine],
		],
	};
	for (const [name, [ending, lines]] of Object.entries(rows)) {
		test(name, () => assert.deepEqual(endingLines(ending), lines));
	}

	test('is how a save was confirmed, and what is still to be done at the provider', () => {
		const answers = {...targetAnswers('fitbit'), ...fieldAnswers('fitbit')};
		const [first, ...others] = endingLines({
			...finished,
			saved: [{answers, outcome: {...outcome, by: 'answer'}, proofs: {}}],
		});
		assert.match(first ?? '', /^Saved: Fitbit .*, confirmed by the API’s answer\./);
		assert.equal(others[0], 'Still to do at Fitbit:');
		assert.match(others[1] ?? '', /^• /);
		assert.match(others.at(-1) ?? '', /^ {2}https:/);
	});

	test('names a team without a name by its ID, and cleans what a server named', () => {
		const lineFor = (name?: string) => {
			const team = name === undefined ? {id: teamId} : {id: teamId, name};
			const strange = {...outcome, stored: {...stored, id: 'c\u001b[2J1'}};
			return endingLines({
				...finished,
				saved: [{answers: {...review.answers, team}, outcome: strange, proofs: {}}],
			})[0];
		};
		assert.equal(lineFor('Run\u202eners\n'), savedLine);
		for (const name of [undefined, '\u200b'])
			assert.equal(lineFor(name), savedLine.replace('Runners', teamId));
	});

	test('is a look by the wizard itself after a demo, which is gone', () => {
		const answers = {...submitting.answers, organization: {...organizationAnswer, isDemo: true}};
		assert.match(endingLines(left({wizard: {...submitting, answers}}))[1] ?? '', /^Run byoo once more/);
	});

	test('is no secret', () => {
		assertNoSecret(endingLines(left({saved, wizard: submitting})));
	});
});

test('the exit code is 0 where it was finished, and 130 where it was left', () => {
	assert.equal(exitCodeOfEnding(finished), 0);
	for (const wizard of [review, submitting, done]) assert.equal(exitCodeOfEnding(left({wizard})), 130);
});
