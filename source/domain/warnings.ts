import type {BodyObject, Environment} from './credential.ts';
import type {Position} from './manifest.ts';
import type {Provider} from './providers/provider.ts';

/** Something worth a second look before it is sent. `code` is for programs and does not change with the words. */
export type Warning = {
	readonly code: string;
	readonly message: string;
	/** The field that it is about, by its path in the request body: `details.project_number`. */
	readonly field?: string;
	/** Where that stands, of a row of a manifest. */
	readonly at?: Position;
};

/** What deserves a second look before these values are saved, beyond the single fields. */
export function targetWarnings(
	provider: Provider,
	environment: Environment | undefined,
	values: BodyObject,
): readonly Warning[] {
	const {lifecycle, needsOwnRedirectDomain, ownOAuth, reason} = provider;
	const isWithoutOverride = values.redirect_url_override === null;
	return [
		...(ownOAuth === 'no' || ownOAuth === 'unknown'
			? [{code: 'own-oauth', message: reason ?? 'This provider may take no application of your own.'}]
			: []),
		...(lifecycle.kind === 'retiring' || lifecycle.kind === 'retired'
			? [{code: 'retirement', message: lifecycle.note}]
			: []),
		...(needsOwnRedirectDomain !== undefined && environment === 'production' && isWithoutOverride
			? [{code: 'redirect-domain', message: needsOwnRedirectDomain}]
			: []),
	];
}
