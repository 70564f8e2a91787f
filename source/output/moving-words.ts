import {endOf, hasEnded, lifecycleOn, whenWords} from '../domain/providers/dates.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {dateLine} from './provider-dates.ts';

/** What moving from one provider to another means, before anybody fills in the manifest for it. A sentence or two each. */
export function movingWords(from: Provider, to: Provider, today: Date): readonly string[] {
	const isKnown = from.successor?.slug === to.slug;
	const portal = to.portalUrl === undefined ? '' : ` (${to.portalUrl})`;
	const dates = [from, to].flatMap(({dates: all = []}) => all.map(one => dateLine(one, today)));
	return [
		`From ${from.name} to ${to.name}: a row for each stored credential of ${from.name}.`,
		...(isKnown
			? []
			: [
					`This is not a known succession: the catalogue does not say that ${to.name} takes the place of ${from.name}.`,
				]),
		`${to.name} needs another application${portal}: client ID and secret of ${from.name} do not work there. What to register: byoo prepare --provider ${to.slug}`,
		...endWords(to, today),
		'Every user consents again, since no connection can be carried over.',
		besideWords(from, to, today),
		'Fill in every <…>: byoo plan takes no row that still has one. Secrets are named as variables, to be set before apply.',
		...(dates.length > 0 ? ['The dates that are known:', ...dates.map(line => `- ${line}`)] : []),
	];
}

/** That there is nothing to move to, or not for long. */
function endWords(to: Provider, today: Date): readonly string[] {
	const lifecycle = lifecycleOn(to, today);
	return lifecycle.kind === 'retiring' || lifecycle.kind === 'retired' ? [lifecycle.note] : [];
}

function besideWords(from: Provider, {slug, name}: Provider, today: Date): string {
	const end = endOf(from);
	if (hasEnded(from, today)) {
		const when = end ? ` ${whenWords(end.date)}` : '';
		return `${from.name} ended${when}, so its users connect again only once ${name} is set.`;
	}
	const until = end ? `until ${from.name} ends ${whenWords(end.date)}` : `as long as ${from.name} lasts`;
	const isBeside = from.successor?.slug === slug && from.successor.runsBeside;
	return isBeside
		? `Both run side by side ${until}: keep what is stored of ${from.name} until its users have moved, then delete it.`
		: `Keep what is stored of ${from.name} ${until}, until its users have moved; the catalogue does not say whether both can be used side by side.`;
}
