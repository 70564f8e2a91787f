import {useEffect, useState} from 'react';
import {memoryOf} from '../../wizard/remembering.ts';
import type {Wizard} from '../../wizard/state.ts';
import type {Services} from '../services.ts';

/** Remembers the target as it settles, so that a run that was killed goes on where it was. Gives what went wrong. */
export function useRemembering({answers}: Wizard, services: Services): string | undefined {
	const [warning, setWarning] = useState<string>();
	const {'organization-key': key, environment, region, team, provider} = answers;
	// biome-ignore lint/correctness/useExhaustiveDependencies: written as the target settles, not at every answer
	useEffect(() => {
		const memory = memoryOf(answers, services.now().toISOString());
		if (memory) services.memory.remember(memory).then(setWarning);
	}, [key, environment, region, team, provider]);
	return warning;
}
