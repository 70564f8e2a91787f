import {findProvider, groupOf} from '../../domain/providers/find-providers.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {loaded} from '../../wizard/wants.ts';
import {doubtsOf, isDoubted, onwards} from '../screens/provider-doubts.tsx';
import {providerItems} from '../screens/provider-items.ts';
import {choose, goBack, storedKnown, type Talk} from './talk.ts';

/** The provider of a flag is asked about first, where something speaks against it. */
export async function provider(talk: Talk): Promise<void> {
	const {launch, held} = talk.wizard();
	const doubted = held.provider || !launch.provider ? undefined : findProvider(launch.provider);
	if (doubted) await answerProvider(talk, doubted);
	else await chooseProvider(talk);
}

async function chooseProvider(talk: Talk): Promise<void> {
	const {drafts} = talk.wizard();
	// A list that was said is not said anew once it is known what is set already.
	const stored = loaded(await storedKnown(talk), 'stored');
	const rows = stored.status === 'loaded' ? stored.value.rows : [];
	const {items, find} = providerItems(rows, talk.services.now(), true);
	talk.say('Whose data do you want to read?');
	const isBefore = (slug: string) => slug === drafts.provider?.slug;
	const slug = await choose(talk, items, {find, what: 'providers', isBefore});
	const chosen = slug === undefined ? undefined : findProvider(slug);
	if (chosen) await answerProvider(talk, chosen);
	else goBack(talk);
}

/** Asks once more where something speaks against it. */
async function answerProvider(talk: Talk, chosen: Provider): Promise<void> {
	const today = talk.services.now();
	const give = (isAccepted: boolean) => {
		const answer = {slug: chosen.slug, ...(isAccepted ? {isAccepted} : {})};
		talk.dispatch({type: 'answered', step: 'provider', answer});
	};
	if (!isDoubted(chosen)) return give(false);
	const successor = chosen.successor && findProvider(chosen.successor.slug);
	talk.say(...doubtsOf(chosen, today).map(({text}) => text));
	const choice = await choose(talk, [
		...(successor ? [{id: 'successor', label: `Take ${successor.name} instead`} as const] : []),
		{id: 'on', label: onwards(chosen, today)},
		{id: 'other', label: 'Choose another provider'},
	]);
	if (choice === 'on') give(groupOf(chosen) === 'other');
	else if (choice === 'successor' && successor) await answerProvider(talk, successor);
	else await chooseProvider(talk);
}
