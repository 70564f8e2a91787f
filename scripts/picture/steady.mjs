/**
Loaded before the program when its pictures are drawn, so that they are the same each time: the clock stands still, IDs
are counted, and the demo listens at one port.
*/
import crypto from 'node:crypto';
import {syncBuiltinESMExports} from 'node:module';
import net from 'node:net';

const now = Date.UTC(2026, 10, 26, 9, 41);
const port = 40117;

globalThis.Date = class extends Date {
	constructor(...parts) {
		if (parts.length === 0) super(now);
		else super(...parts);
	}

	static now() {
		return now;
	}
};

let made = 0;
crypto.randomUUID = () => `508faf07-3a8d-431f-8266-${String(++made).padStart(12, '0')}`;

const {listen} = net.Server.prototype;
net.Server.prototype.listen = function (first, ...rest) {
	if (first === 0) return listen.call(this, port, ...rest);
	if (first?.port === 0) return listen.call(this, {...first, port}, ...rest);
	return listen.call(this, first, ...rest);
};

syncBuiltinESMExports();
