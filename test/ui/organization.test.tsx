import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Organization} from '../../source/domain/credential.ts';
import type {RememberedOrganization} from '../../source/domain/ports.ts';
import {failure, type Problem, type Result, success} from '../../source/domain/problem.ts';
import {answered, mountApp, typeInto} from '../support/conversation.tsx';
import {byHand, fakeServices} from '../support/fake-services.ts';
import {keys} from '../support/keys.ts';

const recent = (number: number, more: Partial<RememberedOrganization> = {}): RememberedOrganization => ({
	id: `0b6e8a1e-1111-4a4a-8a8a-00000000000${number}`,
	name: `Organization ${number}`,
	generation: 'junction',
	url: 'https://api.management.junction.com',
	lastUsed: '2026-03-01T12:00:00Z',
	...more,
});

const refused: Problem = {
	kind: 'reauthenticate',
	message: 'The key was refused.',
	advice: 'Check it.',
	status: 401,
};
const offline: Problem = {kind: 'unreachable', message: 'No connection.', advice: 'Check the network.'};

test('recent organizations come first, with what was chosen last; then a new one and the demo', async () => {
	const {services} = fakeServices({
		remembered: [recent(1, {environment: 'production', region: 'eu'}), recent(2)],
	});
	const app = mountApp({}, services);
	await app.settle();
	assert.match(
		app.screen(),
		/^❯ Organization 1 {3}production, eu, 3 days ago\n {2}Organization 2 {3}3 days ago$/m,
	);
	assert.match(
		app.screen(),
		/2 {3}3 days ago\n {2}Add an organization\n {2}Try the demo {5}no account needed$/m,
	);
	await app.unmount();
});

test('what is remembered can be forgotten, after a question that starts on keeping it', async () => {
	const {services, forgotten} = fakeServices({remembered: [recent(1), recent(2)]});
	const app = mountApp({}, services);
	await app.press('\u0018');
	assert.match(
		app.screen(),
		/Forget Organization 1\? Only this computer forgets it; nothing is deleted at\nthe API\./,
	);
	await app.press(keys.enter);
	assert.deepEqual(forgotten, []);
	await app.press('\u0018', keys.down + keys.enter);
	assert.deepEqual(
		forgotten.map(({name}) => name),
		['Organization 1'],
	);
	assert.match(app.screen(), /^❯ Organization 2/m);
	assert.doesNotMatch(app.screen(), /Organization 1/);
	await app.unmount();
});

test('a new organization is named by its ID, which is checked', async () => {
	const app = mountApp({});
	await app.press(keys.enter, 'no ID', keys.enter);
	assert.match(app.screen(), /✖ This is not an ID\./);
	await app.press(keys.ctrlU);
	await typeInto(app, ' 0B6E8A1E-1111-4A4A-8A8A-000000000001 ');
	await app.press(keys.enter);
	await app.waitFor(/^Organization key$/m);
	await app.unmount();
});

test('a key is sent where its beginning says it belongs, and Tab says otherwise', async () => {
	const {ask} = byHand<Result<Organization>>();
	const {services, connections} = fakeServices({api: {organization: ask}});
	const app = mountApp(answered.organization, services);
	await app.settle();
	assert.match(app.screen(), /^API: Junction · https:\/\/api\.management\.junction\.com$/m);
	await app.press('k-1');
	assert.match(app.screen(), /^API: Vital · https:\/\/api\.tryvital\.io\/management$/m);
	await app.press(keys.ctrlU, 'mg_1');
	assert.match(app.screen(), /^API: Junction/m);
	await app.press(keys.tab);
	assert.match(app.screen(), /^API: Vital/m);
	await app.press(keys.enter);
	assert.match(app.screen(), /Checking the key…/);
	assert.deepEqual(
		connections.map(({generation, key}) => [generation, key.reveal()]),
		[['vital', 'mg_1']],
	);
	await app.unmount();
});

test('a refused key is said where it is asked again', async () => {
	const {ask, answer} = byHand<Result<Organization>>();
	const {services} = fakeServices({api: {organization: ask}});
	const app = mountApp(answered.organization, services);
	await app.press('mg_wrong', keys.enter);
	answer(failure(refused));
	await app.waitFor('✖ The key was refused. Check it.');
	await app.press('mg_right', keys.enter);
	answer(success({id: answered.organization.organization.id, name: 'Quillfeather'}));
	await app.waitFor(/^Environment$/m);
	assert.match(app.screen(), /^Quillfeather$/m);
	await app.unmount();
});

test('where nobody answers, the same key is tried again or another one is entered', async () => {
	const {ask, answer, asked} = byHand<Result<Organization>>();
	const {services} = fakeServices({api: {organization: ask}});
	const app = mountApp(answered.organization, services);
	await app.press('mg_key', keys.enter);
	answer(failure(offline));
	await app.waitFor(/✖ No connection\.\nCheck the network\.\n❯ Try again\n {2}Enter another key/);
	await app.press(keys.enter);
	assert.equal(asked(), 2);
	answer(failure(offline));
	await app.waitFor('❯ Try again');
	await app.press(keys.down + keys.enter);
	assert.match(app.screen(), /^❯$/m);
	await app.unmount();
});

test('an organization that ends soon, and an API that cannot tell, are said and no obstacle', async () => {
	const ending = fakeServices({
		api: {
			organization: async () =>
				success({
					id: answered.organization.organization?.id ?? '',
					name: 'Halden',
					expiresAt: '2026-03-13T12:00:00Z',
				}),
		},
	});
	const app = mountApp(answered.organization, ending.services);
	await app.press('mg_key', keys.enter);
	await app.waitFor(/! Organization key .* This organization expires in 9 days\./);
	await app.unmount();

	const unavailable: Problem = {kind: 'unavailable', message: 'Not offered.', advice: 'Go on.', status: 404};
	const silent = fakeServices({api: {organization: async () => failure(unavailable)}});
	const other = mountApp(answered.organization, silent.services);
	await other.press('mg_key', keys.enter);
	await other.waitFor(/^Environment$/m);
	await other.unmount();
});

test('on a screen that others see, two letters open the list of those used before', async () => {
	const {services} = fakeServices({remembered: [recent(1), recent(2, {name: 'Łódź Care'})]});
	const app = mountApp({}, services, {launch: {isPresenting: true}});
	await app.waitFor(/^❯ Add an organization\n {2}Try the demo/m);
	await app.press('--', keys.ctrlU, 'l');
	assert.doesNotMatch(app.raw(), /Organization 1|Łódź/);
	await app.press('o');
	await app.waitFor(/^❯ Łódź Care /m);
	assert.doesNotMatch(app.screen(), /Organization 1/);
	await app.press(keys.enter);
	await app.waitFor(/^Organization key$/m);
	await app.unmount();
});
