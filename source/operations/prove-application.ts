import type {RequestOptions} from '../domain/ports.ts';
import type {ApplicationProof, ProofTarget, ProofWorld} from '../domain/proof/ports.ts';

/**
Compares Junction's address to consent with what was saved, by a test user that is deleted again. Nobody consents, and
nothing is sent to a host that is neither the provider's nor Junction's. Never throws.
*/
export async function proveApplication(
	_world: ProofWorld,
	_target: ProofTarget,
	_options: RequestOptions,
): Promise<ApplicationProof> {
	return {
		application: {verdict: 'unknown', message: 'It was not tried.', differences: [], scopes: []},
		notes: [],
	};
}
