import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {RememberedOrganization} from '../../source/domain/ports.ts';
import {organizationsJson, organizationsLines} from '../../source/output/organization-table.ts';
import {organizationId, teamId} from '../support/credentials.ts';
import {otherOrganizationId} from '../support/play.ts';
import {assertLines, hostile, plain, wide, widths} from './placed.ts';

const acme: RememberedOrganization = {
	id: organizationId,
	name: 'Acme Health',
	generation: 'junction',
	url: 'https://api.management.junction.com',
	environment: 'sandbox',
	region: 'us',
	team: {id: teamId, name: 'Runners'},
	provider: 'strava',
	lastUsed: '2026-03-07T10:00:00.000Z',
};
const bare: RememberedOrganization = {
	id: otherOrganizationId,
	generation: 'vital',
	url: 'https://api.example.com',
	lastUsed: '2026-03-10T07:00:00.000Z',
};

suite('the remembered organizations', () => {
	test('stand in lines with the address of their API and where each was left', () => {
		assert.deepEqual(organizationsLines([acme, bare], wide), [
			'NAME         ID                                    API                             LAST USED    LEFT AT',
			`Acme Health  ${organizationId}  Junction                        3 days ago   sandbox, us, Runners, strava`,
			`–            ${otherOrganizationId}  Vital, https://api.example.com  5 hours ago  –`,
		]);
	});

	test('are tab separated with exact times where they are plain', () => {
		assert.deepEqual(organizationsLines([acme, bare], plain), [
			`Acme Health\t${organizationId}\tJunction\t2026-03-07T10:00:00.000Z\tsandbox, us, Runners, strava`,
			`–\t${otherOrganizationId}\tVital, https://api.example.com\t2026-03-10T07:00:00.000Z\t–`,
		]);
	});

	test('fit every width, with whole IDs, and are inert', () => {
		const evil = {...acme, name: hostile, team: {id: hostile, name: hostile}, provider: hostile};
		for (const width of widths) {
			const lines = organizationsLines([acme, bare, evil], {...wide, width});
			assertLines(lines, width);
			assert.equal(lines.filter(line => line.includes(organizationId)).length, 2);
		}
		assertLines(organizationsLines([evil], plain));
	});

	test('say when there are none', () => {
		assert.match(
			organizationsLines([], wide).join(' '),
			/^No organization is remembered\. The wizard remembers/,
		);
		assert.deepEqual(organizationsLines([], plain), []);
	});

	test('are JSON with every key', () => {
		assert.equal(
			JSON.stringify(organizationsJson([acme, bare])),
			JSON.stringify({
				organizations: [
					{
						id: organizationId,
						name: 'Acme Health',
						api: 'junction',
						url: 'https://api.management.junction.com',
						env: 'sandbox',
						region: 'us',
						team: {id: teamId, name: 'Runners'},
						provider: 'strava',
						lastUsed: '2026-03-07T10:00:00.000Z',
					},
					{
						id: otherOrganizationId,
						name: null,
						api: 'vital',
						url: 'https://api.example.com',
						env: null,
						region: null,
						team: null,
						provider: null,
						lastUsed: '2026-03-10T07:00:00.000Z',
					},
				],
			}),
		);
	});
});
