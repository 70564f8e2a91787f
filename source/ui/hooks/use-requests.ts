import {useEffect, useMemo, useRef} from 'react';
import type {Connection, ManagementApi} from '../../domain/ports.ts';
import type {Secret} from '../../domain/secret.ts';
import type {Request} from '../../wizard/requests.ts';
import type {Wizard, WizardEvent} from '../../wizard/state.ts';
import {wants} from '../../wizard/wants.ts';
import {answerTo} from '../answer-to.ts';
import type {Services} from '../services.ts';

/**
Asks the world what the conversation wants, once for each request, and tells it what comes back. What is not wanted any
more is aborted. The one place where the wizard acts.
*/
export function useRequests(
	wizard: Wizard,
	dispatch: (event: WizardEvent) => Wizard,
	services: Services,
): void {
	const world = useMemo(() => ({...services, connect: remembered(services.connect)}), [services]);
	const running = useRef(new Map<string, AbortController>());
	const latest = useRef(wizard);
	latest.current = wizard;

	useEffect(() => {
		const wanted = new Map(wants(wizard).map(request => [`${request.kind} ${request.key}`, request]));
		for (const [id, controller] of running.current) {
			if (wanted.has(id)) continue;
			controller.abort();
			running.current.delete(id);
		}
		for (const [id, request] of wanted) {
			if (running.current.has(id)) continue;
			const controller = new AbortController();
			running.current.set(id, controller);
			ask(request, controller.signal);
		}

		function ask(request: Request, signal: AbortSignal): void {
			const {kind, key} = request;
			const told = (more: object) => {
				if (!signal.aborted) dispatch({type: 'told', kind, key, ...more});
			};
			answerTo(request, world, latest.current, {signal, told}).then(answer => {
				if (!signal.aborted) dispatch({type: 'arrived', at: world.now().getTime(), ...answer});
			});
		}
	}, [wizard, dispatch, world]);

	useEffect(() => {
		const {current} = running;
		return () => {
			for (const controller of current.values()) controller.abort();
		};
	}, []);
}

/** One client for all requests with the same key, so that they share its connections. */
function remembered(connect: Services['connect']): Services['connect'] {
	const known = new Map<Secret, {readonly connection: Connection; readonly api: ManagementApi}>();
	return connection => {
		const {key, url, generation, organizationId} = connection;
		const last = known.get(key);
		const isSame =
			last?.connection.url === url &&
			last.connection.generation === generation &&
			last.connection.organizationId === organizationId;
		const api = isSame ? last.api : connect(connection);
		known.set(key, {connection, api});
		return api;
	};
}
