import {dateWords, endOf, lifecycleOn} from './dates.ts';
import {findProvider} from './find-providers.ts';
import type {Provider} from './provider.ts';

/** What to know about a provider before choosing it, in a few words each. The programme of one that ended is moot. */
export function badgesOf(provider: Provider, today: Date): readonly string[] {
	const {isOwnAppOnly, programme} = provider;
	const lifecycle = lifecycleOn(provider, today);
	const isOver = lifecycle.kind === 'retired';
	const badges = [
		isOwnAppOnly && 'only with your own app',
		!isOver && programme?.kind === 'application' && 'approval needed',
		!isOver && programme?.kind === 'closed' && 'no new apps',
		lifecycle.kind === 'beta' && 'beta',
		lifecycle.kind === 'retiring' && `${endingWords(provider)}${arrowTo(lifecycle.successor)}`,
		lifecycle.kind === 'retired' && `ended${arrowTo(lifecycle.successor)}`,
	];
	return badges.filter(badge => badge !== false);
}

function endingWords(provider: Provider): string {
	const end = endOf(provider);
	return end ? `ends ${dateWords(end.date)}` : 'being retired';
}

function arrowTo(successor: string | undefined): string {
	const name = successor && findProvider(successor)?.name;
	return name ? ` → ${name}` : '';
}
