import {randomBytes} from 'node:crypto';
import {interruptionOf, interruptionWords} from '../domain/interruption.ts';
import type {SecureAddress, UnknownReading} from '../domain/proof/pair-check.ts';
import {tooLarge} from '../domain/proof/unknown-answers.ts';
import {Secret} from '../domain/secret.ts';
import {secondsWords} from '../domain/text.ts';
import {type Call, exchange} from '../management-api/exchange.ts';
import type {Answer} from '../management-api/problems.ts';
import type {Http} from '../management-api/transport.ts';
import {type Trouble, troubleWords} from '../management-api/trouble.ts';

/** Where a documented address is reached: a double of it, which only code can hand in. */
export type Reach = (address: string) => string;

/** The answer, or why there is none, which then says nothing about what was asked. */
export type Asked =
	| {readonly kind: 'answered'; readonly answer: Answer}
	| {readonly kind: 'silent'; readonly reading: UnknownReading};

/** An answer of an endpoint like these is far below. */
const answerLimit = 64 * 1024;

export type Question = Pick<Call, 'method' | 'headers' | 'body'> & {
	readonly who: string;
	readonly address: SecureAddress;
	readonly query?: URLSearchParams;
};

/** Asks a provider once. Redirects are not followed, of the address only its documented path stands in a record. Never throws. */
export async function askProvider(
	http: Http,
	reach: Reach,
	{who, address, query, ...call}: Question,
	signal: AbortSignal,
): Promise<Asked> {
	const silent = (reading: UnknownReading): Asked => ({kind: 'silent', reading});
	if (signal.aborted) return silent(interrupted(who, signal));
	const reached = reach(query ? `${address}?${query}` : address);
	const shownPath = new URL(reached).pathname;
	const exchanged = await exchange(http, {...call, address: reached, answerLimit, shownPath}, signal);
	switch (exchanged.kind) {
		case 'answered':
			return exchanged.isTooLarge ? silent(tooLarge(who)) : {kind: 'answered', answer: exchanged.answer};
		case 'cancelled':
			return silent(interrupted(who, signal));
		case 'timeout':
			return silent(slow(who, http.timeoutSeconds));
		case 'trouble':
			return silent(unreachable(exchanged.trouble, new URL(address).host));
	}
}

/** A text that nobody could have guessed, and no provider can have handed out. */
export const madeUp = (): Secret => new Secret(`byoo-check-${randomBytes(18).toString('hex')}`);

const interrupted = (who: string, signal: AbortSignal): UnknownReading => ({
	verdict: 'unknown',
	type: 'cancelled',
	message: `${interruptionWords[interruptionOf(signal)]} before ${who} answered.`,
	advice: 'Try it again when you are ready.',
});

const slow = (who: string, seconds: number): UnknownReading => ({
	verdict: 'unknown',
	type: 'timeout',
	message: `${who} gave no whole answer within ${secondsWords(seconds)}.`,
	advice: 'Try it again in a moment, or give it more time with --timeout.',
});

const unreachable = (trouble: Trouble, host: string): UnknownReading => ({
	verdict: 'unknown',
	type: 'unreachable',
	message: troubleWords[trouble](host),
	advice: `Check the network, and that a proxy or firewall lets ${host} through, then try it again.`,
});
