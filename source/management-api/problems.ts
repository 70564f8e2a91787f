import {interruptionOf, interruptionWords} from '../domain/interruption.ts';
import type {Problem} from '../domain/problem.ts';
import {secondsWords} from '../domain/text.ts';
import {type Intent, writeWords} from './intent.ts';
import {retryAfter} from './retry-after.ts';
import {contentKind, explanation, fieldProblems, type Reader, type Said, safeText} from './server-text.ts';
import type {Peer} from './transport.ts';
import {type Trouble, troubleWords} from './trouble.ts';

/** The request a problem is about, in words: what kind it was, what of, and where it went. */
export type Situation = Reader & {
	readonly intent: Intent;
	/** What was asked for or sent, to follow “Reading …”: `the teams`. Of a removal: `the removal`. */
	readonly subject: string;
	/** Where it went, in words, for a 404: `sandbox, us`. */
	readonly where: string;
	readonly apiName: string;
	readonly apiCalled: string;
	readonly keyWords: Peer['keyWords'];
	readonly host: string;
	readonly timeoutSeconds: number;
};

export type Answer = Said & {readonly status: number; readonly headers: Headers};

const askLater =
	'Try again in a moment; if it stays like this, ask Junction’s support and name the request ID.';

/** What an answer other than a good 2xx means (the table in the design: one kind for each thing to do). */
export function problemOfAnswer(answer: Answer, situation: Situation): Problem {
	const {status} = answer;
	if (status === 401 || status === 403) return keyProblem(answer, situation);
	if (status === 407) return proxyLoginProblem(answer, situation);
	if (status === 429 || status === 503) return busyProblem(answer, situation);
	if (status < 200 || (status >= 300 && status < 400)) return redirectProblem(answer, situation);
	// Only the upsert is certain to exist; and a credential that is not there is no 404 of a removal.
	if (status === 405 || status === 501 || (status === 404 && situation.intent !== 'save')) {
		return missingProblem(answer, situation);
	}
	if (status === 408 || status >= 500) return serverProblem(answer, situation);
	return refusalProblem(answer, situation);
}

function keyProblem(answer: Answer, situation: Situation): Problem {
	const {apiName, keyWords} = situation;
	const said = words(answer, situation);
	return answer.status === 401
		? {
				kind: 'reauthenticate',
				message: `The ${apiName} API did not accept the ${keyWords.name} (401)${said}.`,
				advice: keyWords.refused,
				...traces(answer, situation),
			}
		: {
				kind: 'reauthenticate',
				message: `${keyWords.forbidden.message} (403)${said}.`,
				advice: keyWords.forbidden.advice,
				...traces(answer, situation),
			};
}

// Not from the API, which has no part in this: as if the proxy had opened no way to it.
function proxyLoginProblem(answer: Answer, situation: Situation): Problem {
	return {
		kind: 'unreachable',
		message: `A proxy on the way to ${situation.host} wants a user name and password (407).`,
		advice:
			'Nothing arrived at the API. Set HTTPS_PROXY to the address of that proxy with your user name and password in it, or try from another network.',
		...traces(answer, situation),
	};
}

function busyProblem(answer: Answer, situation: Situation): Problem {
	const delaySeconds = retryAfter(answer.headers);
	const what = answer.status === 429 ? 'asks for fewer requests' : 'is overloaded';
	return {
		kind: 'retry',
		message: `The server ${what} (${answer.status})${words(answer, situation)}.`,
		advice:
			delaySeconds === undefined ? 'Try again in a moment.' : `Try again in ${secondsWords(delaySeconds)}.`,
		...(delaySeconds === undefined ? {} : {delaySeconds}),
		...traces(answer, situation),
	};
}

function redirectProblem(answer: Answer, situation: Situation): Problem {
	return {
		kind: 'correct',
		message: `The server answered with a redirect (${answer.status}), which was not followed: the key goes nowhere else.`,
		advice: `Check the API address; ${situation.host} may not be ${situation.apiCalled}.`,
		fields: [],
		...traces(answer, situation),
	};
}

function missingProblem(answer: Answer, situation: Situation): Problem {
	const {intent, subject} = situation;
	const write = writeWords(intent);
	const what = {
		read: `tell ${subject}`,
		save: `take ${subject}`,
		remove: 'remove credentials',
		create: 'create teams',
		'create-user': 'create users',
		'delete-user': 'delete users',
	}[intent];
	return {
		kind: 'unavailable',
		message: `This address does not ${what} (${answer.status})${words(answer, situation)}.`,
		advice: write
			? `Check the API address; ${write.nothing}.`
			: 'Check the organization and the API address; whatever does not need this can go on.',
		...traces(answer, situation),
	};
}

function serverProblem(answer: Answer, situation: Situation): Problem {
	const what = `The server failed (${answer.status})${words(answer, situation)}`;
	const write = writeWords(situation.intent);
	return write
		? {
				kind: 'uncertain',
				message: `${what}; ${situation.subject} was sent and ${write.mayStill}.`,
				advice: write.look,
				...traces(answer, situation),
			}
		: {kind: 'retry', message: `${what}.`, advice: askLater, ...traces(answer, situation)};
}

