import {BlockList, isIP} from 'node:net';
import {isLoopback} from '../domain/api-generation.ts';

/**
Whether a request to this address goes through the proxy, if there is one: not where it is for this very machine, nor
where an entry of `noProxy` names its host.

`noProxy` is a list as in `NO_PROXY`, by commas or blanks. As in curl, a name stands for its subdomains too, with or
without a dot in front, whatever the case and the dot at the end; an IP address for itself; `10.0.0.0/8` for a block of
addresses. Beyond curl, `*` may stand among others or before a dot, an IPv6 address in brackets, and each with `:port`.
No name is looked up: a block says nothing about a host that is given by its name.
*/
export const needsProxy = (url: URL, noProxy: string): boolean =>
	!isLoopback(url) && !noProxy.split(/[\s,]+/).some(entry => isExcepted(url, entry.toLowerCase()));

function isExcepted(url: URL, entry: string): boolean {
	const {host, port} = partsOf(entry);
	if (host === '' || (port !== undefined && port !== portOf(url))) return false;
	if (host === '*') return true;
	const asked = withoutBrackets(url.hostname);
	return isIP(asked) > 0 ? isInBlock(asked, host) : isWithin(withoutDotAtEnd(asked), host);
}

/** `{host: 'fd00::1', port: '443'}` of `[fd00::1]:443`. A bare IPv6 address has no port, only colons. */
function partsOf(entry: string): {readonly host: string; readonly port?: string} {
	const [, bracketed, named, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(entry) ?? [];
	const host = bracketed ?? named ?? withoutBrackets(entry);
	return {host, ...(port !== undefined && {port})};
}

function isWithin(name: string, entry: string): boolean {
	const domain = withoutDotAtEnd(entry.replace(/^\*?\./, ''));
	return domain !== '' && (name === domain || name.endsWith(`.${domain}`));
}

function isInBlock(address: string, entry: string): boolean {
	const [, start = '', prefix] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
	const family = familyOf(start);
	if (!family || Number(prefix) > widest[family]) return false;
	const block = new BlockList();
	if (prefix === undefined) block.addAddress(start, family);
	else block.addSubnet(start, Number(prefix), family);
	return block.check(address, familyOf(address));
}

const widest = {ipv4: 32, ipv6: 128} as const;

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
	const version = isIP(address);
	if (version === 0) return undefined;
	return version === 4 ? 'ipv4' : 'ipv6';
}

const portOf = ({port, protocol}: URL): string => port || (protocol === 'http:' ? '80' : '443');

const withoutBrackets = (text: string): string => text.replace(/^\[([^\]]*)\]/, '$1');

const withoutDotAtEnd = (text: string): string => text.replace(/\.$/, '');
