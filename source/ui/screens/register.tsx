import {useState} from 'react';
import type {Environment} from '../../domain/credential.ts';
import {portalOf} from '../../domain/portal/portals.ts';
import type {PreparationStep} from '../../domain/ports.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {registrationAt} from '../../domain/registration.ts';
import {clean} from '../../domain/text.ts';
import {stepTitles} from '../../output/portal-json.ts';
import {documentDifference} from '../../wizard/documents.ts';
import {providerOf} from '../../wizard/steps.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import type {Bindings} from '../hooks/use-keys.ts';
import {gap, type Remark} from '../layout.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import type {Item} from '../prompts/list-rows.ts';
import {Spinner} from '../prompts/spinner.tsx';
import {StepView} from '../step-view.tsx';
import {waitingWords} from '../words.ts';

/** What must be registered at the provider, as the API says it. Without any of it the step is skipped. */
export function Register() {
	const {wizard, back} = useConversation();
	const provider = providerOf(wizard.answers);
	const preparation = loaded(wizard, 'preparation');
	if (!provider) return null;
	if (preparation.status === 'loaded' && preparation.value.steps.length > 0) {
		return <ValuesToRegister provider={provider} steps={preparation.value.steps} />;
	}
	const waiting = preparation.status === 'loading' ? preparation.waiting : undefined;
	return (
		<StepView title={`Register with ${provider.name}`}>
			<Spinner onCancel={back}>{waiting ? waitingWords(waiting) : 'Asking what to register…'}</Spinner>
		</StepView>
	);
}

type RegisterRow = Item & {readonly copies?: string; readonly says: readonly string[]};

function ValuesToRegister({
	provider,
	steps,
}: {
	readonly provider: Provider;
	readonly steps: readonly PreparationStep[];
}) {
	const {wizard, dispatch, back, services, isPresenting} = useConversation();
	const rows = rowsFor(provider, steps, wizard.answers.environment ?? 'sandbox');
	const difference = documentDifference(wizard, {steps});
	const [pointed, setPointed] = useState(rows[0]?.id);
	const [said, setSaid] = useState<string>();
	const row = rows.find(({id}) => id === pointed);
	const {portalUrl} = provider;
	const copies = row?.copies;
	const copy =
		copies === undefined
			? undefined
			: () => {
					services.copy(copies);
					setSaid(`Copied, if your terminal allows${isPresenting ? '.' : ': it is the value above.'}`);
				};
	const open = () => {
		if (portalUrl === undefined) return;
		services.open(portalUrl);
		setSaid('Opened, if there is a browser here.');
	};
	// Where there is nothing to copy, the keys for it do nothing.
	const keys: Bindings = {
		copy,
		...(copy || row?.id === 'go-on' ? {} : {next: undefined}),
		...(portalUrl === undefined ? {} : {open}),
	};
	return (
		<StepView
			title={`Register with ${provider.name}`}
			help={`Give these to your ${provider.name} application, then go on.`}
			problem={wizard.refusals.register}
			notes={difference === undefined ? [] : [{tone: 'warning', text: difference}]}
		>
			<ListPrompt
				items={rows}
				onChoose={id => {
					if (id === 'go-on') dispatch({type: 'answered', step: 'register', answer: {steps}});
					else copy?.();
				}}
				onPoint={id => {
					setPointed(id);
					setSaid(undefined);
				}}
				onBack={back}
				bindingsFor={() => keys}
				words={{next: row?.id === 'go-on' ? 'go on' : 'copy'}}
				below={detailsOf(row, said)}
			/>
		</StepView>
	);
}

/** What the row that is pointed at says, in full, and what was done with it. */
const detailsOf = (row: RegisterRow | undefined, done: string | undefined): readonly Remark[] => [
	gap,
	...(row?.copies === undefined ? [] : [{tone: 'accent', text: clean(row.copies, 2000)} as const]),
	...(row?.says ?? []).map(text => ({tone: 'plain', text, isSpare: true}) as const),
	...(done === undefined ? [] : [{tone: 'good', text: done} as const]),
];

/** What to register, then what the provider is known to trip people up with. */
function rowsFor(
	provider: Provider,
	steps: readonly PreparationStep[],
	environment: Environment,
): readonly RegisterRow[] {
	const values = registrationAt({steps}, provider, environment).steps.map((step, index): RegisterRow => {
		const words = stepWords[step.type];
		const isRuled = portalOf(provider.slug)?.rules?.some(({words: rule}) => rule === step.description);
		return {
			id: `${index}`,
			label: (words?.title ?? (clean(step.key, 40) || 'Value')).padEnd(16),
			detail: clean(step.value),
			copies: step.value,
			// Where the provider has a rule of its own, nothing else is said of the value.
			says: [isRuled ? '' : (words?.says ?? ''), clean(step.description, 300)].filter(text => text !== ''),
		};
	});
	const hints = stepTitles(provider).map(
		(text, index): RegisterRow => ({id: `hint ${index}`, label: `${index + 1} ${text}`, says: [text]}),
	);
	const portal =
		provider.portalUrl === undefined ? [] : [`The portal of ${provider.name}: ${provider.portalUrl}`];
	const programme = provider.programme?.note === undefined ? [] : [provider.programme.note];
	return [{id: 'go-on', label: 'Registered, go on', says: [...portal, ...programme]}, ...values, ...hints];
}

const stepWords: Readonly<Record<string, {readonly title: string; readonly says: string}>> = {
	redirect_domain: {title: 'Callback domain', says: 'The domain alone, without https and without a path.'},
	redirect_uri: {
		title: 'Redirect URI',
		says: 'Where the provider sends users back. Register it exactly as it is.',
	},
	webhook_uri: {
		title: 'Webhook URI',
		says: 'Where the provider announces new data. Register it exactly as it is.',
	},
	iam_principal: {
		title: 'IAM principal',
		says: 'The account to grant access to, in the provider’s access settings.',
	},
};
