import {junctionUrlOf} from '../domain/callback.ts';
import {scopesOf} from '../domain/portal/portals.ts';
import type {Connection, ManagementApi} from '../domain/ports.ts';
import {type Problem, type Result, sentencesOf} from '../domain/problem.ts';
import type {Finding} from '../domain/proof/finding.ts';
import type {ConnectionProof, NotedUser, ProofWorld, SaidByPage, UserRemoval} from '../domain/proof/ports.ts';
import type {TeamToken} from '../domain/proof/team.ts';
import {openTestUsers} from '../settings/test-users.ts';
import type {Services} from '../ui/services.ts';
import type {DemoSession} from '../wizard/launch.ts';
import type {Exchanging} from './shared/http.ts';
import {liveChecking} from './shared/live-checking.ts';
import {proofWorldFor} from './shared/proof-world.ts';
import type {Terminal} from './shared/terminal.ts';

type ProofServices = Pick<
	Services,
	'checkPair' | 'proveApplication' | 'proveConnection' | 'stopProof' | 'leftUsers' | 'deleteLeftUsers'
>;

/** What becomes of the test user of a proof that is under way when the wizard is left. */
export type UnderWay = Promise<Pick<ConnectionProof, 'isTestUserDeleted'>>;

type Proofs = {
	readonly connect: (connection: Connection) => ManagementApi;
	/** The demo, once it runs: its proofs stay there, and its test users end with it. */
	readonly demo: () => DemoSession | undefined;
	/** Junction's API, where a flag names it. */
	readonly junctionUrl: string | undefined;
};

/** The wizard's proofs, and those that are under way. */
export function proofServices(
	terminal: Terminal,
	exchanging: Exchanging,
	{connect, demo, junctionUrl: named}: Proofs,
): {readonly services: ProofServices; readonly underWay: () => readonly UnderWay[]} {
	const notes = openTestUsers(terminal.configFolder, terminal);
	const ofDemo = openTestUsers(terminal.configFolder, {...terminal, isDemo: true});
	const tokens = new Map<string, TeamToken>();
	const running = new Set<UnderWay>();
	let stop: Services['stopProof'] = () => undefined;

	const worldAt = (connection: Connection, junctionUrl: string): Promise<Result<ProofWorld>> => {
		const isOfDemo = connection.url === demo()?.url;
		const access = {api: connect(connection), connection};
		return proofWorldFor(terminal, exchanging, access, {
			junctionUrl,
			notes: isOfDemo ? ofDemo : notes,
			tokens,
		});
	};
	const junctionUrlAt = ({place}: NotedUser): string => named ?? junctionUrlOf(place);
	function kept<Proof extends Awaited<UnderWay>>(proof: Promise<Proof>): Promise<Proof> {
		running.add(proof);
		return proof.finally(() => running.delete(proof));
	}
	/** Ends with the signal or by `stopProof`, from the first moment on. */
	function stoppedBy(outer: AbortSignal): {readonly signal: AbortSignal; readonly said: Promise<SaidByPage>} {
		const stopping = new AbortController();
		const abort = () => stopping.abort();
		if (outer.aborted) abort();
		outer.addEventListener('abort', abort, {once: true});
		const said = new Promise<SaidByPage>(resolve => {
			stop = words => (words === undefined ? abort() : resolve(words));
		});
		return {signal: stopping.signal, said};
	}
	return {
		underWay: () => [...running],
		services: {
			async checkPair(pair, {signal, isConsent, apiUrl, demoUrl}) {
				const beside = {apiUrl, reach: await reachOf(demoUrl)};
				const {checkPair, checkConsent} = liveChecking(terminal, exchanging, beside);
				return isConsent
					? checkConsent({...pair, scopes: scopesOf(pair.provider)}, {signal})
					: checkPair(pair, {signal});
			},
			proveApplication({connection, junctionUrl}, target, options) {
				return kept(
					(async () => {
						const world = await worldAt(connection, junctionUrl);
						if (!world.ok)
							return {application: {...noWay(world.problem), differences: [], scopes: []}, notes: []};
						const {proveApplication} = await import('../operations/prove-application.ts');
						return proveApplication(world.value, target, options);
					})(),
				);
			},
			proveConnection({connection, junctionUrl}, target, options) {
				const {signal, said} = stoppedBy(options.signal);
				return kept(
					(async (): Promise<ConnectionProof> => {
						const world = await worldAt(connection, junctionUrl);
						if (!world.ok) return {connection: noWay(world.problem), notes: []};
						const {proveConnection} = await import('../operations/prove-connection.ts');
						return proveConnection(world.value, target, {...options, signal, said});
					})(),
				);
			},
			stopProof: said => stop(said),
			leftUsers: organization => notes.left(organization),
			async deleteLeftUsers(connection, users, options) {
				const {deleteLeftUser} = await import('../operations/test-users.ts');
				return Promise.all(
					users.map(async (user): Promise<UserRemoval> => {
						const world = await worldAt(connection, junctionUrlAt(user));
						return world.ok
							? deleteLeftUser(world.value, user, options)
							: {kind: 'left', problem: world.problem};
					}),
				);
			},
		},
	};
}

/** To the demo's own doubles of the providers, on the demo. */
async function reachOf(demoUrl: string | undefined) {
	if (demoUrl === undefined) return undefined;
	const {demoReach} = await import('../demo/provider-doubles.ts');
	return demoReach(demoUrl);
}

const noWay = (problem: Problem): Finding => ({
	verdict: 'unknown',
	type: problem.kind,
	message: sentencesOf(problem),
});
