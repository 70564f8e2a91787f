import type {Team} from '../../source/domain/credential.ts';
import type {
	Checklist,
	Connection,
	ManagementApi,
	RememberedOrganization,
} from '../../source/domain/ports.ts';
import {success} from '../../source/domain/problem.ts';
import type {Services} from '../../source/ui/services.ts';

export const now = new Date('2026-03-04T12:00:00Z');

export const teams: readonly Team[] = [
	{id: '0b6e8a1e-2222-4a4a-8a8a-000000000001', name: 'Ashbourne', region: 'us'},
	{id: '0b6e8a1e-2222-4a4a-8a8a-000000000002', name: 'Brindle', region: 'us'},
	{id: '0b6e8a1e-2222-4a4a-8a8a-000000000003', name: 'Copper', region: 'eu'},
];

type World = Partial<Omit<Services, 'memory' | 'connect'>> & {
	readonly api?: Partial<ManagementApi>;
	readonly remembered?: readonly RememberedOrganization[];
};

/** A world without files and network: what is not told answers at once that all is well. Keeps what was asked of it. */
export function fakeServices({api = {}, remembered = [], ...more}: World = {}) {
	const connections: Connection[] = [];
	const forgotten: RememberedOrganization[] = [];
	const ticks = new Set<string>();
	const tick = (_: Checklist, step: string, isDone: boolean): undefined => {
		if (isDone) ticks.add(step);
		else ticks.delete(step);
	};
	const services: Services = {
		hide: text => text,
		now: () => now,
		// No time passes that a test does not let pass.
		wait: () => new Promise(() => undefined),
		memory: {
			remembered,
			warnings: [],
			remember: async () => undefined,
			forget: async organization => void forgotten.push(organization),
		},
		ticks: {ticked: () => new Set(ticks), tick},
		connect(connection) {
			connections.push(connection);
			return {
				organization: async () => success({id: connection.organizationId, name: 'Quillfeather'}),
				teams: async () => success({rows: teams}),
				team: unexpected,
				createTeam: unexpected,
				credentials: async () => success({rows: []}),
				prepare: async () => success({steps: []}),
				upsert: unexpected,
				remove: unexpected,
				teamToken: unexpected,
				scopeRequirements: unexpected,
				...api,
			};
		},
		readBefore: async () => success(undefined),
		save: unexpected,
		newId: () => '0b6e8a1e-2222-4a4a-8a8a-0000000000f1',
		createTeam: unexpected,
		startDemo: unexpected,
		copy() {},
		open() {},
		checkRedirect: unexpected,
		checkPair: unexpected,
		proveApplication: unexpected,
		proveConnection: unexpected,
		stopProof() {},
		leftUsers: () => [],
		deleteLeftUsers: unexpected,
		readDropped: unexpected,
		writePage: unexpected,
		writeForwarder: unexpected,
		...more,
	};
	return {services, connections, forgotten, ticks};
}

async function unexpected(): Promise<never> {
	throw new Error('Nobody expected this to be asked of the world.');
}

/** Answers that come when the test says so: each call waits until `answer` gives it its value. */
export function byHand<Value>() {
	const waiting: ((value: Value) => void)[] = [];
	return {
		ask: (): Promise<Value> => new Promise(resolve => waiting.push(resolve)),
		asked: (): number => waiting.length,
		answer(value: Value): void {
			waiting.at(-1)?.(value);
		},
	};
}

/** A clock by which so much time is between any two looks at it that no Enter comes too soon. */
export function pacedClock(): () => Date {
	let time = now.getTime();
	return () => {
		time += 2000;
		return new Date(time);
	};
}
