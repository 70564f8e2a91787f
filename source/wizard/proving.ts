import {callbackIn, junctionUrlOf} from '../domain/callback.ts';
import {clientIdOf, type StoredCredential} from '../domain/credential.ts';
import {ownRedirectOf, pairOf} from '../domain/proof/pair-of.ts';
import type {Pair, ProofTarget} from '../domain/proof/ports.ts';
import type {WantedProof, Wizard} from './state.ts';
import {providerOf} from './steps.ts';
import {placeOf, plannedSave} from './submission.ts';

/** A proof that is wanted; without one, none is any more. */
export function proofWanted({proving: _, ...wizard}: Wizard, proof: WantedProof | undefined): Wizard {
	if (proof === undefined) return wizard;
	const count = wizard.proofCount + 1;
	return {...wizard, proofCount: count, proving: {proof, count}};
}

/** What was found of values that were changed since is found of others. */
export const withoutProofs = (wizard: Wizard): Wizard =>
	Object.keys(wizard.proofs).length === 0 ? wizard : {...wizard, proofs: {}};

/** The pair that review shows, as the provider would be asked about it; undefined without one. */
export function pairIn({answers}: Wizard): Pair | undefined {
	const planned = plannedSave(answers);
	return planned && pairOf(planned, callbackIn(answers.register?.steps));
}

/** What was saved, to be compared with what Junction makes of it. */
export function proofTargetOf(
	{answers}: Wizard,
	{values, ...stored}: StoredCredential,
): ProofTarget | undefined {
	const place = placeOf(answers);
	const provider = providerOf(answers);
	if (!place || !provider || !answers.team) return undefined;
	const own = ownRedirectOf(values);
	const callback = callbackIn(answers.register?.steps);
	return {
		place,
		teamId: answers.team.id,
		provider,
		clientId: clientIdOf({values, ...stored}),
		...(own === undefined ? {} : {redirectOverride: own}),
		...(callback === undefined ? {} : {callback}),
	};
}

/**
Junction's API for the team: that of the demo, of a flag, or the documented one. Undefined beside another Management API
of which nobody says where its Junction is.
*/
export function junctionUrlFor({answers, launch, demo}: Wizard): string | undefined {
	const place = placeOf(answers);
	if (answers.organization?.isDemo) return demo?.url;
	if (launch.junctionUrl !== undefined) return launch.junctionUrl;
	return place && launch.apiUrl === undefined ? junctionUrlOf(place) : undefined;
}

/** The proof that is offered after a save: of the application first, and of a connection where it is not refuted. */
export function nextProofOf(wizard: Wizard): 'application' | 'connection' | undefined {
	const provider = providerOf(wizard.answers);
	const {application} = wizard.proofs;
	if (provider?.connection !== 'oauth' || junctionUrlFor(wizard) === undefined) return undefined;
	return application && application.verdict !== 'refuted' ? 'connection' : 'application';
}
