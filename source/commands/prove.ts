import {junctionUrlOf} from '../domain/callback.ts';
import type {Place} from '../domain/credential.ts';
import {isPlaceConfirmed} from '../domain/permission.ts';
import type {FieldProblem, Problem} from '../domain/problem.ts';
import {unansweredApplication} from '../domain/proof/application.ts';
import type {Proofs} from '../domain/proof/finding.ts';
import type {
	ApplicationProof,
	ConnectionProgress,
	ConnectionProof,
	ProofWorld,
} from '../domain/proof/ports.ts';
import {secondsWords, visible} from '../domain/text.ts';
import {findTeam} from '../operations/find-team.ts';
import {proveApplication} from '../operations/prove-application.ts';
import {proveConnection} from '../operations/prove-connection.ts';
import {type ReadTarget, readTarget} from '../operations/read-proof-target.ts';
import {connectionCosts, leftUserWords, proofJson, proofLines} from '../output/proof-words.ts';
import {openTestUsers} from '../settings/test-users.ts';
import {failMissing} from './flags/missing.ts';
import {required} from './flags/required.ts';
import {readTargetFlags, type TargetFlags} from './flags/target-flags.ts';
import {openInBrowser} from './shared/desktop.ts';
import {exitCodes, gravest} from './shared/exit-codes.ts';
import {openApi} from './shared/organization-access.ts';
import {permissionFrom} from './shared/permissions.ts';
import {proofWorldFor} from './shared/proof-world.ts';
import {checkJunctionUrl, deleteLeftUsers, toldOfLeaving} from './shared/proving.ts';
import {badFlags, type Context, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';

/**
`byoo prove`: whether Junction sends users to the provider with what is saved, and with `--connect` whether an account
connects. Asks nothing, saves nothing, and deletes the test user that it makes.
*/
export const prove: Run = (argv, terminal) => scripted('prove', argv, terminal, run);

const targetFlags = ['org', 'env', 'region', 'team', 'provider'] as const;

async function run(context: Context): Promise<number> {
	const {values, voice, signal, terminal} = context;
	const startedAt = terminal.now().getTime();
	const problems: FieldProblem[] = [];
	const flags = readTargetFlags(values, problems, 'key');
	checkFlags(context, flags, problems);
	if (problems.length > 0) return voice.fail(badFlags(problems));
	const needed = required(context, flags, targetFlags);
	if (!needed.ok) return failMissing(context, needed.missing);
	const access = await openApi(context, needed.flags);
	if (!access.ok) return voice.fail(access.problem);
	const {api} = access.value;
	const found = await findTeam(api, needed.flags.team, needed.flags.region, {signal});
	if (!found.ok) return voice.fail(found.problem);
	const {id: teamId, warning} = found.value;
	if (warning !== undefined) voice.note(warning);
	const refusal = refusalOf(context, needed.flags, teamId);
	if (refusal) return voice.fail(refusal);
	const write = (line: string) => voice.note(line);
	const world = await proofWorldFor(
		terminal,
		{...context, timeoutSeconds: flags.timeoutSeconds, write},
		access.value,
		{
			junctionUrl: needed.flags.junctionUrl ?? junctionUrlOf(needed.flags),
			notes: openTestUsers(terminal.configFolder, terminal),
		},
	);
	if (!world.ok) return voice.fail(world.problem);
	await deleteLeftUsers(context, world.value);
	const target = await readTarget(api, needed.flags, teamId, {signal});
	if (!target.ok) return voice.fail(target.problem);
	const deadline = deadlineOf(context, startedAt);
	return tell(
		context,
		await toldOfLeaving(context, () => proofsOf(context, world.value, target.value, deadline)),
	);
}

function checkFlags({values}: Context, {provider}: TargetFlags, problems: FieldProblem[]): void {
	checkJunctionUrl(values, problems);
	if (provider && provider.connection !== 'oauth') {
		const message = `Users of ${provider.name} consent at no page of the provider, so there is nothing to prove.`;
		problems.push({field: 'provider', message});
	}
}

/** A test user in production has to be allowed, as any write there. */
function refusalOf({values}: Context, place: Place, teamId: string): Problem | undefined {
	if (isPlaceConfirmed(place, teamId, permissionFrom(values))) return undefined;
	return {
		kind: 'correct',
		message: 'This would make a test user in production, and delete it again. Nothing was made.',
		advice: `If that is what you want, add --confirm-production ${visible(teamId, 60)}.`,
		fields: [],
	};
}

type Proved = {readonly application: ApplicationProof; readonly connection?: ConnectionProof};

/** `deadline` is when the whole job ends, in milliseconds since 1970. */
async function proofsOf(
	context: Context,
	world: ProofWorld,
	target: ReadTarget,
	deadline: number,
): Promise<Proved> {
	const {values, voice, signal} = context;
	const application = target.unread
		? {application: unansweredApplication('What is saved could not be read.', target.unread), notes: []}
		: await proveApplication(world, target, {signal});
	if (!values.connect || application.application.verdict === 'refuted' || signal.aborted)
		return {application};
	voice.note(...connectionCosts(target.provider));
	const onProgress = (progress: ConnectionProgress) => follow(context, progress, deadline);
	return {application, connection: await proveConnection(world, target, {signal, onProgress})};
}

function follow({voice, terminal}: Context, progress: ConnectionProgress, deadline: number): void {
	switch (progress.kind) {
		case 'preparing':
			return;
		case 'open':
			voice.note(
				`Consent in a browser on this computer, within ${timeLeft(Math.min(progress.endsAt, deadline) - terminal.now().getTime())}: ${progress.page}`,
			);
			if (terminal.stderr.isTTY) openInBrowser(progress.page);
			return;
		case 'deleting':
			voice.note('Deleting the test user…');
	}
}

/** When the whole job ends, in milliseconds since 1970; never, where nobody said. */
const deadlineOf = ({values: {deadline}}: Context, startedAt: number): number =>
	deadline === undefined ? Number.POSITIVE_INFINITY : startedAt + Number(deadline) * 1000;

/** So much time in words, never more than there is. */
function timeLeft(milliseconds: number): string {
	const seconds = Math.max(1, Math.floor(milliseconds / 1000));
	if (seconds >= 120) return `${Math.floor(seconds / 60)} minutes`;
	return secondsWords(seconds);
}

function tell({voice, signal}: Context, {application, connection}: Proved): number {
	const users = [application, connection].flatMap(proof => proof?.isTestUserDeleted ?? []);
	const proofs: Proofs = {
		application: application.application,
		...(connection && {connection: connection.connection}),
		...(users.length > 0 && {isTestUserDeleted: !users.includes(false)}),
	};
	const notes = [...new Set([...application.notes, ...(connection?.notes ?? [])])];
	voice.note(...notes);
	if (proofs.isTestUserDeleted === false && notes.length === 0) voice.note(leftUserWords);
	voice.data(
		() => proofLines(proofs, voice),
		() => proofJson(proofs),
	);
	const isRefuted = [proofs.application, proofs.connection].some(finding => finding?.verdict === 'refuted');
	return gravest([
		isRefuted || signal.aborted ? exitCodes.failed : exitCodes.done,
		proofs.isTestUserDeleted === false ? exitCodes.unconfirmed : exitCodes.done,
	]);
}
