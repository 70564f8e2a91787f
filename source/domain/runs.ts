/** The runs of byoo that may share one folder of settings. */
export type Runs = {
	/** This one, by a text that no other run on any computer has as long as both go on. */
	readonly own: string;
	/** Whether that one goes on; undefined where it is on another computer, and nobody can tell. */
	readonly isGoingOn: (run: string) => boolean | undefined;
};
