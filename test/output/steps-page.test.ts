import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {environments} from '../../source/domain/credential.ts';
import {checklistFor} from '../../source/domain/portal/checklist.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {providerOfSlug} from '../../source/domain/providers/find-providers.ts';
import {checklistLines} from '../../source/output/steps-lines.ts';
import {type StepsPageInput, stepsName, stepsPage} from '../../source/output/steps-page.ts';
import {organizationId, teamId} from '../support/credentials.ts';
import {nastyTexts} from '../support/hand-offs.ts';

const uri = {
	type: 'redirect_uri',
	key: '',
	value: 'https://api.sandbox.us.junction.com/v2/link/connect/strava',
	description: 'Register it.',
};

const inputFor = (slug: string, changes: Partial<StepsPageInput> = {}): StepsPageInput => ({
	context: {provider: providerOfSlug(slug), environment: 'sandbox', region: 'us', prepared: [uri]},
	organizationId,
	organizationName: 'Acme',
	teamId,
	teamName: 'Runners',
	at: '2026-03-04T05:06:07Z',
	ticked: new Set(),
	...changes,
});
const pageOf = (slug: string, changes: Partial<StepsPageInput> = {}) => stepsPage(inputFor(slug, changes));
const boxesIn = (page: string): readonly string[] => page.match(/^- \[[ x]\] .*$/gm) ?? [];

suite('the page with the steps', () => {
	test('says for whom it is, and whose turn', () => {
		const page = pageOf('strava');
		assert.match(page, /^# Register Strava for Runners, sandbox$/m);
		assert.match(page, /^\| Team \| Runners [0-9a-f-]+ \|$/m);
		assert.match(page, /^Yours, at the provider: begin with step 1\.$/m);
		assert.match(page, /^Then whoever runs byoo needs the client ID and client secret\. /m);
		assert.match(page, /never by mail or chat/);
	});

	test('has a box for each step, ticked where it is done, and begins with the first open one', () => {
		const page = pageOf('strava', {ticked: new Set(['account', 'form'])});
		const boxes = boxesIn(page);
		assert.deepEqual(
			boxes.map(box => box[3]),
			['x', ' ', ' ', 'x', ' ', ' ', ' '],
		);
		assert.equal(boxes[4], '- [ ] **5. Enter the callback domain**');
		assert.match(page, /begin with step 2\.$/m);
		assert.match(page, /^- 5 of 7 steps\.$/m);
	});

	test('hands on once every step is ticked', () => {
		const ticked = new Set(checklistFor(inputFor('strava').context).map(({id}) => id));
		const page = pageOf('strava', {ticked});
		assert.match(page, /it is the turn of whoever runs byoo\.$/m);
		assert.match(page, /^- No step\.$/m);
	});

	test('has the values as code, the pages as links, and how to try it', () => {
		const page = pageOf('strava');
		assert.match(
			page,
			/^ {2}Into \*\*Authorization Callback Domain\*\*:\n\n {6}api\.sandbox\.us\.junction\.com$/m,
		);
		assert.match(page, /^ {2}Page: <https:\/\/www\.strava\.com\/settings\/api>$/m);
		assert.match(page, /^## Once it is saved: try it with one user\n\n- Connect /m);
		assert.match(pageOf('google_health'), /^ {6}gcloud services enable health\.googleapis\.com/m);
	});

	test('says once what is not known yet', () => {
		const {context} = inputFor('google_health');
		const page = pageOf('google_health', {context: {...context, environment: 'production'}});
		assert.match(page, /^- Step \d+, Authorized redirect URIs: still open, your own callback, which /m);
		assert.equal(page.match(/^- In the commands: put in place of PROJECT/gm)?.length, 1);
	});

	test('says whether the API names anything', () => {
		const {context} = inputFor('oura');
		assert.match(
			pageOf('oura', {context: {...context, prepared: []}}),
			/^Junction’s API names nothing more/m,
		);
		const {prepared: _, ...unasked} = context;
		assert.match(pageOf('oura', {context: unasked}), /^Junction was not asked/m);
	});

	test('keeps its shape whatever names and values a server gives', () => {
		const shape = (page: string) => page.split('\n').map(line => line.match(/^[#|]|^- \[/)?.[0] ?? '');
		for (const text of nastyTexts) {
			const {context} = inputFor('strava');
			const odd = (value: string) => ({type: 'odd', key: value, value, description: value});
			const named = (name: string) =>
				pageOf('strava', {teamName: `a${name}`, context: {...context, prepared: [uri, odd(`b${name}`)]}});
			assert.deepEqual(shape(named(text)), shape(named('')));
		}
	});

	test('is made for every provider in both environments', () => {
		for (const {slug} of providers) {
			for (const environment of environments) {
				const {context} = inputFor(slug);
				const page = pageOf(slug, {context: {...context, environment}});
				assert.equal(boxesIn(page).length, checklistFor({...context, environment}).length);
				assert.doesNotMatch(page, /undefined|\{project\}|\n{4}/);
			}
		}
	});

	test('has a name for its file', () => {
		assert.equal(stepsName(inputFor('strava')), 'byoo-steps-strava-runners-sandbox-us.md');
		assert.equal(
			stepsName(inputFor('google_health', {teamName: undefined})),
			`byoo-steps-google_health-${teamId}-sandbox-us.md`,
		);
	});
});

suite('the steps in lines', () => {
	test('fit the width but for what is copied, which stays whole', () => {
		for (const {slug} of providers) {
			const lines = checklistLines(checklistFor(inputFor(slug).context), {width: 60, paint: text => text});
			for (const line of lines) {
				const isCopied = /^ {3,5}(?:https|\S+$| {0,2}gcloud| {2})/.test(line);
				assert.ok(isCopied || line.length <= 60, line);
			}
		}
	});
});
