import {findProvider} from './find-providers.ts';
import type {Provider} from './provider.ts';

/** What to know about a provider before choosing it, in a few words each. The programme of a retired one is moot. */
export function badgesOf({isOwnAppOnly, lifecycle, programme}: Provider): readonly string[] {
	const isRetired = lifecycle.kind === 'retired';
	const badges = [
		isOwnAppOnly && 'only with your own app',
		!isRetired && programme?.kind === 'application' && 'approval needed',
		!isRetired && programme?.kind === 'closed' && 'no new apps',
		lifecycle.kind === 'beta' && 'beta',
		lifecycle.kind === 'retiring' && `being retired${arrowTo(lifecycle.successor)}`,
		lifecycle.kind === 'retired' && `retired${arrowTo(lifecycle.successor)}`,
	];
	return badges.filter(badge => badge !== false);
}

function arrowTo(successor: string | undefined): string {
	const name = successor && findProvider(successor)?.name;
	return name ? ` → ${name}` : '';
}
