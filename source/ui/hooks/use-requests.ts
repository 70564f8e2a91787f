import {useEffect, useMemo} from 'react';
import type {Wizard, WizardEvent} from '../../wizard/state.ts';
import {requester} from '../requester.ts';
import type {Services} from '../services.ts';

/** Asks the world what the conversation wants, each time that it has changed. */
export function useRequests(
	wizard: Wizard,
	dispatch: (event: WizardEvent) => Wizard,
	services: Services,
): void {
	const requests = useMemo(() => requester(services, dispatch), [services, dispatch]);
	useEffect(() => requests.follow(wizard), [requests, wizard]);
	useEffect(() => () => requests.stop(), [requests]);
}
