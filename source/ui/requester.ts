import type {Connection, ManagementApi} from '../domain/ports.ts';
import type {Secret} from '../domain/secret.ts';
import type {Request} from '../wizard/requests.ts';
import type {Wizard, WizardEvent} from '../wizard/state.ts';
import {wants} from '../wizard/wants.ts';
import {answerTo} from './answer-to.ts';
import type {Services} from './services.ts';

/**
Asks the world what the conversation wants, once for each request, and tells it what comes back. What is not wanted any
more is aborted. The one place where the wizard acts.
*/
export function requester(services: Services, dispatch: (event: WizardEvent) => Wizard) {
	const world = {...services, connect: remembered(services.connect)};
	const running = new Map<string, AbortController>();

	function ask(request: Request, wizard: Wizard, signal: AbortSignal): void {
		const {kind, key} = request;
		const told = (more: object) => {
			if (!signal.aborted) dispatch({type: 'told', kind, key, ...more});
		};
		answerTo(request, world, wizard, {signal, told}).then(answer => {
			if (!signal.aborted) dispatch({type: 'arrived', at: world.now().getTime(), ...answer});
		});
	}

	return {
		/** To be called with each state of the conversation. */
		follow(wizard: Wizard): void {
			const wanted = new Map(wants(wizard).map(request => [`${request.kind} ${request.key}`, request]));
			for (const [id, controller] of running) {
				if (wanted.has(id)) continue;
				controller.abort();
				running.delete(id);
			}
			for (const [id, request] of wanted) {
				if (running.has(id)) continue;
				const controller = new AbortController();
				running.set(id, controller);
				ask(request, wizard, controller.signal);
			}
		},
		/** Aborts all that is under way. */
		stop(): void {
			for (const controller of running.values()) controller.abort();
		},
	};
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