function refusalProblem(answer: Answer, situation: Situation): Problem {
	const fields = fieldProblems(answer, situation);
	const {status} = answer;
	if (status === 404) {
		return {
			kind: 'correct',
			message: `The organization or the team was not found in ${situation.where} (404)${words(answer, situation)}.`,
			advice: 'Check the organization, team, environment and region; nothing was stored.',
			fields,
			...traces(answer, situation),
		};
	}
	const first = fields[0] ? `: ${withoutStop(fields[0].message)}` : words(answer, situation);
	const write = writeWords(situation.intent);
	const target = write ? situation.subject : `the request for ${situation.subject}`;
	return {
		kind: 'correct',
		message: `The server refused ${target} (${status})${first}.`,
		advice:
			fields.length > 0
				? 'Correct the fields that are named, then send it again.'
				: (write?.check ?? 'Check the target and the API address, then try again.'),
		fields,
		...traces(answer, situation),
	};
}

/** A 2xx whose body is no use: too large, or not what the API promises. */
export function unreadableProblem(answer: Answer, what: string | undefined, situation: Situation): Problem {
	const kind = what ?? contentKind(answer);
	const message = `The server answered ${answer.status} with ${kind}`;
	const write = writeWords(situation.intent);
	return write
		? {
				kind: 'uncertain',
				message: `${message}; ${situation.subject} was sent and ${write.mayHave}.`,
				advice: write.look,
				...traces(answer, situation),
			}
		: {
				kind: 'correct',
				message: `${message}, so ${situation.subject} could not be read.`,
				advice: `Check the API address: something else may be answering at ${situation.host}.`,
				fields: [],
				...traces(answer, situation),
			};
}

/** No whole answer came, although the request may have been received. */
export function brokenProblem(why: 'timeout' | 'broken', situation: Situation): Problem {
	const what =
		why === 'timeout'
			? `No whole answer came within ${secondsWords(situation.timeoutSeconds)}`
			: `The connection to ${situation.host} broke off`;
	const write = writeWords(situation.intent);
	return write
		? {
				kind: 'uncertain',
				message: `${what}; ${situation.subject} was sent and ${write.mayStill}.`,
				advice: write.look,
			}
		: {
				kind: 'retry',
				message: `${what} while reading ${situation.subject}.`,
				advice: 'Check the network connection and try again.',
			};
}

/** Nothing was sent. */
export function unreachableProblem(trouble: Exclude<Trouble, 'broken'>, {host}: Situation): Problem {
	const network =
		'Nothing was sent. Check the network, the VPN or proxy and the API address, then try again.';
	const tls =
		'Nothing was sent. If your network inspects TLS, set NODE_EXTRA_CA_CERTS to the file with its root certificate; also check the clock and the API address.';
	const proxy =
		'Nothing was sent. Check HTTPS_PROXY, ALL_PROXY or HTTP_PROXY, the user name and password in it, and whether the proxy allows this host; NO_PROXY names hosts that need none.';
	const advice = {name: network, connection: network, certificate: tls, channel: tls} as const;
	const isProxy = trouble === 'proxy' || trouble === 'proxy-connection';
	return {
		kind: 'unreachable',
		message: troubleWords[trouble](host),
		advice: isProxy ? proxy : advice[trouble],
	};
}

/** The caller gave up, or gave it no more time. */
export function interruptedProblem(
	{intent, subject}: Situation,
	signal: AbortSignal,
	wasSent: boolean,
): Problem {
	const write = writeWords(intent);
	const why = interruptionOf(signal);
	const what = interruptionWords[why];
	if (write && wasSent) {
		const message = `${what} after ${subject} was sent; it ${write.mayStill}.`;
		return {kind: 'uncertain', message, advice: write.look};
	}
	return why === 'deadline' && !write
		? {
				kind: 'retry',
				message: `${what} while reading ${subject}.`,
				advice: 'Give it more time with --deadline, or try again later.',
			}
		: {kind: 'retry', message: `${what}; nothing was sent.`, advice: 'Start again when you are ready.'};
}

/** A key that no request header can carry; the error of `fetch` would repeat it. */
export const unsendableKeyProblem: Problem = {
	kind: 'reauthenticate',
	message: 'The organization key is empty or has a character that no key has.',
	advice: 'Copy the key again and enter it without spaces, quotes or line breaks.',
};

function words(answer: Answer, situation: Situation): string {
	const said = explanation(answer, situation);
	if (said) return `: ${withoutStop(said)}`;
	return contentKind(answer) === 'an HTML page' ? ', with an HTML page in place of an answer' : '';
}

/** What the server's support needs to find the request. */
export function traces(
	answer: Pick<Answer, 'status' | 'headers'>,
	{secrets}: Pick<Reader, 'secrets'>,
): {status: number; requestId?: string} {
	const requestId = safeText(answer.headers.get('x-request-id') ?? '', secrets, 100);
	return {status: answer.status, ...(requestId && {requestId})};
}

const withoutStop = (text: string): string => text.replace(/\.+$/, '');
