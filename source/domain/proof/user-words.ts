import type {NotedUser, UserRemoval} from './ports.ts';

/** Why a test user was not deleted, in words that name it; nothing where it is gone. */
export function stayingWords(removal: UserRemoval, {clientUserId, id}: NotedUser): string | undefined {
	switch (removal.kind) {
		case 'deleted':
		case 'gone':
			return undefined;
		case 'not-ours':
			return `Junction’s user ${id} has another name than ${clientUserId}, which byoo gave its test user, so it was not deleted. Look at both in the Junction dashboard.`;
		case 'left':
			return `The test user ${clientUserId} could not be deleted; byoo offers it again at the next start. ${removal.problem.message}`;
	}
}
