import fc from 'fast-check';
import {Secret} from '../../source/domain/secret.ts';
import type {StepId} from '../../source/wizard/answers.ts';
import {currentStep, type Wizard, type WizardEvent} from '../../source/wizard/state.ts';
import {confirmationFor} from '../../source/wizard/submission.ts';
import {startWizard} from '../../source/wizard/wizard.ts';
import {teamId} from './credentials.ts';
import {
	answering,
	back,
	changed,
	confirmed,
	empty,
	failedWith,
	given,
	type Happening,
	keyAnswer,
	refusedFields,
	reopen,
	settle,
	submit,
	uncertain,
	update,
} from './play.ts';
import {chosen, nextAnswer, storedRead} from './random-answers.ts';
import {runs} from './thorough.ts';

/** What a person, a server or a late event does next. Which event that is depends on where the wizard stands. */
export type Move =
	| {readonly kind: 'answer' | 'submit' | 'read'; readonly turn: number}
	| {readonly kind: 'settle'; readonly turn: number; readonly late: number}
	| {readonly kind: 'event'; readonly event: Happening};

const fieldSteps: readonly StepId[] = [
	'client-id',
	'client-secret',
	'details',
	'details.webhook_secret',
	'redirect-url-override',
];
const targetSteps: readonly StepId[] = [
	'organization',
	'organization-key',
	'environment',
	'region',
	'team',
	'provider',
	'register',
];
const steps = fc.constantFrom(...targetSteps, ...fieldSteps);

const outcomes = [
	confirmed,
	uncertain,
	changed,
	failedWith('unreachable'),
	failedWith('reauthenticate'),
	refusedFields({field: 'client-id', message: 'No.'}),
	refusedFields({field: 'provider', message: 'No.'}, {field: 'client-secret', message: 'No.'}),
	refusedFields({field: 'nowhere', message: 'No.'}),
] as const;

function eventOf(move: Move, wizard: Wizard): Happening {
	switch (move.kind) {
		case 'answer':
			return answering(nextAnswer(wizard, move.turn))[0] ?? submit();
		case 'submit':
			return submit(confirmationFor(wizard.answers)?.text);
		case 'read':
			return storedRead(move.turn, wizard.answers);
		case 'settle':
			return settle(wizard.attempt - move.late, chosen(outcomes, move.turn));
		case 'event':
			return move.event;
	}
}

export const stepOn = (wizard: Wizard, move: Move): Wizard => update(wizard, eventOf(move, wizard));

/** Every state that the moves lead through, the first one included. */
export function statesOf(start: Wizard, moves: readonly Move[]): readonly Wizard[] {
	let wizard = start;
	const after = moves.map(move => {
		wizard = stepOn(wizard, move);
		return wizard;
	});
	return [start, ...after];
}

export const arrived = (start: Wizard, moves: readonly Move[]): Wizard => moves.reduce(stepOn, start);

const turn = fc.nat(999);
const answerMove = turn.map((at): Move => ({kind: 'answer', turn: at}));
const eventMove = (event: Happening): Move => ({kind: 'event', event});

/** Back so many times at once, as one who wants to change something far above. */
const wayBack = fc
	.integer({min: 1, max: 10})
	.map(times => Array.from({length: times}, () => eventMove(back)));

/** Answers of any kind to any field, most of them wrong, late, or about something else. */
const nonsense = fc
	.tuple(
		fc.constantFrom(...fieldSteps),
		fc.constantFrom<unknown>(
			empty,
			given(''),
			given(' edge '),
			given('line\nbreak'),
			given(true),
			given([]),
			given(new Secret('')),
			given(new Secret('secret of nobody')),
			given(new Secret('[]')),
		),
	)
	.map(([step, value]): Move => eventMove({type: 'answered', step, answer: value} as WizardEvent));

const targetNonsense = fc
	.constantFrom(
		...answering({organization: {id: 'not an ID', isDemo: false}}),
		...answering({'organization-key': keyAnswer({secret: new Secret('')})}),
		...answering({'organization-key': keyAnswer({organizationId: teamId})}),
		...answering({team: {id: ''}}),
		...answering({provider: {slug: ' '}}),
		...answering({provider: {slug: 'peloton'}}),
		{type: 'answered', step: 'region', answer: 'mars'} as unknown as WizardEvent,
		{type: 'answered', step: 'environment', answer: ''} as unknown as WizardEvent,
	)
	.map(eventMove);

/** The moves of one who answers and goes back, without servers or review. */
export const quietMoves = fc
	.array(
		fc.oneof<fc.WeightedArbitrary<Move | readonly Move[]>[]>(
			{weight: 6, arbitrary: answerMove},
			{weight: 1, arbitrary: wayBack},
			{weight: 1, arbitrary: nonsense},
			{weight: 1, arbitrary: targetNonsense},
			{weight: 1, arbitrary: fc.constantFrom<Move>({kind: 'submit', turn: 0}, eventMove(submit('guess')))},
		),
		{maxLength: 50, size: 'max'},
	)
	.map(moves => moves.flat());

/** Any moves at all. */
export const wildMoves = fc
	.array(
		fc.oneof<fc.WeightedArbitrary<Move | readonly Move[]>[]>(
			{weight: 14, arbitrary: answerMove},
			{weight: 2, arbitrary: wayBack},
			{weight: 2, arbitrary: steps.map(step => eventMove(reopen(step)))},
			{weight: 2, arbitrary: fc.constant<Move>({kind: 'submit', turn: 0})},
			{weight: 1, arbitrary: fc.constantFrom('', 'guess', 'RUNNERS ').map(text => eventMove(submit(text)))},
			{
				weight: 2,
				arbitrary: fc
					.tuple(turn, fc.constantFrom(0, 0, 0, 1))
					.map(([at, late]): Move => ({kind: 'settle', turn: at, late})),
			},
			{weight: 1, arbitrary: fc.constant(eventMove({type: 'key-given'}))},
			{weight: 3, arbitrary: turn.map((at): Move => ({kind: 'read', turn: at}))},
			{weight: 1, arbitrary: fc.constant(eventMove({type: 'key-refused', message: 'No.'}))},
			{
				weight: 1,
				arbitrary: fc
					.subarray([...targetSteps, ...fieldSteps])
					.map(keeping => eventMove({type: 'started-again', keeping})),
			},
			{weight: 1, arbitrary: nonsense},
			{weight: 1, arbitrary: targetNonsense},
		),
		{maxLength: 70, size: 'max'},
	)
	.map(moves => moves.flat());

/** A conversation at review, that may have gone through anything before. */
export const reviewed = fc.tuple(wildMoves, turn).map(([moves, first]) => {
	let wizard = arrived(startWizard(), moves);
	wizard = update(wizard, settle(wizard.attempt, uncertain));
	wizard = update(wizard, {type: 'started-again', keeping: []});
	for (let at = first; currentStep(wizard) !== 'review'; at++)
		wizard = stepOn(wizard, {kind: 'answer', turn: at});
	return wizard;
});

/** Checks every state that arbitrary moves lead through. */
export const everyState = (check: (wizard: Wizard) => void): void =>
	fc.assert(
		fc.property(wildMoves, moves => statesOf(startWizard(), moves).forEach(check)),
		{numRuns: runs(200)},
	);
