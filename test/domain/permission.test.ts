import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Place} from '../../source/domain/credential.ts';
import {fieldsOf} from '../../source/domain/fields.ts';
import {neededFor, type Permission} from '../../source/domain/permission.ts';
import type {PlanAction} from '../../source/domain/plan.ts';
import {success} from '../../source/domain/problem.ts';
import {unknownProvider} from '../../source/domain/providers/find-providers.ts';
import {credential, teamId} from '../support/credentials.ts';

type Row = readonly [
	action: PlanAction,
	changed: string | undefined,
	environment: Place['environment'],
	flags: string,
];

const otherId = 'client_id';

/** What has to be said before each of these is written, where nothing was said. */
const rows: readonly Row[] = [
	['create', undefined, 'sandbox', ''],
	['update', 'redirect_url_override', 'sandbox', 'yes'],
	['update', otherId, 'sandbox', 'yes replace'],
	['resend', undefined, 'sandbox', 'yes'],
	['save', undefined, 'sandbox', 'yes'],
	['create', undefined, 'production', 'yes confirm-production'],
	['update', 'redirect_url_override', 'production', 'yes confirm-production'],
	['update', otherId, 'production', 'yes replace confirm-production'],
	['resend', undefined, 'production', 'yes confirm-production'],
	['save', undefined, 'production', 'yes confirm-production'],
];

const fields = fieldsOf(unknownProvider('strava'));
const nothingSaid: Permission = {isYes: false, mayReplace: false, confirmedTeams: []};

function flagsFor([action, changed, environment]: Row, permission: Permission): string {
	const id = fields.find(({path}) => path.join('.') === changed)?.id;
	const change = {...(id && {id}), field: changed ?? '', title: '', from: null, to: 'new'};
	const changes = changed === undefined ? [] : [change];
	const place = {environment, region: 'us'} as const;
	const planned = {place, action, changes, lost: [], anew: [], credential, before: success(undefined)};
	return neededFor(planned, permission)
		.map(({flag}) => flag)
		.join(' ');
}

for (const row of rows) {
	const [action, changed, environment, flags] = row;
	const what = `a ${action} in ${environment}${changed === undefined ? '' : ` that changes ${changed}`}`;

	test(`${what} needs ${flags || 'nothing'}`, () => assert.equal(flagsFor(row, nothingSaid), flags));

	test(`${what} may be written once that was said`, () => {
		const all = {isYes: true, mayReplace: true, confirmedTeams: [teamId.toUpperCase()]};
		assert.equal(flagsFor(row, all), '');
	});
}

test('production of another team is not confirmed by any number of yes', () => {
	const permission = {
		isYes: true,
		mayReplace: true,
		confirmedTeams: ['0b6e8a1e-2222-4a4a-8a8a-00000000000b', ''],
	};
	assert.equal(flagsFor(['create', undefined, 'production', ''], permission), 'confirm-production');
});
