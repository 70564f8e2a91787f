import {documentedCallback} from '../callback.ts';
import type {Problem} from '../problem.ts';
import type {Provider} from '../providers/provider.ts';
import {visible} from '../text.ts';
import type {ConnectionFinding, Verdict} from './finding.ts';
import type {LinkReturn, ProofTarget, SaidByPage, UserConnection} from './ports.ts';

type Meaning = {
	readonly verdict: Exclude<Verdict, 'proved'>;
	readonly message: (name: string) => string;
	readonly advice: string;
};

const newLink = 'Start the connection again: each has a link of its own.';

const spentLink = (what: string): Meaning => ({
	verdict: 'unknown',
	message: () => `The link ${what} before anybody had consented.`,
	advice: newLink,
});

/** The error types that Junction documents, of a connection and of a link. */
const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
	[
		'provider_credential_error',
		{
			verdict: 'refuted',
			message: name => `${name} did not take the application: client ID, secret, redirect URI or scopes.`,
			advice:
				'Compare them with the provider’s portal, the redirect URI byte for byte, and save the secret again.',
		},
	],
	[
		'required_scopes_not_granted',
		{
			verdict: 'unknown',
			message: () => 'The account did not allow all that the team requires.',
			advice: 'Consent again with every box ticked, or let the team require less.',
		},
	],
	[
		'provider_api_error',
		{
			verdict: 'unknown',
			message: name => `${name} did not answer Junction as expected.`,
			advice:
				'Look whether the provider has trouble, and try again; then check what the application may do at its portal.',
		},
	],
	[
		'webhook_registration_failed',
		{
			verdict: 'refuted',
			message: name => `The account was let in, and ${name} did not take the registration of its webhook.`,
			advice:
				'Check webhooks and what belongs to them at the provider’s portal, and the details that were saved.',
		},
	],
	[
		'token_refresh_failed',
		{
			verdict: 'refuted',
			message: name => `${name} gave no new token to Junction.`,
			advice: 'Save the client secret again, and try another connection.',
		},
	],
	[
		'deregistered_per_provider',
		{
			verdict: 'unknown',
			message: name => `${name} ended the connection.`,
			advice: 'Look at the account’s connected applications at the provider, and try again.',
		},
	],
	[
		'user_not_found',
		{
			verdict: 'unknown',
			message: name => `${name} does not know the account any more.`,
			advice: 'Use another account, and try again.',
		},
	],
	[
		'provider_password_expired',
		{
			verdict: 'unknown',
			message: name => `The account’s password at ${name} has expired.`,
			advice: 'Set a new one at the provider, and try again.',
		},
	],
	[
		'duplicate_connection',
		{
			verdict: 'unknown',
			message: () =>
				'This account is connected to another user of the team already, so it was not connected again.',
			advice: 'Use an account that is not connected in this team.',
		},
	],
	[
		'user_cancelled',
		{
			verdict: 'unknown',
			message: () =>
				'The consent was refused, or the page was closed, so it is not known whether the application works.',
			advice: newLink,
		},
	],
	['token_expired', spentLink('ended')],
	['token_consumed', spentLink('was used up')],
	['invalid_token', spentLink('was not accepted')],
]);

/** Whether Junction documents this type of error, so that it is no secret of anybody’s. */
export const isKnownErrorType = (type: string): boolean => meanings.has(type);

/** What an error of a connection or a link means. `message` is Junction's own, scrubbed, and shown where the type is new. */
export function failedConnection(
	{type, message}: {readonly type: string; readonly message: string},
	{name}: Provider,
): ConnectionFinding {
	const meaning = meanings.get(type);
	if (meaning) {
		return {verdict: meaning.verdict, type, message: meaning.message(name), advice: meaning.advice};
	}
	const said = message.replace(/\.+$/, '');
	return {
		verdict: 'unknown',
		type: type === '' ? 'unknown' : type,
		message:
			said === ''
				? 'Junction could not connect the account, and gives no reason.'
				: `Junction could not connect the account: ${said}.`,
		advice: 'Ask Junction’s support what this means, with the name of the team.',
	};
}

/** What the connections of the test user tell, or undefined while there is nothing to tell. */
export function connectionFinding(
	connections: readonly UserConnection[],
	provider: Provider,
): ConnectionFinding | undefined {
	const own = connections.filter(connection => connection.provider === provider.slug);
	const connected = own.find(({status}) => status === 'connected');
	if (connected) {
		const {account} = connected;
		return {
			verdict: 'proved',
			message: `An account of ${provider.name} was connected.`,
			...(account === undefined ? {} : {account}),
		};
	}
	const failed = own.find(({status}) => status === 'error');
	return failed && failedConnection(failed.error ?? {type: 'unknown', message: ''}, provider);
}

/** What the browser came back with, where that ends it. */
export const returnedFinding = (back: LinkReturn, provider: Provider): ConnectionFinding | undefined =>
	back.ok ? undefined : failedConnection(back, provider);

const said: Readonly<Record<SaidByPage, Meaning>> = {
	'redirect-uri': {
		verdict: 'refuted',
		message: name => `The page of ${name} said that the redirect URI is not registered.`,
		advice: 'Register it at the provider’s portal, byte for byte, and try again.',
	},
	client: {
		verdict: 'refuted',
		message: name => `The page of ${name} said that it does not know the client ID.`,
		advice: 'Copy the client ID from the provider’s portal, and save it again.',
	},
	blocked: {
		verdict: 'refuted',
		message: name => `The page of ${name} did not let the account in.`,
		advice: 'Add the account to the test users of the application, or have it reviewed, and try again.',
	},
	scopes: {
		verdict: 'refuted',
		message: name => `The page of ${name} refused the scopes that are asked for.`,
		advice: 'Let the application ask for them at the provider’s portal, and try again.',
	},
	other: {
		verdict: 'unknown',
		message: () => 'The page said something else, and no account was connected.',
		advice: 'Read it again, and try once more.',
	},
};

/** What a person read on the page, where no program could. */
export function saidFinding(what: SaidByPage, target: ProofTarget): ConnectionFinding {
	const {name, portalUrl} = target.provider;
	const {verdict, message, advice} = said[what];
	const where = portalUrl ?? `the portal of ${name}`;
	const uri =
		target.redirectOverride ?? target.callback ?? documentedCallback(target.place, target.provider.slug);
	const register = `Register ${visible(uri)} at ${where}, byte for byte, and try again.`;
	return {
		verdict,
		type: `said-${what}`,
		message: message(name),
		advice:
			what === 'redirect-uri' ? register : what === 'other' ? advice : `${advice} The portal: ${where}.`,
	};
}

export const silentConnection: ConnectionFinding = {
	verdict: 'unknown',
	type: 'silence',
	message: 'Nobody came back before the link ended, so nothing is known.',
	advice: newLink,
};

export const stoppedConnection: ConnectionFinding = {
	verdict: 'unknown',
	type: 'cancelled',
	message: 'Stopped.',
};

/** Why nobody knows, where a request failed. */
export const unansweredConnection = (what: string, {kind, message, advice}: Problem): ConnectionFinding => ({
	verdict: 'unknown',
	type: kind,
	message: `${what} ${message}`,
	advice,
});
