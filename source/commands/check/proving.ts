import {junctionUrlOf} from '../../domain/callback.ts';
import type {Place, PlacedCredential} from '../../domain/credential.ts';
import {isPlaceConfirmed} from '../../domain/permission.ts';
import type {TeamToken} from '../../domain/proof/team.ts';
import {hasEnded} from '../../domain/providers/dates.ts';
import {providerOfSlug} from '../../domain/providers/find-providers.ts';
import {type Attention, subjectOf} from '../../domain/watch/attention.ts';
import {proofAttention} from '../../domain/watch/proofs.ts';
import {isSamePlace} from '../../domain/watch/targets.ts';
import {proveApplication} from '../../operations/prove-application.ts';
import {targetOf} from '../../operations/read-proof-target.ts';
import {leftUserWords} from '../../output/proof-words.ts';
import {openTestUsers} from '../../settings/test-users.ts';
import type {TargetFlags} from '../flags/target-flags.ts';
import type {Access} from '../shared/organization-access.ts';
import {permissionFrom} from '../shared/permissions.ts';
import {proofWorldFor} from '../shared/proof-world.ts';
import {deleteLeftUsers, toldOfLeaving} from '../shared/proving.ts';
import type {Context} from '../shared/scripted.ts';

type Proved = {
	readonly attention: readonly Attention[];
	/** Whether a test user could not be deleted. */
	readonly isUserLeft: boolean;
};

/**
With `--prove`, the application of each of these credentials at Junction, one after the other; in production only of
the teams that are confirmed. Others are said.
*/
export async function provedAttention(
	context: Context,
	{flags, access}: {readonly flags: TargetFlags; readonly access: Access},
	credentials: readonly PlacedCredential[],
): Promise<Proved> {
	const {values, voice, signal} = context;
	if (!values.prove) return {attention: [], isUserLeft: false};
	const {provable, skipped} = divided(context, credentials);
	if (skipped > 0) voice.note(skippedWords(skipped));
	if (voice.canRedraw && provable.length > 0) voice.note('Proving the applications at Junction…');
	const attention: Attention[] = [];
	let isUserLeft = false;
	const worlds = worldsOf(context, flags, access);
	for (const placed of provable) {
		if (signal.aborted) break;
		const world = await worlds(placed.place);
		if (!world.ok) {
			voice.note(`${world.problem.message} ${world.problem.advice}`);
			break;
		}
		const {place, stored} = placed;
		const provider = providerOfSlug(stored.provider);
		const target = await targetOf(access.api, {place, provider, stored}, {signal});
		const {application, isTestUserDeleted, notes} = await toldOfLeaving(context, () =>
			proveApplication(world.value, target, {signal}),
		);
		const isLeft = isTestUserDeleted === false;
		voice.note(...notes, ...(isLeft && notes.length === 0 ? [leftUserWords] : []));
		isUserLeft ||= isLeft;
		attention.push(...proofAttention(subjectOf(placed), 'application', application));
	}
	return {attention, isUserLeft};
}

/** Users of a provider that has ended, or without a page to consent at, are sent nowhere. */
function divided({values, terminal}: Context, credentials: readonly PlacedCredential[]) {
	const permission = permissionFrom(values);
	const consenting = credentials.filter(({stored}) => {
		const provider = providerOfSlug(stored.provider);
		return provider.connection === 'oauth' && !hasEnded(provider, terminal.now());
	});
	const provable = consenting.filter(({place, stored}) => isPlaceConfirmed(place, stored.teamId, permission));
	return {provable, skipped: consenting.length - provable.length};
}

const skippedWords = (count: number): string =>
	`${count === 1 ? 'One application' : `${count.toLocaleString('en')} applications`} in production ${count === 1 ? 'was' : 'were'} not proved: that makes a test user there, which --confirm-production TEAM-ID allows.`;

/** Opens Junction's API for each place once, with one set of tokens for all. Clears up first what earlier runs left. */
function worldsOf(context: Context, flags: TargetFlags, access: Access) {
	const {terminal, voice} = context;
	const tokens = new Map<string, TeamToken>();
	const notes = openTestUsers(terminal.configFolder, terminal);
	const exchanging = {
		...context,
		timeoutSeconds: flags.timeoutSeconds,
		write: (line: string) => voice.note(line),
	};
	const opened = new Map<Place, ReturnType<typeof proofWorldFor>>();
	let isCleared = false;
	return async (place: Place) => {
		const known = [...opened.keys()].find(one => isSamePlace(one, place)) ?? place;
		const junctionUrl = flags.junctionUrl ?? junctionUrlOf(place);
		const opening =
			opened.get(known) ?? proofWorldFor(terminal, exchanging, access, {junctionUrl, notes, tokens});
		opened.set(known, opening);
		const world = await opening;
		if (world.ok && !isCleared) {
			isCleared = true;
			await deleteLeftUsers(context, world.value);
		}
		return world;
	};
}
