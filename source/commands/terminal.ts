/** What a command may use of the process, handed in by the entry point. */
export type Terminal = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WritableStream;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Calls back before a signal ends the process. */
	readonly onSignal: (listener: () => void) => void;
	/** Where settings are kept. */
	readonly configFolder: string;
};

/** Whether a person can be asked something here. */
export const canAsk = ({stdin, stdout, environment}: Terminal): boolean =>
	stdin.isTTY === true && stdout.isTTY === true && environment.TERM !== 'dumb';
