import type {Fault} from '../fault.ts';
import {meeting, meetingTls} from '../striking.ts';

const kind = 'TLS';

const all: readonly Fault[] = [
	{
		kind,
		what: 'the certificate is self-signed',
		seen: 'unsent',
		strike: meetingTls(({secure}) => secure('self-signed')),
	},
	{
		kind,
		what: 'the certificate has expired',
		seen: 'unsent',
		strike: meetingTls(({secure}) => secure('expired')),
	},
	{
		kind,
		what: 'the certificate is for another host',
		seen: 'unsent',
		strike: meetingTls(({secure}) => secure('for another host')),
	},
	{
		kind,
		what: 'the TLS handshake is never answered',
		seen: 'unsent',
		isSilent: true,
		strike: meetingTls(({socket}) => void socket.resume()),
	},
	{
		kind,
		what: 'the connection is ended in the middle of the TLS handshake',
		seen: 'unsent',
		strike: meetingTls(({socket}) => void socket.once('data', () => socket.end())),
	},
	{
		kind,
		what: 'the connection is reset in the middle of the TLS handshake',
		seen: 'unsent',
		strike: meetingTls(({socket}) => void socket.once('data', () => socket.resetAndDestroy())),
	},
	{
		kind,
		what: 'plain HTTP is spoken where TLS is expected',
		seen: 'unsent',
		strike: meetingTls(({plain}) => plain()),
	},
	{
		kind,
		what: 'the server refuses the handshake: it takes no common version of TLS',
		seen: 'unsent',
		// The alert `protocol_version` (RFC 8446, section 6.2).
		strike: meetingTls(
			({socket}) => void socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 70]))),
		),
	},
	{
		kind,
		what: 'TLS is spoken where plain HTTP is expected',
		seen: 'open',
		strike: meeting(({secure}) => secure('good')),
	},
];

/** Whatever is asked, it is asked over TLS or not at all. */
export const tls: readonly Fault[] = all.map(fault => ({...fault, tried: 'at some'}));
