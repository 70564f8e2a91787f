import type {Finding} from './finding.ts';
import type {
	Asked,
	Certainty,
	EndpointReading,
	PairCheckSpec,
	Reading,
	RefusedPart,
	TokenAnswer,
} from './pair-check.ts';
import {unknownAnswer} from './unknown-answers.ts';

/** Said of a provider whose answers are not known well enough. */
export const notOfferedWords = (name: string): string =>
	`What ${name} answers to a client ID with its secret is not known well enough to try them.`;

/** What an answer of a token endpoint means, whatever it is. */
export const readAnswer = (spec: PairCheckSpec, answer: TokenAnswer): Reading =>
	spec.read(answer) ?? unknownAnswer(answer, spec.who);

/**
What the answers of the endpoints come to, in the order in which they were asked. One that knows the pair is enough;
refused it is only where every endpoint of the provider refuses it, for each knows applications that another does not.
*/
export function pairFinding(
	{endpoints}: Pick<PairCheckSpec, 'endpoints'>,
	asked: Asked,
	readings: readonly EndpointReading[],
): Finding {
	const known = readings.find(({reading}) => reading.verdict === 'proved');
	if (known) return findingOf(known, asked);
	const refusals = readings.filter(({reading}) => reading.verdict === 'refuted');
	const [refusal] = refusals;
	if (refusal && refusals.length === endpoints.length) return findingOf(refusal, asked);
	const [silent] = readings.filter(({reading}) => reading.verdict === 'unknown');
	if (!silent) return {verdict: 'unknown', type: 'unexpected', message: `${asked.who} was not asked.`};
	const finding = findingOf(silent, asked);
	if (!refusal) return finding;
	const message = `${asked.who} refused the pair at one of its ${endpoints.length} addresses, and the other one does not tell: ${finding.message}`;
	return {...finding, message};
}

/** One reading in words. */
function findingOf({reading, status}: EndpointReading, {who, portalUrl}: Asked): Finding {
	const seen = status === undefined ? {} : {status};
	switch (reading.verdict) {
		case 'proved': {
			const message = sentence(`${who} knows this client ID with this secret`, reading.certainty, who);
			return {verdict: 'proved', message, ...seen};
		}
		case 'refuted': {
			const {part, certainty, type} = reading;
			const message = sentence(`${who} ${refusedWords[part]}`, certainty, who);
			return {verdict: 'refuted', message, advice: copyAnew(part, portalUrl), type, ...seen};
		}
		case 'unknown': {
			const {message, advice, type} = reading;
			return {verdict: 'unknown', message, advice, type, ...seen};
		}
	}
}

const refusedWords: Readonly<Record<RefusedPart, string>> = {
	'client-id': 'does not know this client ID',
	secret: 'knows this client ID, but not with this secret',
	pair: 'refused this client ID with this secret',
};

function copyAnew(part: RefusedPart, portalUrl: string): string {
	if (part === 'secret') return `Copy the secret anew, or make a new one, at ${portalUrl}.`;
	return `Copy both anew, from the same application, at ${portalUrl}.`;
}

/** A sentence that says how sure it is. */
export function sentence(words: string, certainty: Certainty, who: string): string {
	const notes: Readonly<Record<Certainty, string>> = {
		documented: '',
		reported: ` (as reported; ${who} does not document it)`,
		standard: ` (by the OAuth standard, not documented by ${who})`,
	};
	return `${words}${notes[certainty]}.`;
}
