import type {StoredCredential} from './credential.ts';
import type {Problem, Result} from './problem.ts';

/** What was stored for the team and provider before a write: a credential, none, or nobody can tell. */
export type Before = Result<StoredCredential | undefined>;

/**
Whether a read that failed ends the job. It goes on only where the API does not offer the read, or where a list was
read but not in full; anything else, such as a refused key or an answer that is none, ends it.
*/
export const endsJob = ({kind}: Problem): boolean => kind !== 'unavailable';

/**
What became of a write:

- `confirmed`: the server's own words prove it. `by` says how: read back, or only the answer to the write
  where the API offers no read. `action` is `saved` where what was there before cannot be seen.
- `uncertain`: sent, may still arrive, or arrived differently (`differences` names the fields). Never called failed.
- `failed`: refused, or nothing was sent.
- `changed`: someone else changed the stored credential since it was reviewed; nothing was sent.
*/
export type SaveOutcome =
	| {
			readonly kind: 'confirmed';
			readonly action: 'created' | 'updated' | 'saved';
			readonly by: 'read-back' | 'answer';
			readonly stored: StoredCredential;
			/**
			For an update: whether two answers of the server show that something was written, by the secret's hash or
			by the time; without either the secret was probably the one that was stored. Absent where nothing could
			be compared.
			*/
			readonly proof?: 'secret' | 'time' | 'none';
			/** The answer to the write named another team than the one it was for. */
			readonly namedOtherTeam?: true;
	  }
	| {readonly kind: 'uncertain'; readonly problem: Problem; readonly differences?: readonly string[]}
	| {readonly kind: 'failed'; readonly problem: Problem}
	| {readonly kind: 'changed'; readonly before: Before};

/** What a save is doing right now, for the person who waits. */
export type SaveProgress =
	| {readonly kind: 'checking'}
	| {readonly kind: 'sending'}
	| {readonly kind: 'waiting'; readonly seconds: number; readonly because: string}
	| {readonly kind: 'reading-back'};
