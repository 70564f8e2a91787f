/** Stopping for a while and going on, as shells let people do with Ctrl+Z and `fg`. */
export type JobControl = {
	/**
	Calls back when somebody asks from outside to stop for a while, which then does not stop the process by itself, and
	whenever it goes on. Gives what ends that.
	*/
	readonly watch: (listeners: {readonly onStop: () => void; readonly onContinue: () => void}) => () => void;
	/**
	Stops the process, or all that runs with it as Ctrl+Z does. Resolves when it goes on: soon, where there is no shell
	that could continue it, because then it is not stopped.
	*/
	readonly stop: (whom: 'process' | 'group') => Promise<void>;
};
