import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {clean} from '../../source/domain/text.ts';
import {dashboardUrl, helpFor} from '../../source/ui/help-for.ts';
import {stepsFor, targetSteps} from '../../source/wizard/steps.ts';
import {targetAnswers} from '../support/play.ts';

const slugs = [...providers.map(({slug}) => slug), 'newer_than_the_catalogue'];

suite('the help', () => {
	for (const slug of slugs) {
		const provider = providers.find(candidate => candidate.slug === slug);
		const link = provider?.portalUrl ?? provider?.docsUrl;

		test(`is there for every step of ${slug}, with its title and where to read on`, () => {
			const answers = targetAnswers(slug);
			for (const step of stepsFor(answers)) {
				const help = helpFor(step.id, answers);
				assert.equal(help.title, step.title);
				assert.ok(help.texts.length > 0, step.id);
				for (const text of help.texts) assert.match(text, /^\S.*[.?]$/s, `${step.id}: ${text}`);
				const isOfProvider = step.kind === 'field' || step.id === 'register';
				const dashboard = step.id === 'organization-key' ? dashboardUrl : undefined;
				assert.equal(help.link, isOfProvider ? link : dashboard, step.id);
				assert.equal(help.link === undefined || URL.canParse(help.link), true);
			}
		});
	}

	test('is there for every step before a provider is chosen, for review and after a save', () => {
		for (const {id, title} of targetSteps) {
			const help = helpFor(id, {});
			assert.equal(help.title, title);
			assert.ok(help.texts.length > 0, id);
		}
		const review = helpFor('review', targetAnswers('strava'));
		assert.equal(review.title, 'Review');
		assert.match(review.texts.join(' '), /Nothing is saved before you choose Submit/);
		const saved = helpFor('saved', targetAnswers('strava'));
		assert.equal(saved.title, 'Saved');
		assert.match(saved.texts.join(' '), /how that is known/);
	});

	test('of the key says where management keys are made, and what a team’s API key is', () => {
		const words = helpFor('organization-key', {}).texts.join(' ');
		for (const what of [
			/begins with mg_/,
			/Org Admins/,
			/Org Config/,
			/Team Config/,
			/pk_ .*sk_/,
			/reported/,
		])
			assert.match(words, what);
	});

	test('of a field says where to find it, and how one gets an application', () => {
		for (const provider of providers.filter(({ownOAuth}) => ownOAuth === 'yes')) {
			const {texts} = helpFor('client-id', targetAnswers(provider.slug));
			assert.equal(texts[1], provider.programme?.note);
			assert.ok(texts.every(text => clean(text, 1000) === text));
		}
	});
});
