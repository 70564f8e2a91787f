import {exitCodes} from '../../source/commands/shared/exit-codes.ts';
import type {Cell} from './cell.ts';
import {type Fault, isWrite, type Operation, type Seen, seenAt} from './fault.ts';
import type {Job} from './job.ts';

const {done, failed, refused, someFailed, keyRefused, unconfirmed} = exitCodes;

/** What a job has to come to: its exit code, and how many writes reach the server. */
export type Expected = {readonly code: number; readonly writes: number};

type Codes = Partial<Readonly<Record<Seen, number>>> & {readonly other: number};

/** Whatever is read: the key decides for itself, and what was typed too. */
const always = {usage: refused, key: keyRefused, barred: keyRefused, good: done};

/** What is needed ends the job; what is not there at all, or in part, does not. */
const needed: Codes = {...always, other: failed};

/** With the ID of a team at hand its list is only good to have. */
const byId: Codes = {...always, barred: done, other: done};

const listed: Codes = {...needed, incomplete: someFailed, rowless: someFailed};

/** Goes on without a look, with what was asked for alone. */
const blind: Codes = {...needed, missing: done, incomplete: done, rowless: done};

/** A list of credentials that says the IDs of teams in place of their names. */
const nameless: Codes = {...always, barred: someFailed, unsent: failed, other: someFailed};

const reading: Readonly<Record<string, Readonly<Partial<Record<Operation, Codes>>>>> = {
	// Without the names of the teams a list is of less use.
	list: {teams: nameless, stored: listed},
	export: {teams: nameless, stored: listed},
	plan: {teams: {...blind, barred: done}, stored: blind},
	prepare: {teams: byId, preparation: needed},
	set: {teams: byId, stored: blind, look: {...needed, incomplete: done}},
	// It creates, so that there are no rows to be read: of a list that is not whole nobody can say that.
	apply: {stored: blind, look: {...needed, rowless: done}},
	delete: {stored: {...needed, incomplete: done}},
	// The warning that a list is not whole is for the screen to show.
	'the teams': {teams: {...needed, incomplete: done, rowless: done}},
	'what is stored': {stored: {...needed, incomplete: done, rowless: done}},
	'the save': {look: {...needed, incomplete: done}},
	// Whatever is no redirect to the callback is what the try is for.
	'the try of a redirect': {redirect: {other: failed}},
};

/** A write that the server did: it can be seen. */
const written: Codes = {...always, other: done};

/** One that it did not do, which can only be known of a clear no. */
const unwritten: Codes = {...always, open: unconfirmed, unreadable: unconfirmed, other: failed};

/** What the job comes to by the design, where the fault strikes this operation. */
export function expectedOf({job, operation, fault, isDone}: Cell): Expected {
	const seen = seenAt(fault, operation);
	if (isWrite(operation)) {
		// A manifest’s row is begun anew where nothing of it is to be seen.
		const isMended =
			fault.isOnce && ((job.like ?? job.name) === 'apply' || seen === 'busy' || seen === 'overloaded');
		return {
			code: codeIn(isDone || isMended ? written : unwritten, seen),
			writes: writesOf(job, fault, seen, isDone),
		};
	}
	const code = operation === 'read-back' ? done : codeIn(codesFor(job, operation, fault), seen);
	const isWriting = job.sequence.some(isWrite);
	return {code, writes: isWriting && code === done ? 1 : 0};
}

/** A network that is down stays so: then the read that is needed decides. */
function codesFor({name, like = name, sequence}: Job, operation: Operation, {strike, isOnce}: Fault): Codes {
	const stays = strike.at !== 'answer' && !isOnce;
	const deciding = operation === 'teams' && stays ? sequence[1] : operation;
	return reading[like]?.[deciding ?? operation] ?? needed;
}

const codeIn = (codes: Codes, seen: Seen): number => codes[seen] ?? codes.other;

/** How often a busy server is asked, and how often a manifest begins its row anew. */
const tries = 4;
const rounds = {unsent: 6, uncertain: 3};

/** How many writes have to reach the server. */
function writesOf({name, like = name}: Job, {strike, isOnce}: Fault, seen: Seen, isDone: boolean): number {
	// What ends before the request has come is not seen by the server.
	if (strike.at === 'connection') return 0;
	if (isDone) return 1;
	const isManifest = like === 'apply';
	const isUnknown = seen === 'open' || seen === 'unreadable';
	if (isOnce) return isUnknown && !isManifest ? 1 : 2;
	if (seen === 'busy' || seen === 'overloaded') return isManifest ? tries * rounds.unsent : tries;
	if (!isManifest) return 1;
	if (isUnknown) return rounds.uncertain;
	return seen === 'unsent' ? rounds.unsent : 1;
}
