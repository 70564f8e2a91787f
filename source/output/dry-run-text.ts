import {jsonDocument} from './json.ts';
import type {ShownRequest} from './save-request.ts';

/** A request that was not sent, as lines. */
export const dryRunLines = ({method, url, headers, body}: ShownRequest): readonly string[] => [
	`${method} ${url}`,
	...headers.map(name => `${name}: …`),
	...(body === null ? [] : ['', ...jsonDocument(body).trimEnd().split('\n')]),
];
