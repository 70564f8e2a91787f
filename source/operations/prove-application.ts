import type {RequestOptions} from '../domain/ports.ts';
import type {Result} from '../domain/problem.ts';
import {
	applicationFinding,
	detouredAddress,
	foreignAddress,
	tryIt,
	unansweredApplication,
	unknownApplication,
} from '../domain/proof/application.ts';
import {consentParts, placeOfAddress} from '../domain/proof/consent-address.ts';
import type {ApplicationFinding} from '../domain/proof/finding.ts';
import type {ApplicationProof, ProofTarget, ProofWorld, TestUser} from '../domain/proof/ports.ts';
import type {ScopeRequirements} from '../domain/proof/team.ts';
import type {Secret} from '../domain/secret.ts';
import type {TeamAccess} from './team-access.ts';
import {withTestUser} from './test-users.ts';

/**
Compares Junction's address to consent with what was saved, by a test user that is deleted again. Nobody consents, and
nothing is sent to a host that is neither the provider's nor Junction's. Never throws.
*/
export async function proveApplication(
	world: ProofWorld,
	target: ProofTarget,
	options: RequestOptions,
): Promise<ApplicationProof> {
	const {outcome, ...others} = await withTestUser(world, target, options, {
		use: (user, access) => lookAt(world, target, {user, access, options}),
		failed: unansweredApplication,
	});
	return {application: outcome, ...others};
}

type Looking = {
	readonly user: TestUser;
	readonly access: TeamAccess;
	readonly options: RequestOptions;
};

async function lookAt(
	world: ProofWorld,
	target: ProofTarget,
	{user, access, options}: Looking,
): Promise<ApplicationFinding> {
	const {slug} = target.provider;
	const link = await access.ask(
		junction => junction.createLink({userId: user.id, provider: slug}, options),
		options,
	);
	if (!link.ok) return unansweredApplication('Junction gave no link for the test user.', link.problem);
	const opened = await access.open(options);
	if (!opened.ok) return unansweredApplication('There is no token of the team any more.', opened.problem);
	const junction = opened.value;
	const consent = await junction.consentAddress(slug, link.value.token, options);
	if (!consent.ok) return unansweredApplication('Junction gave no address to consent at.', consent.problem);
	if (!consent.value) return noAddress(target);
	const requirements = await world.api.scopeRequirements(target.teamId, slug, options);
	const judged = judge(consent.value, world, target, requirements);
	if (judged !== 'junction') return judged;
	// It may use up the link, which nobody needs any more.
	const location = await junction.locationOf(consent.value, options);
	if (!location.ok)
		return unansweredApplication('Junction’s address to consent could not be asked.', location.problem);
	const next = location.value && judge(location.value, world, target, requirements);
	return next === undefined || next === 'junction' ? detouredAddress(target.provider) : next;
}

/** What the address tells, or `junction` where it is at Junction's own API. */
function judge(
	address: Secret,
	{junctionUrl}: ProofWorld,
	target: ProofTarget,
	requirements: Result<ScopeRequirements | undefined>,
): ApplicationFinding | 'junction' {
	const parts = consentParts(address);
	if (!parts) return noAddress(target);
	switch (placeOfAddress(address, target, junctionUrl)) {
		case 'provider':
			return applicationFinding(parts, target, requirements);
		case 'junction':
			return 'junction';
		case 'elsewhere':
			return foreignAddress(parts.host, target.provider);
	}
}

const noAddress = ({provider: {name}}: ProofTarget): ApplicationFinding =>
	unknownApplication({
		type: 'no-address',
		message: `Junction names no address at which users of ${name} consent.`,
		advice: tryIt,
	});
