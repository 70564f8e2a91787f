import {randomBytes, randomUUID} from 'node:crypto';
import type {Environment} from '../domain/credential.ts';
import {createLog, type Log} from './log.ts';
import type {DemoTeam} from './seed-teams.ts';

/** Whom a token of Junction's API is for. */
export type TokenHolder = {readonly team: DemoTeam; readonly environment: Environment};

type Held = TokenHolder & {readonly endsAt: number};

export type DemoConnection = {
	readonly provider: string;
	readonly createdOn: string;
	readonly status: 'connected' | 'error';
	readonly account?: string;
	readonly error?: {readonly type: string; readonly message: string};
};

/** A user of Junction's API. `connections` has at most one of each provider. */
export type DemoUser = {
	readonly id: string;
	readonly clientUserId: string;
	readonly teamId: string;
	readonly environment: Environment;
	readonly createdOn: string;
	readonly connections: readonly DemoConnection[];
	/** Read as somebody else's, which a provocation asks for. */
	readonly isForeign?: true;
};

/** A link. `name` is the end of its page's address, `token` what opens it by the API. */
export type DemoLink = {
	readonly name: string;
	readonly token: string;
	readonly userId: string;
	readonly holder: TokenHolder;
	readonly provider: string;
	readonly redirectUrl?: string;
};

/** What became of a link that is asked for. */
export type LinkState = 'invalid_token' | 'token_expired' | 'token_consumed';

export type Junction = {
	/** A new token, and the seconds after which it ends. */
	issue(holder: TokenHolder): {readonly token: string; readonly seconds: number};
	holderOf(token: string | undefined): TokenHolder | undefined;
	users(): readonly DemoUser[];
	/** Undefined where this team has one of that name in this environment. */
	createUser(holder: TokenHolder, clientUserId: string): DemoUser | undefined;
	change(user: DemoUser, changes: Partial<DemoUser>): void;
	remove(user: DemoUser): void;
	link(wanted: Omit<DemoLink, 'name' | 'token'>): DemoLink;
	/** A text of so many random bytes, in base64url. */
	random(bytes: number): string;
	/** The newest of what lets somebody in, or tells of who does: tokens, links, states. */
	readonly given: Log<string>;
	/** Where addresses of its own lead to, by the end of them. */
	readonly detours: Map<string, string>;
	/** A link that can be used, once. `takes`: it is used by this. */
	find(by: Partial<Pick<DemoLink, 'name' | 'token'>>, takes: boolean): DemoLink | LinkState;
};

const tokenSeconds = 300;
const linkMilliseconds = 10 * 60 * 1000;

/** State in memory. `now` gives milliseconds since 1970. */
export function createJunction(now: () => number): Junction {
	const tokens = new Map<string, Held>();
	const users = new Map<string, DemoUser>();
	const links: {readonly link: DemoLink; readonly endsAt: number; isUsed: boolean}[] = [];
	const given = createLog<string>(1000);
	const random = (bytes: number): string => {
		const text = randomBytes(bytes).toString('base64url');
		given.add(text);
		return text;
	};
	const all = (): readonly DemoUser[] => [...users.values()];
	return {
		issue(holder) {
			const token = `demo-team-token-${random(18)}`;
			tokens.set(token, {...holder, endsAt: now() + tokenSeconds * 1000});
			return {token, seconds: tokenSeconds};
		},
		holderOf(token = '') {
			const held = tokens.get(token);
			return held && held.endsAt > now() ? held : undefined;
		},
		users: all,
		createUser({team, environment}, clientUserId) {
			const isTaken = all().some(
				user =>
					user.teamId === team.id && user.environment === environment && user.clientUserId === clientUserId,
			);
			if (isTaken) return undefined;
			const createdOn = new Date(now()).toISOString();
			const user = {id: randomUUID(), clientUserId, teamId: team.id, environment, createdOn, connections: []};
			users.set(user.id, user);
			return user;
		},
		change: (user, changes) => void users.set(user.id, {...user, ...changes}),
		remove: user => void users.delete(user.id),
		link(wanted) {
			const link = {
				...wanted,
				name: random(16),
				token: `demo-link-token-${random(18)}`,
			};
			links.push({link, endsAt: now() + linkMilliseconds, isUsed: false});
			return link;
		},
		random,
		given,
		detours: new Map(),
		find({name, token}, takes) {
			const found = links.find(({link}) => (name === undefined ? link.token === token : link.name === name));
			if (!found || !users.has(found.link.userId)) return 'invalid_token';
			if (found.isUsed) return 'token_consumed';
			if (found.endsAt <= now()) return 'token_expired';
			if (takes) found.isUsed = true;
			return found.link;
		},
	};
}
