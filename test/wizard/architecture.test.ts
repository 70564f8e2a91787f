import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {suite, test} from 'node:test';
import {success} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import {currentStep, type Wizard, type WizardEvent} from '../../source/wizard/state.ts';
import {stepsFor} from '../../source/wizard/steps.ts';
import {needs, requestKinds} from '../../source/wizard/wants.ts';
import {phasesFor, startWizard, update} from '../../source/wizard/wizard.ts';
import {teamId} from '../support/credentials.ts';
import {answer, given, organizationAnswer, submit} from '../support/play.ts';
import {everyState} from '../support/random-play.ts';
import {answeredBy} from '../support/world.ts';

// The conversation as docs/architecture.md tells it.

const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');

/** The rows of the table with this head, as their cells. */
function rowsUnder(head: string): readonly (readonly string[])[] {
	const [, table = ''] = page.split(`| ${head} |\n`);
	const lines = table.split('\n\n')[0]?.split('\n').slice(1) ?? [];
	return lines.map(line =>
		line
			.split('|')
			.slice(1, -1)
			.map(cell => cell.trim()),
	);
}

const wordsIn = (cell: string): readonly string[] => cell.split(', ').filter(word => word !== '');

function placeOf({answers, phase}: Wizard, step: string): string {
	if (phase.status === 'submitting' || phase.status === 'done') return `${step}, ${phase.status}`;
	return stepsFor(answers).find(({id}) => id === step)?.kind === 'field' ? 'a field' : step;
}

const events: readonly WizardEvent[] = [
	answer('organization', organizationAnswer),
	answer('environment', 'sandbox'),
	answer('region', 'us'),
	answer('team', {id: teamId, name: 'Runners'}),
	answer('provider', {slug: 'strava'}),
	answer('register', {steps: []}),
	answer('client-id', given('12345')),
	answer('client-secret', given(new Secret('a secret'))),
	answer('redirect-url-override', {kind: 'empty'}),
	submit(),
];

/** Where the conversation stands after each event and each answer of the world, and what it needs there. */
function* walk(): Generator<readonly [place: string, needs: readonly string[]]> {
	const toRegister = success({steps: [{kind: 'note', title: 'Say hello', text: 'Hello'}]});
	const key = {secret: new Secret('mg_key'), generation: 'junction', from: 'a variable'} as const;
	let wizard = startWizard({}, {key});
	for (const event of events) {
		yield told(wizard);
		wizard = update(wizard, event);
		yield told(wizard);
		wizard = answeredBy(wizard, {preparation: toRegister});
	}
	yield told(wizard);
}

const told = (wizard: Wizard) =>
	[placeOf(wizard, currentStep(wizard)), needs(wizard).map(({kind}) => kind)] as const;

suite('the page about the conversation', () => {
	test('tells what is needed, wherever it stands', () => {
		const rows = rowsUnder('step | needs');
		const steps = rows.flatMap(([places = '', needed = '']) =>
			(places.startsWith('review') ? [places] : wordsIn(places)).map(
				place => [place, wordsIn(needed)] as const,
			),
		);
		const table = new Map(steps);
		const seen = new Set<string>();
		for (const [place, needed] of walk()) {
			seen.add(place);
			assert.deepEqual(needed, table.get(place), place);
		}
		assert.deepEqual([...seen].sort(), [...table.keys()].sort());
	});

	test('lists every request', () => {
		assert.deepEqual(
			rowsUnder('request | asks for').map(([kind]) => kind),
			requestKinds,
		);
	});

	test('lists every event, and while it counts', () => {
		const always = phasesFor.arrived.join(', ');
		assert.deepEqual(
			rowsUnder('event | counts while | says').map(([event, phases]) => [
				event,
				phases === 'always' ? always : phases,
			]),
			Object.entries(phasesFor).map(([event, phases]) => [event, phases.join(', ')]),
		);
	});

	test('is right that no event changes anything while it does not count', () => {
		const odd: readonly WizardEvent[] = [
			...events,
			{type: 'went-back'},
			{type: 'reopened', step: 'client-id'},
			{type: 'key-given'},
			{type: 'demo-wanted'},
			{type: 'started-again', keeping: []},
			{type: 'report-wanted'},
		];
		everyState(wizard => {
			for (const event of odd) {
				if (phasesFor[event.type].includes(wizard.phase.status)) continue;
				assert.equal(update(wizard, event), wizard, event.type);
			}
		});
	});
});
