import type {Connect} from '../../domain/ports.ts';
import {type Exchanging, httpFor} from './http.ts';
import {lazyApi} from './lazy-api.ts';
import type {Terminal} from './terminal.ts';

/** Clients of the Management API as the flags and the environment want them. */
export const connecting =
	(terminal: Terminal, exchanging: Exchanging): Connect =>
	connection =>
		lazyApi(async () => {
			const client = await import('../../management-api/client.ts');
			const http = await httpFor(terminal, exchanging);
			return http.ok
				? client.connect(connection, {...http.value, now: () => terminal.now().getTime()})
				: client.unusable(http.problem);
		});
