import type {LiveSecrets} from '../domain/live-secrets.ts';
import {isKnownErrorType} from '../domain/proof/connection.ts';
import {sentence} from '../management-api/server-text.ts';

/** An error in Junction's own words, as it may be shown. */
export const saidError = (
	{type, message}: {readonly type: string; readonly message: string},
	secrets: LiveSecrets,
): {readonly type: string; readonly message: string} => ({
	type: isKnownErrorType(type) ? type : sentence(type, secrets, 60) || 'unknown',
	message: sentence(message, secrets),
});
