import type {Fault} from './fault.ts';
import {bodies} from './kinds/bodies.ts';
import {codes} from './kinds/codes.ts';
import {connections} from './kinds/connections.ts';
import {echoes} from './kinds/echoes.ts';
import {headers} from './kinds/headers.ts';
import {names} from './kinds/names.ts';
import {proxies} from './kinds/proxies.ts';
import {shapes} from './kinds/shapes.ts';
import {tls} from './kinds/tls.ts';
import {waiting} from './kinds/waiting.ts';

/** Everything that may go wrong between the program and the API. One entry here is a fault in every test of it. */
export const faults: readonly Fault[] = [
	...names,
	...connections,
	...tls,
	...proxies,
	...headers,
	...codes,
	...waiting,
	...bodies,
	...shapes,
	...echoes,
];
