import {Box} from 'ink';
import {useCallback} from 'react';
import type {RedirectCheck as Outcome} from '../../domain/ports.ts';
import {success} from '../../domain/problem.ts';
import {callbackIn, forwardsWords} from '../../output/redirect-check-text.ts';
import {placeOf} from '../../wizard/credential-of.ts';
import {useConversation} from '../conversation.ts';
import {type LoadOptions, useLoad} from '../hooks/use-load.ts';
import {Note} from '../note.tsx';
import {Wrapped} from '../wrapped.tsx';
import {Menu, type MenuItem} from './menu.tsx';
import {Wait} from './wait.tsx';

/** Tries the customer's own redirect endpoint with a made-up code, and names every way in which it differs. */
export function RedirectCheck<Id extends string>({
	address,
	itemsFor,
	onChoose,
	onChecked,
	onBack,
}: {
	readonly address: string;
	readonly itemsFor: (isRight: boolean) => readonly MenuItem<Id>[];
	readonly onChoose: (id: Id) => void;
	readonly onChecked?: (outcome: Outcome) => void;
	readonly onBack: () => void;
}) {
	const {wizard, services, frame} = useConversation();
	const {answers} = wizard;
	const load = useCallback(
		async ({signal}: LoadOptions) => {
			const place = placeOf(answers);
			if (!place) return success<Outcome>({deviations: []});
			const target = {...place, callback: callbackIn(answers.register?.steps)};
			const outcome = await services.checkRedirect(address, target, {signal});
			if (!signal.aborted) onChecked?.(outcome);
			return success(outcome);
		},
		[address, answers, services, onChecked],
	);
	const {state} = useLoad<Outcome>(load);
	if (state.status !== 'loaded')
		return <Wait onCancel={onBack}>Calling the redirect endpoint with a made-up code…</Wait>;
	const {deviations} = state.value;
	return (
		<Box flexDirection="column">
			{deviations.length === 0 && <Note kind="good">{forwardsWords}</Note>}
			{deviations.map(({kind, message, advice}) => (
				<Box key={kind} flexDirection="column">
					<Note kind="warning">{message}</Note>
					<Wrapped width={frame.width} isQuiet>
						{advice}
					</Wrapped>
				</Box>
			))}
			<Menu items={itemsFor(deviations.length === 0)} onChoose={onChoose} onBack={onBack} />
		</Box>
	);
}
