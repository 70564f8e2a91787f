import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {teamNameOf, teamNameProblem} from '../../source/domain/team-name.ts';

suite('the name of a new team', () => {
	test('is what the API takes: letters of western languages, digits and a few signs', () => {
		for (const name of [
			'Night Runners',
			'Ørsta & Søn (O’Hare)',
			"A,b/c:d'e|f_g-h",
			'Clínica 9',
			'x'.repeat(80),
		])
			assert.equal(teamNameProblem(name), undefined, name);
	});

	test('may have its accents apart, which are put together', () => {
		assert.equal(teamNameProblem('Cafe\u0301'), undefined);
		assert.equal(teamNameOf('Cafe\u0301'), 'Café');
	});

	test('is refused otherwise, and never repeated', () => {
		for (const [name, why] of [
			['', /needs a name/],
			['   ', /needs a name/],
			[' canary', /White space/],
			['canary 🌙', /The API takes letters/],
			['canary مركز', /The API takes letters/],
			['canary × two', /The API takes letters/],
			['Łódź canary', /The API takes letters/],
			['canary\nline', /The API takes letters/],
			['x'.repeat(81), /80 characters at most; this one has 81/],
			['mg_canary3c9a52e061b74f7e', /may be a secret/],
		] as const) {
			const problem = teamNameProblem(name) ?? '';
			assert.match(problem, why);
			assert.doesNotMatch(problem, /canary/);
		}
	});
});
