import {describeApi} from '../domain/api-generation.ts';
import {type ApiCall, addressOf, removalCall, saveCall} from '../domain/body/calls.ts';
import {masked} from '../domain/body/show.ts';
import type {HandOff} from '../domain/hand-off.ts';
import type {Connection} from '../domain/ports.ts';
import {jsonDocument} from './json.ts';

/** A request as it may be printed: the names of its headers, and its body with every secret masked. */
export type ShownRequest = {
	readonly method: ApiCall['method'];
	readonly url: string;
	readonly headers: readonly string[];
	readonly body: object | null;
};

/** The request of a save, as a dry run shows it. */
export function shownSave(
	connection: Connection,
	{place, credential}: Pick<HandOff, 'place' | 'credential'>,
): ShownRequest {
	const call = saveCall(place, credential);
	return {
		...shown(connection, call, ['accept', 'content-type', 'user-agent']),
		body: {...call.body, ...masked(credential)},
	};
}

/** The request of a removal, as a dry run shows it. */
export const shownRemoval = (
	connection: Connection,
	place: HandOff['place'],
	ids: readonly string[],
): ShownRequest => ({
	...shown(connection, removalCall(place, ids), ['accept', 'user-agent']),
	body: null,
});

const shown = (connection: Connection, call: ApiCall, headers: readonly string[]) => ({
	method: call.method,
	url: addressOf(connection, call),
	headers: [...headers, describeApi(connection.generation).keyHeader],
});

/** A request that was not sent, as lines. */
export const dryRunLines = ({method, url, headers, body}: ShownRequest): readonly string[] => [
	`${method} ${url}`,
	...headers.map(name => `${name}: …`),
	...(body === null ? [] : ['', ...jsonDocument(body).trimEnd().split('\n')]),
];
