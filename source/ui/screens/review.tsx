import {Box} from 'ink';
import {useCallback, useState} from 'react';
import type {StoredCredential} from '../../domain/credential.ts';
import {success} from '../../domain/problem.ts';
import {clean} from '../../domain/text.ts';
import type {StepId} from '../../wizard/answers.ts';
import {confirmationFor, isConfirmed} from '../../wizard/confirmation.ts';
import {placeOf} from '../../wizard/credential-of.ts';
import {reviewLines, reviewWarnings} from '../../wizard/review.ts';
import type {Wizard} from '../../wizard/state.ts';
import {useConversation} from '../conversation.ts';
import {rowsOf} from '../frame.ts';
import {type LoadOptions, useLoad} from '../hooks/use-load.ts';
import {Note} from '../note.tsx';
import type {Item} from '../prompts/list.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import {TextPrompt} from '../prompts/text-prompt.tsx';
import {ProblemNote} from '../prompts/trouble.tsx';
import {Wait} from '../prompts/wait.tsx';
import {Step} from '../step.tsx';
import {ago} from '../words.ts';
import {Saving} from './saving.tsx';

const title = 'Review';

/** The last look: every line can be changed, and Submit says whether it creates or replaces. */
export function Review() {
	const {wizard, api, services, back} = useConversation();
	const {team, provider} = wizard.answers;
	const place = placeOf(wizard.answers);
	const {environment, region} = place ?? {};
	const load = useCallback(
		async (options: LoadOptions) => {
			if (!api || !environment || !region || !team || !provider) return success(undefined);
			const before = await services.readBefore(api, {environment, region}, team.id, provider.slug, options);
			return success(before);
		},
		[api, services, environment, region, team, provider],
	);
	const {state} = useLoad(load);
	const loaded = state.status === 'loaded' ? state.value : undefined;
	const before = wizard.changedMeanwhile ?? loaded;

	if (!before) {
		return (
			<Step title={title}>
				<Wait onCancel={back}>Looking what is stored for this team…</Wait>
			</Step>
		);
	}
	return wizard.phase.status === 'submitting' ? (
		<Saving before={before} />
	) : (
		<Lines stored={storedOf(before)} />
	);
}

type Stored = StoredCredential | 'none' | 'unknown';

const storedOf = (before: {readonly ok: boolean; readonly value?: StoredCredential | undefined}): Stored =>
	before.ok ? (before.value ?? 'none') : 'unknown';

function Lines({stored}: {readonly stored: Stored}) {
	const {wizard, dispatch, back, frame, services} = useConversation();
	const [isConfirming, setIsConfirming] = useState(false);
	const confirmation = confirmationFor(wizard.answers);
	const notes = notesFor(wizard, stored, services.now());

	if (isConfirming && confirmation) {
		return (
			<Step
				title={title}
				help={`This is production. Type ${confirmation.what} to save: ${clean(confirmation.text)}`}
			>
				<TextPrompt
					onSubmit={typed => {
						if (!isConfirmed(wizard.answers, typed)) return `That is not ${confirmation.what}.`;
						dispatch({type: 'submitted', confirmation: typed});
						return undefined;
					}}
					onBack={() => setIsConfirming(false)}
				/>
			</Step>
		);
	}

	const lines = reviewLines(wizard.answers);
	const widest = Math.max(...lines.map(line => line.title.length));
	const items: readonly Item<StepId | 'submit'>[] = [
		{id: 'submit', label: submitLabel(wizard, stored)},
		...lines.map(line => ({
			id: line.id,
			label: `${line.title.padEnd(widest)}  ${line.value}`,
			...(line.notes.length > 0 ? {detail: `! ${line.notes[0]}`} : {}),
		})),
	];
	const {phase} = wizard;
	const trouble = phase.status === 'failed' || phase.status === 'unconfirmed' ? phase.problem : undefined;
	const troubleRows = trouble
		? rowsOf(trouble.message, frame.width) + rowsOf(trouble.advice, frame.width) + 1
		: 0;
	const noteRows = notes.reduce((sum, note) => sum + rowsOf(note.text, frame.width), troubleRows);
	return (
		<Step title={title}>
			{trouble && <ProblemNote problem={trouble} />}
			{notes.map(({kind, text}) => (
				<Note key={text} kind={kind}>
					{text}
				</Note>
			))}
			<Box marginTop={frame.isCompact ? 0 : 1}>
				<ListPrompt
					items={items}
					initial="submit"
					rows={frame.bodyRows - noteRows - (frame.isCompact ? 0 : 1)}
					onChoose={id => {
						if (id !== 'submit') dispatch({type: 'reopened', step: id});
						else if (confirmation) setIsConfirming(true);
						else dispatch({type: 'submitted', confirmation: ''});
					}}
					onBack={back}
					words={{next: 'submit or change the line'}}
				/>
			</Box>
		</Step>
	);
}

function submitLabel({phase, answers}: Wizard, stored: Stored): string {
	if (phase.status === 'failed' || phase.status === 'unconfirmed') return 'Submit again';
	const where = answers.environment?.toUpperCase() ?? '';
	if (stored === 'unknown') return `Submit — save it in ${where}`;
	return stored === 'none' ? `Submit — create it in ${where}` : `Submit — replace what is stored in ${where}`;
}

type ReviewNote = {readonly kind: 'good' | 'warning'; readonly text: string};

function notesFor(wizard: Wizard, stored: Stored, now: Date): readonly ReviewNote[] {
	const meanwhile = wizard.changedMeanwhile
		? [
				'The stored credential was changed by someone else meanwhile. Nothing was sent. Look again before you submit.',
			]
		: [];
	const differences = wizard.phase.status === 'unconfirmed' ? wizard.phase.differences : [];
	const warnings = [
		...meanwhile,
		...(differences.length > 0
			? [`Stored differently than sent: ${differences.map(name => clean(name)).join(', ')}.`]
			: []),
		...reviewWarnings(wizard.answers),
	];
	return [
		...warnings.map(text => ({kind: 'warning', text}) as const),
		stored === 'none'
			? {kind: 'good', text: 'Nothing is stored for this team and provider yet.'}
			: {kind: 'warning', text: storedWords(stored, now)},
	];
}

const storedWords = (stored: StoredCredential | 'unknown', now: Date): string =>
	stored === 'unknown'
		? 'What is stored cannot be read here: a credential set before is replaced, and what is left out may be erased.'
		: `Replaces the one set ${ago(stored.updatedAt, now)} (client ID ${clean(stored.clientId ?? 'none', 60)}). A stored secret cannot be read back, so it is asked again.`;
