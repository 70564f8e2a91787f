import type {BodyObject, Environment} from './credential.ts';
import {whyForwarded} from './forwarder.ts';
import type {Position} from './manifest.ts';
import {lifecycleOn} from './providers/dates.ts';
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
	today: Date,
): readonly Warning[] {
	const {ownOAuth, reason} = provider;
	const why = whyForwarded(provider, environment);
	const isWithoutOverride = values.redirect_url_override === null;
	return [
		...(ownOAuth === 'no' || ownOAuth === 'unknown'
			? [{code: 'own-oauth', message: reason ?? 'This provider may take no application of your own.'}]
			: []),
		...lifecycleWarnings(provider, today),
		...(why !== undefined && isWithoutOverride ? [{code: 'redirect-domain', message: why}] : []),
	];
}

/** That the provider is ending, by the code `retirement`, or that it has ended, by `provider-ended`. */
export function lifecycleWarnings(provider: Provider, today: Date): readonly Warning[] {
	const lifecycle = lifecycleOn(provider, today);
	switch (lifecycle.kind) {
		case 'retiring':
			return [{code: 'retirement', message: lifecycle.note}];
		case 'retired':
			return [{code: 'provider-ended', message: lifecycle.note}];
		default:
			return [];
	}
}

/** Of these the one that `--strict` makes an error of: before its day a provider works. */
export const endedWarnings = (provider: Provider, today: Date): readonly Warning[] =>
	lifecycleWarnings(provider, today).filter(({code}) => code === 'provider-ended');
