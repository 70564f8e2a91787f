import type {Team} from '../../source/domain/credential.ts';
import {type Result, success} from '../../source/domain/problem.ts';
import type {Arrival, Request, RequestKind} from '../../source/wizard/requests.ts';
import type {Wizard, WizardEvent} from '../../source/wizard/state.ts';
import {wants} from '../../source/wizard/wants.ts';
import {update} from '../../source/wizard/wizard.ts';
import {organizationId, teamId} from './credentials.ts';
import {confirmed, otherTeamId} from './play.ts';

export const teams: readonly Team[] = [
	{id: teamId, name: 'Runners', region: 'us'},
	{id: otherTeamId, name: 'Walkers', region: 'us'},
];
/** What a world in which all is well gives. */
export const well: {readonly [Kind in RequestKind]: Result<unknown>} = {
	demo: success({url: 'http://127.0.0.1:1', organizations: []}),
	proof: success({id: organizationId, name: 'Acme'}),
	teams: success({rows: teams}),
	team: success(teams[0]),
	creation: success({kind: 'created', team: teams[0]}),
	stored: success({rows: []}),
	preparation: success({steps: []}),
	look: success({before: success(undefined)}),
	save: success(confirmed),
	memory: success({}),
	check: success({deviations: []}),
	pair: success({verdict: 'proved', message: 'It knows this pair.'}),
	application: success({
		application: {verdict: 'proved', message: 'It is right.', differences: [], scopes: []},
		isTestUserDeleted: true,
		notes: [],
	}),
	connection: success({
		connection: {verdict: 'proved', message: 'It is connected.'},
		isTestUserDeleted: true,
		notes: [],
	}),
	left: success([{kind: 'deleted'}]),
	report: success('report.md'),
};

export type World = {readonly [Kind in RequestKind]?: Result<unknown>};

export const arrival = ({kind, key}: Request, world: World): WizardEvent =>
	({type: 'arrived', at: 0, kind, key, result: world[kind] ?? well[kind]}) as {
		type: 'arrived';
		at: number;
	} & Arrival;

/** The conversation once everything that it wants has come, of all kinds but these. */
export function answeredBy(wizard: Wizard, world: World = {}, waiting: readonly RequestKind[] = []): Wizard {
	const request = wants(wizard).find(({kind}) => !waiting.includes(kind));
	return request ? answeredBy(update(wizard, arrival(request, world)), world, waiting) : wizard;
}
