import {useMemo, useState} from 'react';
import {findProvider, groupOf} from '../../domain/providers/find-providers.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {gap, type Remark} from '../layout.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import {StepView} from '../step-view.tsx';
import {DoubtedProvider, isDoubted} from './provider-doubts.tsx';
import {countWords, firstOther, providerItems} from './provider-items.ts';

/** Every provider of the API, those that take one's own application first; the rest folded, with the reason. */
export function ProviderList() {
	const {wizard, dispatch, services} = useConversation();
	const {launch} = wizard;
	const draft = wizard.drafts.provider;
	const drafted = draft && findProvider(draft.slug);
	const [isUnfolded, setIsUnfolded] = useState(drafted !== undefined && groupOf(drafted) === 'other');
	// A draft alone may be remembered from last time; the provider of a flag is asked about the first time all the same.
	const [doubted, setDoubted] = useState(() =>
		wizard.held.provider || !launch.provider ? undefined : findProvider(launch.provider),
	);
	const answer = ({slug}: Provider, isAccepted = false) =>
		dispatch({type: 'answered', step: 'provider', answer: {slug, ...(isAccepted ? {isAccepted} : {})}});
	const choose = (provider: Provider) => {
		const isClear = !isDoubted(provider);
		setDoubted(isClear ? undefined : provider);
		if (isClear) answer(provider);
	};

	if (doubted) {
		return (
			<DoubtedProvider
				key={doubted.slug}
				provider={doubted}
				today={services.now()}
				onAccept={() => answer(doubted, groupOf(doubted) === 'other')}
				onSuccessor={choose}
				onOther={() => setDoubted(undefined)}
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
	const {wizard, dispatch, back, services, frame} = useConversation();
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
				initial={isUnfolded ? (draft?.slug ?? firstOther()) : draft?.slug}
				hasDefault={false}
				status={shown => countWords(shown, shown === items)}
				onChoose={slug => {
					const provider = findProvider(slug);
					if (provider) onChoose(provider);
					else onUnfold();
				}}
				onBack={back}
				onRest={slug => dispatch({type: 'considered', provider: clearSlug(slug)})}
				belowFor={slug => (frame.bodyRows < roomy ? [] : aboutProvider(slug))}
			/>
		</StepView>
	);
}

/** Of a provider that is asked about first, what to register is no news yet. */
function clearSlug(slug: string | undefined): string | undefined {
	const provider = slug === undefined ? undefined : findProvider(slug);
	return provider && !isDoubted(provider) ? provider.slug : undefined;
}

/** Where this many rows are left, one more says what scripts call the provider. */
const roomy = 18;

function aboutProvider(slug: string | undefined): readonly Remark[] {
	const provider = slug === undefined ? undefined : findProvider(slug);
	return provider
		? [gap, {tone: 'quiet', text: `In commands and manifests: ${provider.slug}`, isSpare: true}]
		: [];
}
