import {type ForwarderKind, platforms} from '../../domain/forwarder.ts';
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
	return {name: platforms[kind].file, text: texts[kind](isShared)};
}

const texts: Readonly<Record<ForwarderKind, (isShared: boolean) => string>> = {
	worker: workerFile,
	node: nodeFile,
	nextjs: nextjsFile,
	nginx: nginxFile,
	fastapi: fastapiFile,
};
