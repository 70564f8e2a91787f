import type {PlacedCredential} from '../domain/credential.ts';
import type {SaveOutcome} from '../domain/outcome.ts';
import type {Problem} from '../domain/problem.ts';
import type {Activation, Provider} from '../domain/providers/provider.ts';
import {clean} from '../domain/text.ts';
import type {Warning} from '../domain/warnings.ts';
import {credentialJson} from './credential-list.ts';
import type {Paint} from './paint.ts';
import {problemJson} from './problem-words.ts';
import {nextSteps, proofWords, savedLines} from './saved-words.ts';
import {warningsJson} from './warnings.ts';

/** A confirmed save of one credential, and what there is to say about it. */
export type SavedCredential = {
	readonly outcome: Extract<SaveOutcome, {kind: 'confirmed'}>;
	readonly placed: PlacedCredential;
	readonly provider: Provider;
	readonly warnings: readonly Warning[];
};

/** The document of `byoo set --json`. */
export const savedJson = ({outcome, placed, provider, warnings}: SavedCredential): object => ({
	outcome: outcome.action,
	confirmed: outcome.by,
	credential: credentialJson(placed),
	activation: activationJson(provider.activation),
	warnings: warningsJson(warnings),
});

/** The document of a save that was sent and could not be confirmed, and why nobody knows. */
export const unconfirmedJson = (warnings: readonly Warning[], problem: Problem): object => ({
	outcome: 'unconfirmed',
	confirmed: false,
	credential: null,
	activation: {active: null, steps: []},
	warnings: warningsJson(warnings),
	...problemJson(problem),
});

/** `active` is null where nobody documents whether something is left to do. */
function activationJson(activation: Activation): object {
	switch (activation.kind) {
		case 'immediate':
			return {active: true, steps: []};
		case 'steps':
			return {active: false, steps: activation.steps};
		case 'unknown':
			return {active: null, steps: []};
	}
}

/** The same for a person. */
export function savedText({outcome, placed, provider}: SavedCredential, paint: Paint): readonly string[] {
	const {place, stored, teamName = ''} = placed;
	const team = clean(teamName) || clean(stored.teamId);
	const lines = savedLines(stored);
	const width = Math.max(...lines.map(({label}) => label.length));
	return [
		paint(
			`${provider.name} for ${team} (${place.environment.toUpperCase()}, ${place.region}): ${proofWords(outcome)}`,
			'good',
		),
		...lines.map(({label, value}) => `  ${label.padEnd(width)}  ${value}`),
		...nextSteps(provider),
	];
}
