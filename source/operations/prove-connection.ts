import type {RequestOptions} from '../domain/ports.ts';
import type {
	ConnectionProgress,
	ConnectionProof,
	ProofTarget,
	ProofWorld,
	SaidByPage,
} from '../domain/proof/ports.ts';

export type ConnectionOptions = RequestOptions & {
	readonly onProgress: (progress: ConnectionProgress) => void;
	/** What a person read on the page, where they say so. */
	readonly said?: Promise<SaidByPage>;
};

/**
Lets a person connect a test user, and waits for what becomes of it. The test user is deleted again, also where the
signal aborted: that has a time of its own. Never throws.
*/
export async function proveConnection(
	_world: ProofWorld,
	_target: ProofTarget,
	_options: ConnectionOptions,
): Promise<ConnectionProof> {
	return {connection: {verdict: 'unknown', message: 'It was not tried.'}, notes: []};
}
