/** One request, read to its end. `path` has no query. */
export type Incoming = {
	readonly method: string;
	readonly path: string;
	readonly query: URLSearchParams;
	/** The query as it was sent, without the question mark. */
	readonly rawQuery: string;
	readonly key: string | undefined;
	/** The header `Authorization`. */
	readonly authorization?: string | undefined;
	/** The header that opens a link of Junction’s. */
	readonly linkToken?: string | undefined;
	/** The address of this server, as it is on this computer. */
	readonly origin: string;
	readonly body: string;
};
