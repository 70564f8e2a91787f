import {providers} from '../domain/providers/catalogue.ts';
import {findProvider} from '../domain/providers/find-providers.ts';
import {providersJson, providersLines} from '../output/provider-table.ts';
import {providerLines} from '../output/provider-text.ts';
import {nearWords} from './flags/target-flags.ts';
import {exitCodes} from './shared/exit-codes.ts';
import {badFlags, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';

/** `byoo providers`: the catalogue, or all about one provider. Needs no network. */
export const listProviders: Run = (argv, terminal) =>
	scripted('providers', argv, terminal, async ({operands: [slug], voice}) => {
		const now = terminal.now();
		const options = {...voice, now};
		const one = slug === undefined ? undefined : findProvider(slug);
		if (slug !== undefined && !one) {
			const message = `The catalogue has no provider of this name, ${nearWords(slug)}`;
			return voice.fail(badFlags([{field: 'provider', message}]));
		}
		voice.data(
			() => (one ? providerLines(one, options) : providersLines(providers, options)),
			() => providersJson(one ? [one] : providers, now),
		);
		return exitCodes.done;
	});
