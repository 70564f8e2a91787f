import type {TokenAnswer, UnknownReading} from './pair-check.ts';
import {limited, objectIn} from './pair-readings.ts';

const later = 'Try it again in a moment.';

/** An answer in a way of its own, which tells nothing: of what kind it is. Nothing of it is repeated. */
export function unknownAnswer(answer: TokenAnswer, who: string): UnknownReading {
	const {status} = answer;
	if (status === 429) return limited(who);
	if (status >= 500) return unexpected(`${who} failed (${status}), so it told nothing.`, later);
	if (status >= 300 && status < 400) {
		return {
			verdict: 'unknown',
			type: 'redirect',
			message: `${who} answered with a redirect (${status}), which was not followed.`,
			advice: 'A proxy or a sign-in page of the network may stand between. Try it from another network.',
		};
	}
	if (isPage(answer)) {
		return {
			verdict: 'unknown',
			type: 'html',
			message: `${who} answered with an HTML page (${status}), which tells nothing.`,
			advice: 'A proxy or a sign-in page of the network may stand between. Try it from another network.',
		};
	}
	const code = codeIn(answer);
	return code === undefined
		? unexpected(`${who} gave an answer (${status}) that tells nothing.`, noHint)
		: {...unexpected(`${who} answered ${code} (${status}), which tells nothing.`, noHint), type: code};
}

/** Whatever else came, or did not come as a whole. */
export const unexpected = (message: string, advice: string): UnknownReading => ({
	verdict: 'unknown',
	type: 'unexpected',
	message,
	advice,
});

export const tooLarge = (who: string): UnknownReading =>
	unexpected(`${who} answered with far more than such an answer has, so it was not read.`, later);

export const noHint = 'Connect a test user after the save, to see whether it works.';

const isPage = ({contentType, text}: TokenAnswer): boolean =>
	/html/i.test(contentType) || /^\s*<(!doctype|html|head|body)/i.test(text);

/** Codes of RFC 6749, 5.2, that say nothing about the pair. Others are not repeated: a server may say anything. */
const telling = ['invalid_request', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope'];

function codeIn(answer: TokenAnswer): string | undefined {
	const {error} = objectIn(answer);
	return telling.find(code => code === error);
}
