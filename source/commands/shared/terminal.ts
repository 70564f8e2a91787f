/** What a command may use of the process, handed in by the entry point. */
export type Terminal = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Calls back before a signal ends the process. */
	readonly onSignal: (listener: () => void) => void;
	/** Calls back at each request to stop (Ctrl+C, SIGTERM), which then does not end the process by itself. */
	readonly onCancel: (listener: () => void) => void;
	/** Where settings are kept. */
	readonly configFolder: string;
};

/** What runs a command: its words after the name, and the process. Gives the exit code. */
export type Run = (argv: readonly string[], terminal: Terminal) => Promise<number>;

/** Whether a person can be asked something here. */
export const canAsk = ({stdin, stdout, environment}: Terminal): boolean =>
	stdin.isTTY === true && stdout.isTTY === true && environment.TERM !== 'dumb';
