import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import type {StoredCredential} from '../../source/domain/credential.ts';
import {Secret} from '../../source/domain/secret.ts';
import {clean} from '../../source/domain/text.ts';
import {alikeIn, identifiersOf, veiled} from '../../source/ui/veil.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {reviewLines} from '../../source/wizard/review.ts';
import type {Wizard} from '../../source/wizard/state.ts';
import {startWizard} from '../../source/wizard/wizard.ts';
import {organizationId, teamId} from '../support/credentials.ts';
import {
	answer,
	answering,
	changesFrom,
	confirmed,
	empty,
	given,
	otherTeamId,
	play,
	playFrom,
	reopen,
	settle,
	stored,
	submit,
	targetAnswers,
	update,
} from '../support/play.ts';
import {altered} from '../support/values.ts';

const health: Answers = {
	...targetAnswers('google_health'),
	'client-id': given('own-client-id.apps'),
	'client-secret': given(new Secret('s')),
	'details.project_number': given('998877665544'),
	'details.service_account_email': given('sync@p.iam.gserviceaccount.com'),
	'redirect-url-override': empty,
};
const row = altered(stored, {
	id: 'credential-77',
	provider: 'google_health',
	client_id: 'earlier-client-id',
	clientSecretHash: 'e3b0c44298fc',
	details: {project_number: '112233445566', deep: {account: 'deep-account'}, scopes: ['openid']},
});
const review = playFrom(startWizard(), ...answering(health));
const veil = (text: string, wizard: Wizard = review, rows: readonly StoredCredential[] = [row]): string =>
	veiled(text, identifiersOf(wizard, rows));

suite('the veil hides', () => {
	const rows: Readonly<Record<string, string>> = {
		'the client ID that was entered': 'own-client-id.apps',
		'the client ID that is stored': 'earlier-client-id',
		'the hash of the stored secret': 'e3b0c44298fc',
		'the ID of the stored credential': 'credential-77',
		'a detail that was entered': '998877665544',
		'a detail that is stored': '112233445566',
		'a detail deep inside what is stored': 'deep-account',
		'the ID of the organization': organizationId,
		'the ID of the team, in any case': teamId.toUpperCase(),
		'an ID of anyone': '8a1f0c3e-5b7d-4e2a-9c6f-0123456789ab',
		'an email address of anyone': 'someone.else+x@mail.example.com',
	};
	for (const [name, text] of Object.entries(rows)) {
		test(`${name}, wherever it stands`, () => {
			assert.equal(veil(text), '••••••');
			assert.equal(veil(`before ${text}, (${text}) after`), 'before ••••••, (••••••) after');
		});
	}

	test('every identifier in the lines of review and in what they were', () => {
		const lines = reviewLines(health).map(({value}) => value);
		const was = changesFrom(row, health).flatMap(({from, to}) => [from, to]);
		const shown = veil([...lines, ...was].join('\n'));
		for (const text of Object.values(rows)) assert.ok(!shown.includes(text), text);
		assert.ok(!shown.includes('sync@'));
		assert.match(shown, /Acme \(••••••\)/);
	});

	test('what is offered again as well', () => {
		const reopened = update(review, reopen('client-id'));
		assert.equal(veil('own-client-id.apps', reopened, []), '••••••');
		const read = update(play(...answering(targetAnswers('google_health'))), {
			type: 'stored-read',
			stored: row,
		});
		assert.equal(veil('earlier-client-id', read, []), '••••••');
	});

	test('what a save stored, and what someone else stored meanwhile', () => {
		const submitting = update(review, submit());
		const other = altered(row, {
			id: 'credential-88',
			client_id: 'colleague-id',
			clientSecretHash: 'f00dfeed',
		});
		const done = update(submitting, settle(1, {...confirmed, stored: other} as typeof confirmed));
		const meanwhile = update(submitting, settle(1, {kind: 'changed', before: {ok: true, value: other}}));
		for (const wizard of [done, meanwhile]) {
			for (const text of ['credential-88', 'colleague-id', 'f00dfeed']) {
				assert.equal(veil(text, wizard, []), '••••••', text);
			}
		}
	});

	test('an identifier as it is shown: cleaned, and cut where it is long', () => {
		const strange = 'client\u200b-\u202eid';
		const wizard = playFrom(review, reopen('client-id'), answer('client-id', given(strange)));
		assert.equal(veil(clean(strange), wizard, []), '••••••');
		const long = `start${'x'.repeat(500)}`;
		const longer = playFrom(review, reopen('client-id'), answer('client-id', given(long)));
		for (const limit of [200, 300]) assert.equal(veil(clean(long, limit), longer, []), '••••••');
	});

	test('any client ID, hash and ID, whatever they are', () => {
		const text = fc
			.string({unit: 'grapheme-ascii', minLength: 3, maxLength: 40})
			.filter(value => value.trim().length > 2);
		fc.assert(
			fc.property(text, text, fc.uuid(), fc.string(), (clientId, clientSecretHash, id, around) => {
				const rows = [altered(stored, {id, client_id: clientId, clientSecretHash})];
				const hidden = veil(`${around}${clientId} ${id} ${clientSecretHash}`, startWizard(), rows);
				const isMask = (value: string) => /^[•\s]*$/.test(value);
				for (const value of [clientId, clientSecretHash]) assert.ok(isMask(value) || !hidden.includes(value));
				assert.ok(!hidden.toLowerCase().includes(id));
			}),
		);
	});
});

suite('the veil leaves', () => {
	test('words, addresses and secrets’ masks as they are', () => {
		for (const text of [
			'Night Runners',
			'https://api.junction.com/callback',
			'••••••••',
			'openid, email',
			'a @ b',
		])
			assert.equal(veil(text), text);
	});

	test('what is too short to identify anyone', () => {
		const wizard = playFrom(review, reopen('client-id'), answer('client-id', given('us')));
		assert.equal(veil('us in us', wizard, []), 'us in us');
	});

	test('secrets to their own masks, and names nobody in this conversation', () => {
		const texts = identifiersOf(review, []);
		assert.ok(texts.length > 0);
		assert.ok(!texts.includes('s') && !texts.includes(otherTeamId));
	});
});

suite('the veil leaves', () => {
	test('what is public as it is, also within a text and beside what is not', () => {
		const principal = 'serviceAccount:demo@byoo-demo.iam.gserviceaccount.com';
		const text = `Grant ${principal} access, and tell someone@example.com.`;
		assert.equal(veiled(text, [], {publicTexts: [principal]}), `Grant ${principal} access, and tell ••••••.`);
	});

	test('the last signs of two client IDs that stand for each other', () => {
		const wizard = playFrom(startWizard(), ...answering({...health, provider: {slug: 'google_health'}}));
		const rows = [altered(row, {client_id: 'earlier-client-id'})].map(one => ({...one, teamId}));
		assert.deepEqual(alikeIn(wizard, rows, []).toSorted(), ['earlier-client-id', 'own-client-id.apps']);
		const seen = {alike: alikeIn(wizard, rows, [])};
		assert.equal(
			veiled('own-client-id.apps was: earlier-client-id', identifiersOf(wizard, rows), seen),
			'••••••apps was: ••••••t-id',
		);
	});

	test('the last signs of the IDs of teams with one name', () => {
		const teams = [
			{id: teamId, name: 'Runners'},
			{id: otherTeamId, name: 'Runners'},
			{id: organizationId, name: 'Walkers'},
		];
		assert.deepEqual(alikeIn(review, [], teams), [teamId, otherTeamId]);
	});
});
