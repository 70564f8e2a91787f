import type {RedirectCheck, RedirectTarget} from '../ports.ts';
import type {AddressClass} from './address-class.ts';

/**
What a watch saw of a redirect URL override, which it found and nobody named:

- `asked`: it was called; `judge` holds the answer against where it must forward to
- `not-public`: not called, because its host is, or `byName` looked up to, an address that not everybody reaches
- `unusable`: not called, because no browser should be sent to it
- `unasked`: not called, so nobody knows
*/
export type OverrideSeen =
	| {readonly kind: 'asked'; readonly judge: (target: RedirectTarget) => RedirectCheck}
	| {readonly kind: 'not-public'; readonly of: NotPublic; readonly byName: boolean}
	| {readonly kind: 'unusable'}
	| {readonly kind: 'unasked'; readonly why: Unasked};

export type NotPublic = Exclude<AddressClass, 'public'>;

/** `proxy`: only the proxy would see the address of a name. `local-api`: the API is on this computer, as a demo is. */
export type Unasked = 'proxy' | 'local-api' | 'stopped';

/** Looks at an override, and calls it where that is safe. Never throws. */
export type SeeOverride = (address: string, options: {readonly signal: AbortSignal}) => Promise<OverrideSeen>;
