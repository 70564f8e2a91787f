import type {ForwarderKind} from '../../domain/forwarder.ts';
import {fastapiFile} from './fastapi.ts';
import {nextjsFile} from './nextjs.ts';
import {nginxFile} from './nginx.ts';
import {nodeFile} from './node.ts';
import {workerFile} from './worker.ts';

/** A file that forwards callbacks to Junction, by the name that its platform expects. */
export type Forwarder = {readonly name: string; readonly text: string};

/** Whether the kind can share a callback with a flow of one's own. nginx reads no token, unless a module teaches it. */
export const canShare = (kind: ForwarderKind): boolean => kind !== 'nginx';

/** The forwarder of a kind; with `isShared` the one that shares its callbacks, where the kind can. */
export function forwarderOf(kind: ForwarderKind, isShared = false): Forwarder {
	const {name, textOf} = files[kind];
	return {name, text: textOf(isShared)};
}

const files: Readonly<
	Record<ForwarderKind, {readonly name: string; readonly textOf: (isShared: boolean) => string}>
> = {
	worker: {name: 'worker.mjs', textOf: workerFile},
	node: {name: 'server.mjs', textOf: nodeFile},
	nextjs: {name: 'proxy.js', textOf: nextjsFile},
	nginx: {name: 'nginx.conf', textOf: nginxFile},
	fastapi: {name: 'main.py', textOf: fastapiFile},
};
