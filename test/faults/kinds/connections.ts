import type {Fault, Operation} from '../fault.ts';
import {answering, meeting} from '../striking.ts';

const kind = 'connections';

/** What is never sent again by itself. */
const sentOnce: readonly Operation[] = ['write', 'removal', 'redirect'];

/** Between the two computers, before HTTP comes into it or after. */
export const connections: readonly Fault[] = [
	{kind, what: 'nobody listens at the address', seen: 'unsent', strike: meeting('closed')},
	{
		kind,
		what: 'the connection is taken, and nothing is ever said',
		seen: 'open',
		isSilent: true,
		strike: meeting(({socket}) => void socket.resume()),
	},
	{
		kind,
		what: 'the connection is ended as soon as it is made',
		seen: 'open',
		strike: meeting(({socket}) => void socket.end()),
	},
	{
		kind,
		what: 'the connection is reset in the middle of the request',
		seen: 'open',
		strike: meeting(({socket}) => void socket.once('data', () => socket.resetAndDestroy())),
	},
	{
		kind,
		what: 'the connection is reset after the request',
		seen: 'open',
		strike: answering(({socket}) => void socket.resetAndDestroy()),
	},
	{
		kind,
		what: 'the connection is ended after the request',
		seen: 'open',
		strike: answering(({socket}) => void socket.end()),
	},
	{
		kind,
		what: 'the connection is reset after the request, once',
		seen: operation => (sentOnce.includes(operation) ? 'open' : 'good'),
		isOnce: true,
		strike: answering(({socket}) => void socket.resetAndDestroy()),
	},
	{
		kind,
		what: 'the request is never answered',
		seen: 'open',
		isSilent: true,
		strike: answering(() => undefined),
	},
	{
		kind,
		what: 'the server talks before it is asked',
		seen: 'open',
		strike: meeting(({socket}) => void socket.end('220 mail.invalid ESMTP\r\n')),
	},
];
