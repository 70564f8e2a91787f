import {useMemo, useState} from 'react';
import {storedValue} from '../../domain/body/stored.ts';
import type {StoredCredential} from '../../domain/credential.ts';
import {markedFields} from '../../domain/fields.ts';
import {badgesOf} from '../../domain/providers/badges.ts';
import {providers} from '../../domain/providers/catalogue.ts';
import {findProvider, groupOf, matchProviders} from '../../domain/providers/find-providers.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {ago} from '../../output/ago.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import type {Item} from '../prompts/list-rows.ts';
import {Menu} from '../prompts/menu.tsx';
import {StepView} from '../step-view.tsx';

const title = 'Provider';
const other = 'other';

const groupTitles = {'own-oauth': 'Own OAuth', practice: 'Practice binding', other: 'Other'} as const;

/** Every provider of the API, those that take one's own application first; the rest folded, with the reason. */
export function ProviderList() {
	const {wizard, dispatch, back, services} = useConversation();
	const {settled} = wizard;
	const stored = loaded(wizard, 'stored');
	const draft = wizard.drafts.provider;
	const drafted = draft && findProvider(draft.slug);
	const [isUnfolded, setIsUnfolded] = useState(drafted !== undefined && groupOf(drafted) === 'other');
	const [doubted, setDoubted] = useState(() =>
		draft || !settled.provider ? undefined : findProvider(settled.provider),
	);
	const [ending, setEnding] = useState<Provider>();
	const rows = stored.status === 'loaded' ? stored.value.rows : undefined;
	const {items, find} = useMemo(() => {
		const now = services.now();
		const itemOf = (provider: Provider) => itemFor(provider, storedBadges(provider, rows ?? [], now));
		return {items: itemsOf(isUnfolded, itemOf), find: (query: string) => found(query).map(itemOf)};
	}, [isUnfolded, rows, services]);

	const answer = (provider: Provider, isAccepted = false) =>
		dispatch({
			type: 'answered',
			step: 'provider',
			answer: {slug: provider.slug, ...(isAccepted ? {isAccepted} : {})},
		});

	if (doubted) {
		return (
			<StepView
				title={title}
				notes={[
					{tone: 'warning', text: `${doubted.name}: ${doubted.reason ?? 'own OAuth does not apply.'}`},
					{tone: 'plain', text: 'The API takes a credential for it, but it is likely never used.'},
				]}
			>
				<Menu
					items={[
						{value: 'back', label: 'Choose another provider'},
						{value: 'on', label: `Go on with ${doubted.name} all the same`},
					]}
					onChoose={choice => (choice === 'on' ? answer(doubted, true) : setDoubted(undefined))}
					onBack={() => setDoubted(undefined)}
				/>
			</StepView>
		);
	}
	if (ending) {
		const {lifecycle} = ending;
		const successor =
			'successor' in lifecycle && lifecycle.successor ? findProvider(lifecycle.successor) : undefined;
		return (
			<StepView
				title={title}
				notes={[
					{tone: 'warning', text: 'note' in lifecycle ? `${ending.name}: ${lifecycle.note}` : ending.name},
				]}
			>
				<Menu
					items={[
						...(successor ? [{value: 'successor', label: `Take ${successor.name} instead`} as const] : []),
						{value: 'on', label: `Go on with ${ending.name}`} as const,
					]}
					onChoose={choice => {
						setEnding(undefined);
						if (choice === 'on' || !successor) answer(ending);
						else if (groupOf(successor) === 'other') setDoubted(successor);
						else answer(successor);
					}}
					onBack={() => setEnding(undefined)}
				/>
			</StepView>
		);
	}
	return (
		<StepView
			title={title}
			help="Type a part of its name. Whose OAuth application is it?"
			problem={wizard.refusals.provider}
		>
			<ListPrompt
				key={String(isUnfolded)}
				items={items}
				find={find}
				initial={isUnfolded ? (draft?.slug ?? firstOther) : draft?.slug}
				hasDefault={false}
				status={({length}) => (length === items.length ? `${providers.length} providers` : `${length} found`)}
				onChoose={slug => {
					const provider = findProvider(slug);
					if (!provider) setIsUnfolded(true);
					else if (groupOf(provider) === 'other') setDoubted(provider);
					else if (isEnding(provider)) setEnding(provider);
					else answer(provider);
				}}
				onBack={back}
			/>
		</StepView>
	);
}

const isEnding = ({lifecycle}: Provider): boolean =>
	lifecycle.kind === 'retiring' || lifecycle.kind === 'retired';

/** What the team has stored for the provider already, as badges. */
function storedBadges(provider: Provider, rows: readonly StoredCredential[], now: Date): readonly string[] {
	const stored = rows.find(row => row.provider === provider.slug);
	if (!stored) return [];
	const marked = markedFields.filter(field => storedValue(stored, field));
	return [`already set ${ago(stored.updatedAt, now)}`, ...marked.map(({mark}) => mark.word)];
}

const itemFor = (provider: Provider, stored: readonly string[]): Item => ({
	id: provider.slug,
	label: provider.name,
	detail: [provider.slug, ...stored, ...badgesOf(provider)].join(' · '),
	group: groupTitles[groupOf(provider)],
});

const inGroup = (group: keyof typeof groupTitles): readonly Provider[] =>
	providers.filter(provider => groupOf(provider) === group);

const firstOther = inGroup('other')[0]?.slug;

/** The list without a filter. The providers that own OAuth is not for are one row until it is chosen. */
function itemsOf(isUnfolded: boolean, itemOf: (provider: Provider) => Item): readonly Item[] {
	const others = inGroup('other');
	const folded: Item = {
		id: other,
		label: `${others.length} more, for which own OAuth does not apply`,
		group: groupTitles.other,
	};
	return [
		...[...inGroup('own-oauth'), ...inGroup('practice')].map(itemOf),
		...(isUnfolded ? others.map(itemOf) : [folded]),
	];
}

const found = (query: string): readonly Provider[] => {
	const order = Object.keys(groupTitles);
	return matchProviders(query, providers).toSorted(
		(a, b) => order.indexOf(groupOf(a)) - order.indexOf(groupOf(b)),
	);
};
