import type {PlacedCredential} from '../credential.ts';
import type {RedirectTarget} from '../ports.ts';
import {clean} from '../text.ts';
import {type Attention, type Severity, severityIn, subjectOf} from './attention.ts';
import type {NotPublic, OverrideSeen, Unasked} from './override.ts';

/** The redirect URL override of a stored credential, where it has one. */
export function overrideOf({stored}: PlacedCredential): string | undefined {
	const override = stored.values.redirect_url_override;
	return typeof override === 'string' && override !== '' ? override : undefined;
}

/** What a watch has to say of an override, by what it saw. */
export function overrideAttention(
	placed: PlacedCredential,
	override: string,
	seen: OverrideSeen,
	target: RedirectTarget,
): readonly Attention[] {
	const subject = subjectOf(placed);
	const severity = severityIn(placed.place.environment);
	const name = shownAddress(override);
	switch (seen.kind) {
		case 'asked': {
			const {deviations} = seen.judge(target);
			if (deviations.length === 0) return [];
			const said = deviations.map(({message}) => message).join(' ');
			return [
				{
					...subject,
					code: 'override-broken',
					severity,
					message: `The override ${name} does not forward as it must. ${said}`,
					advice: [...new Set(deviations.map(({advice}) => advice))].join(' '),
				},
			];
		}
		case 'not-public':
			return [
				{
					...subject,
					code: 'override-private',
					// Elsewhere the name may have another address; and in sandbox the browser may be on that very network.
					severity: seen.byName ? lessThan(severity) : severity,
					message: seen.byName
						? `The override ${name} leads to ${notPublic[seen.of]} from here, so it was not called.`
						: `The override ${name} is at ${notPublic[seen.of]}, so it was not called.`,
					advice: seen.byName
						? 'Look from a network where your users are: byoo prepare --redirect-url-override calls it.'
						: 'Give an address that everybody reaches: users come back to it from the provider.',
				},
			];
		case 'unusable':
			return [
				{
					...subject,
					code: 'override-unusable',
					severity,
					message: `The override ${name} is no address to send users to, so it was not called.`,
					advice:
						'Give a full https address without a user name, such as https://connect.example.com/callback.',
				},
			];
		case 'unasked':
			return [
				{
					...subject,
					code: 'override-unknown',
					severity: 'unknown',
					message: `The override ${name} was not called: ${unasked[seen.why]}.`,
					advice: 'byoo prepare --redirect-url-override calls it.',
				},
			];
	}
}

const lessThan = (severity: Severity): Severity => (severity === 'high' ? 'medium' : 'low');

const notPublic: Readonly<Record<NotPublic, string>> = {
	private: 'a private address',
	loopback: 'an address of this very computer',
	'link-local': 'a link-local address',
	shared: 'a shared address of a carrier’s network',
	unspecified: 'an unspecified address',
	multicast: 'a multicast address',
	documentation: 'an address that is for documentation alone',
	reserved: 'a reserved address',
};

const unasked: Readonly<Record<Unasked, string>> = {
	proxy: 'through a proxy nobody can tell which address that would be',
	'local-api': 'the API is on this computer, so nothing is sent beyond it',
	stopped: 'there was no time left',
};

/** Host and path. The query is the customer's, and may hold what is not to be shown. */
function shownAddress(address: string): string {
	if (!URL.canParse(address)) return '(no address)';
	const {host, pathname} = new URL(address);
	return clean(`${host}${pathname}`, 100);
}
