import type {SaveProgress} from '../../domain/outcome.ts';
import {Spinner} from '../prompts/spinner.tsx';
import {StepView} from '../step-view.tsx';
import {waitingWords} from '../words.ts';

/** While a credential is on its way there is no way back: it may have arrived already. */
export function Saving({progress}: {readonly progress: SaveProgress}) {
	return (
		<StepView title="Review">
			<Spinner>{wordsFor(progress)}</Spinner>
		</StepView>
	);
}

export function wordsFor(progress: SaveProgress): string {
	switch (progress.kind) {
		case 'checking':
			return 'Checking what is stored…';
		case 'sending':
			return 'Saving the credential…';
		case 'waiting':
			return waitingWords(progress);
		case 'reading-back':
			return 'Reading it back…';
	}
}
