import {randomUUID} from 'node:crypto';
import type {Connection, ManagementApi} from '../domain/ports.ts';
import type {
	ConnectionProof,
	NotedUser,
	ProofWorld,
	SaidByPage,
	TestUserNotes,
} from '../domain/proof/ports.ts';
import type {TeamToken} from '../domain/proof/team.ts';
import {openTestUsers} from '../settings/test-users.ts';
import type {Services} from '../ui/services.ts';
import type {Exchanging} from './shared/http.ts';
import {liveChecking} from './shared/live-checking.ts';
import {junctionConnecting, openLoopback} from './shared/proving.ts';
import type {Terminal} from './shared/terminal.ts';

type ProofServices = Pick<
	Services,
	'checkPair' | 'proveApplication' | 'proveConnection' | 'stopProof' | 'leftUsers' | 'deleteLeftUsers'
>;

/** What became of a proof that was under way when the wizard was left. */
export type Interrupted = Pick<ConnectionProof, 'isTestUserDeleted'>;

/** The wizard's proofs. `ended` waits for those that were under way, which delete their test users. */
export function proofServices(
	terminal: Terminal,
	exchanging: Exchanging,
	connect: (connection: Connection) => ManagementApi,
	isDemo: (connection: Connection) => boolean,
): {readonly services: ProofServices; readonly underWay: () => readonly Promise<Interrupted>[]} {
	const noted = openTestUsers(terminal.configFolder);
	const tokens = new Map<string, TeamToken>();
	const running = new Set<Promise<Interrupted>>();
	let stop: Services['stopProof'] = () => undefined;

	const worldOf = (connection: Connection, junctionUrl: string): ProofWorld => ({
		organization: {url: connection.url, id: connection.organizationId},
		api: connect(connection),
		junctionUrl,
		connectJunction: junctionConnecting(terminal, exchanging),
		notes: isDemo(connection) ? forgotten : noted,
		tokens,
		newId: randomUUID,
		now: terminal.now,
		wait: terminal.wait,
		openLoopback,
	});
	function kept<Proof extends Interrupted>(proof: Promise<Proof>): Promise<Proof> {
		running.add(proof);
		return proof.finally(() => running.delete(proof));
	}
	return {
		underWay: () => [...running],
		services: {
			checkPair(pair, {signal, isConsent, demoUrl}) {},
			async proveApplication({connection, junctionUrl}, target, options) {
				const {proveApplication} = await import('../operations/prove-application.ts');
				return kept(proveApplication(worldOf(connection, junctionUrl), target, options));
			},
			async proveConnection({connection, junctionUrl}, target, options) {
				const {proveConnection} = await import('../operations/prove-connection.ts');
				const stopping = new AbortController();
				const abort = () => stopping.abort();
				options.signal.addEventListener('abort', abort, {once: true});
				const said = new Promise<SaidByPage>(resolve => {
					stop = words => (words === undefined ? abort() : resolve(words));
				});
				const world = worldOf(connection, junctionUrl);
				return kept(proveConnection(world, target, {...options, signal: stopping.signal, said}));
			},
			stopProof: said => stop(said),
			leftUsers: noted.left,
			async deleteLeftUsers(connection, users, options) {
				const {deleteLeftUser} = await import('../operations/test-users.ts');
				const removals = await Promise.all(
					users.map(user => deleteLeftUser(worldOf(connection, user.junctionUrl), user, options)),
				);
				return removals.filter(({kind}) => kind === 'left').length;
			},
		},
	};
}

/** The demo and its users end with this run. */
const forgotten: TestUserNotes = {left: () => [], note: () => undefined, forget: () => undefined};
