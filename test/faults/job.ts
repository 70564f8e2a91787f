import type {Canaries} from './canaries.ts';
import type {Operation} from './fault.ts';

/** What a run left behind; standard output is one JSON document, unless the job speaks to a person. */
export type Ending = {
	readonly code: unknown;
	readonly stdout: string;
	readonly stderr: string;
	/** Node tells of itself on standard error. */
	readonly isTalkative?: true;
};

/** What a job is done with. */
export type Given = {
	/** Where the API is said to be. */
	readonly url: string;
	/** The variables, secrets included. */
	readonly env: Readonly<Record<string, string>>;
	readonly canaries: Canaries;
	/** Takes the place of waiting before something is tried again. */
	readonly wait: (seconds: number) => Promise<void>;
	/** Runs the program with these words, in this process or one of its own. */
	readonly program: (words: readonly string[], input: string, given: Given) => Promise<Ending>;
};

/** A job that talks to the API, told so that it needs every part of it. */
export type Job = {
	readonly name: string;
	/** The job that has to end in the same way, if this one is told in another. */
	readonly like?: string;
	/** It speaks to a person: no JSON document. */
	readonly isText?: true;
	/** It is a command, and no operation of the wizard. */
	readonly isCommand?: true;
	/** What it asks, in order, where all goes well. */
	readonly sequence: readonly Operation[];
	/** Where faults strike it, where that is not all of the sequence: the rest is another job's very own code. */
	readonly strikes?: readonly Operation[];
	/** Whether Polar is set before. */
	readonly isThere: boolean;
	/** Whether it is given secrets; else it knows the key alone. */
	readonly takesSecrets: boolean;
	readonly run: (given: Given) => Promise<Ending>;
};

/** The variables that bring the secrets, and such as make Node and its modules talkative. */
export const environmentOf = ({key, secret, detail}: Canaries) => ({
	JUNCTION_MANAGEMENT_KEY: key,
	S: secret,
	D: detail,
	DEBUG: '*',
	NODE_DEBUG: 'http*,net,tls,timer,child_process',
});

/** The secrets that a run of it holds. */
export const knownIn = ({takesSecrets}: Job, {key, secret, detail}: Canaries): readonly string[] =>
	takesSecrets ? [key, secret, detail] : [key];
