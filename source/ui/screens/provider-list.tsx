import {useMemo, useState} from 'react';
import {findProvider, groupOf} from '../../domain/providers/find-providers.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {gap, type Remark} from '../layout.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import {StepView} from '../step-view.tsx';
import {DoubtedProvider, EndingProvider} from './provider-doubts.tsx';
import {countWords, firstOther, isEnding, providerItems} from './provider-items.ts';

/** Every provider of the API, those that take one's own application first; the rest folded, with the reason. */
export function ProviderList() {
	const {wizard, dispatch} = useConversation();
	const {launch} = wizard;
	const draft = wizard.drafts.provider;
	const drafted = draft && findProvider(draft.slug);
	const [isUnfolded, setIsUnfolded] = useState(drafted !== undefined && groupOf(drafted) === 'other');
	const [doubted, setDoubted] = useState(() =>
		draft || !launch.provider ? undefined : findProvider(launch.provider),
	);
	const [ending, setEnding] = useState<Provider>();
	const answer = ({slug}: Provider, isAccepted = false) =>
		dispatch({type: 'answered', step: 'provider', answer: {slug, ...(isAccepted ? {isAccepted} : {})}});
	const choose = (provider: Provider) => {
		if (groupOf(provider) === 'other') setDoubted(provider);
		else if (isEnding(provider)) setEnding(provider);
		else answer(provider);
	};

	if (doubted) {
		return (
			<DoubtedProvider
				provider={doubted}
				onAccept={() => answer(doubted, true)}
				onOther={() => setDoubted(undefined)}
			/>
		);
	}
	if (ending) {
		return (
			<EndingProvider
				provider={ending}
				onChoose={chosen => {
					setEnding(undefined);
					if (chosen !== ending && groupOf(chosen) === 'other') setDoubted(chosen);
					else answer(chosen);
				}}
				onBack={() => setEnding(undefined)}
			/>
		);
	}
	return (
		<ListedProviders
			key={String(isUnfolded)}
			isUnfolded={isUnfolded}
			onChoose={choose}
			onUnfold={() => setIsUnfolded(true)}
		/>
	);
}

function ListedProviders({
	isUnfolded,
	onChoose,
	onUnfold,
}: {
	readonly isUnfolded: boolean;
	readonly onChoose: (provider: Provider) => void;
	readonly onUnfold: () => void;
}) {
	const {wizard, back, services, frame} = useConversation();
	const stored = loaded(wizard, 'stored');
	const draft = wizard.drafts.provider;
	const rows = stored.status === 'loaded' ? stored.value.rows : undefined;
	const {items, find} = useMemo(
		() => providerItems(rows ?? [], services.now(), isUnfolded),
		[isUnfolded, rows, services],
	);
	return (
		<StepView title="Provider" help="Whose data do you want to read?" problem={wizard.refusals.provider}>
			<ListPrompt
				items={items}
				find={find}
				initial={isUnfolded ? (draft?.slug ?? firstOther) : draft?.slug}
				hasDefault={false}
				status={shown => countWords(shown, shown === items)}
				onChoose={slug => {
					const provider = findProvider(slug);
					if (provider) onChoose(provider);
					else onUnfold();
				}}
				onBack={back}
				belowFor={slug => (frame.bodyRows < roomy ? [] : aboutProvider(slug))}
			/>
		</StepView>
	);
}

/** Where this many rows are left, one more says what scripts call the provider. */
const roomy = 18;

function aboutProvider(slug: string | undefined): readonly Remark[] {
	const provider = slug === undefined ? undefined : findProvider(slug);
	return provider
		? [gap, {tone: 'quiet', text: `In commands and manifests: ${provider.slug}`, isSpare: true}]
		: [];
}
