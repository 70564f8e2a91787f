import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import type {StepId} from '../../source/wizard/answers.ts';
import {currentStep} from '../../source/wizard/state.ts';
import {stepsFor} from '../../source/wizard/steps.ts';
import {startWizard} from '../../source/wizard/wizard.ts';
import {answer, answering, back, playFrom, reopen, settle, uncertain, update} from '../support/play.ts';
import {nextAnswer} from '../support/random-answers.ts';
import {arrived, everyState, quietMoves, reviewed, statesOf} from '../support/random-play.ts';
import {revealed} from '../support/revealed.ts';

suite('Back, then the same answer', () => {
	test('changes no answer, and leads to the same step', () => {
		let returned = 0;
		everyState(wizard => {
			const before = wizard.answers;
			const reopened = update(wizard, back);
			const step = currentStep(reopened);
			const same = step === 'review' ? undefined : before[step];
			if (reopened === wizard || step === 'review' || same === undefined) return;
			returned++;
			const again = update(reopened, answer(step, same));
			assert.deepEqual(revealed(again.answers), revealed(before));
			assert.equal(currentStep(again), currentStep(wizard));
		});
		assert.ok(returned > 100, `only ${returned} states could go back`);
	});

	test('as far as Back goes leads through steps that come ever earlier', () => {
		fc.assert(
			fc.property(quietMoves, moves => {
				const left = arrived(startWizard(), moves);
				let wizard = update(left, settle(left.attempt, uncertain));
				for (let next = update(wizard, back); next !== wizard; next = update(wizard, back)) {
					assert.ok(Object.keys(next.answers).length < Object.keys(wizard.answers).length);
					wizard = next;
				}
				assert.equal(currentStep(wizard), 'organization');
			}),
		);
	});
});

suite('an edit from review', () => {
	const anyLine = fc.tuple(reviewed, fc.nat()).map(([wizard, at]) => {
		const steps = stepsFor(wizard.answers);
		return {wizard, step: steps[at % steps.length]?.id ?? 'organization'};
	});
	const dependents: Readonly<Partial<Record<StepId, readonly StepId[]>>> = {
		organization: ['organization-key', 'team', 'register'],
		environment: ['register'],
		region: ['team', 'register'],
		team: ['register'],
	};

	test('with the same answer changes nothing', () => {
		fc.assert(
			fc.property(anyLine, ({wizard, step}) => {
				const same = wizard.answers[step];
				assert.ok(same !== undefined);
				const edited = playFrom(wizard, reopen(step), answer(step, same));
				assert.equal(currentStep(edited), 'review');
				assert.deepEqual(revealed(edited.answers), revealed(wizard.answers));
			}),
		);
	});

	test('that Back gives up restores review exactly', () => {
		fc.assert(
			fc.property(anyLine, quietMoves, ({wizard, step}, moves) => {
				let edited = update(wizard, reopen(step));
				for (const state of statesOf(edited, moves)) {
					if (state.beforeEdit === undefined) break;
					edited = state;
				}
				for (let left = true; left && currentStep(edited) !== 'review'; ) {
					const earlier = update(edited, back);
					left = earlier !== edited;
					edited = earlier;
				}
				assert.deepEqual(revealed(edited.answers), revealed(wizard.answers));
				assert.deepEqual([edited.trail, edited.drafts], [wizard.trail, wizard.drafts]);
			}),
		);
	});

	test('with another answer asks what depends on it, and returns to review', () => {
		fc.assert(
			fc.property(anyLine, fc.nat(99), ({wizard, step}, turn) => {
				const asked: StepId[] = [];
				let edited = update(wizard, reopen(step));
				for (let at = turn; ; at++) {
					const current = currentStep(edited);
					if (current === 'review') break;
					asked.push(current);
					edited = playFrom(edited, ...answering(nextAnswer(edited, at)));
				}
				const own = step === 'provider' ? stepsFor(edited.answers).map(({id}) => id) : dependents[step];
				for (const id of asked.slice(1)) assert.ok(own?.includes(id), `${step} asked ${id}`);
				assert.equal(asked[0], step);
				assert.equal(edited.beforeEdit, undefined);
			}),
		);
	});
});
