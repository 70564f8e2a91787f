/**
Who reaches an IP address. `public` is anybody; of the others the IANA registries of special-purpose addresses say that
the internet does not lead there (RFC 6890 and what followed it).
*/
export type AddressClass =
	| 'public'
	| 'private'
	| 'loopback'
	| 'link-local'
	| 'shared'
	| 'unspecified'
	| 'multicast'
	| 'documentation'
	| 'reserved';

/** An address as a number of so many bits. */
type Bits = {readonly value: bigint; readonly length: 32 | 128};

/** A block of addresses: of one class, or with an IPv4 address in it from this bit on, whose class it has. */
type Block = {readonly prefix: string} & ({readonly of: AddressClass} | {readonly embedsFrom: number});

/** The first that holds an address counts; IPv4 addresses in none of them are public. */
const blocks4: readonly Block[] = [
	{prefix: '0.0.0.0/8', of: 'unspecified'},
	{prefix: '10.0.0.0/8', of: 'private'},
	{prefix: '100.64.0.0/10', of: 'shared'},
	{prefix: '127.0.0.0/8', of: 'loopback'},
	{prefix: '169.254.0.0/16', of: 'link-local'},
	{prefix: '172.16.0.0/12', of: 'private'},
	{prefix: '192.0.0.0/24', of: 'reserved'},
	{prefix: '192.0.2.0/24', of: 'documentation'},
	{prefix: '192.88.99.0/24', of: 'reserved'},
	{prefix: '192.168.0.0/16', of: 'private'},
	{prefix: '198.18.0.0/15', of: 'reserved'},
	{prefix: '198.51.100.0/24', of: 'documentation'},
	{prefix: '203.0.113.0/24', of: 'documentation'},
	{prefix: '224.0.0.0/4', of: 'multicast'},
	{prefix: '240.0.0.0/4', of: 'reserved'},
];

/** The same of IPv6, where only the last block is public: the rest was never given to anybody. */
const blocks6: readonly Block[] = [
	{prefix: '::/128', of: 'unspecified'},
	{prefix: '::1/128', of: 'loopback'},
	// IPv4-mapped (RFC 4291), and translated by NAT64 (RFC 6052) or 6to4 (RFC 3056).
	{prefix: '::ffff:0:0/96', embedsFrom: 96},
	{prefix: '64:ff9b::/96', embedsFrom: 96},
	{prefix: '2002::/16', embedsFrom: 16},
	// NAT64 within one network (RFC 8215).
	{prefix: '64:ff9b:1::/48', of: 'private'},
	{prefix: 'fc00::/7', of: 'private'},
	{prefix: 'fe80::/10', of: 'link-local'},
	// Site-local, given up by RFC 3879.
	{prefix: 'fec0::/10', of: 'private'},
	{prefix: 'ff00::/8', of: 'multicast'},
	{prefix: '2001:db8::/32', of: 'documentation'},
	{prefix: '3fff::/20', of: 'documentation'},
	// For protocols, such as Teredo, whose addresses hide an IPv4 one.
	{prefix: '2001::/23', of: 'reserved'},
	{prefix: '2000::/3', of: 'public'},
	{prefix: '::/0', of: 'reserved'},
];

/** The class of an IP address; undefined of a text that is none. The brackets that URLs have around IPv6 may be there. */
export function classOfAddress(text: string): AddressClass | undefined {
	const bits = bitsOf(text.replace(/^\[(.*)\]$/, '$1'));
	return bits && classOf(bits);
}

function classOf(bits: Bits): AddressClass {
	const block = (bits.length === 32 ? blocks4 : blocks6).find(({prefix}) => isIn(bits, prefix));
	if (!block) return 'public';
	if ('of' in block) return block.of;
	return classOf({value: (bits.value >> BigInt(96 - block.embedsFrom)) & 0xff_ff_ff_ffn, length: 32});
}

function isIn({value, length}: Bits, prefix: string): boolean {
	const [start = '', size = ''] = prefix.split('/');
	const left = BigInt(length - Number(size));
	return value >> left === (bitsOf(start)?.value ?? -1n) >> left;
}

const bitsOf = (text: string): Bits | undefined => (text.includes(':') ? bitsOf6(text) : bitsOf4(text));

/** Four decimal numbers alone: whatever else once stood for an address, a URL has put into this form. */
function bitsOf4(text: string): Bits | undefined {
	const bytes = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) ? text.split('.').map(Number) : [];
	if (bytes.length === 0 || bytes.some(byte => byte > 255)) return undefined;
	return {value: joined(bytes, 8), length: 32};
}

/** In the one form that URLs give it: groups in hexadecimal, the longest run of zeros as two colons. */
function bitsOf6(text: string): Bits | undefined {
	const address = `http://[${text}]/`;
	if (!URL.canParse(address)) return undefined;
	const [head = '', tail] = new URL(address).hostname.slice(1, -1).split('::');
	const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
	const zeros = Array.from({length: 8 - before.length - after.length}, () => 0);
	return {value: joined([...before, ...zeros, ...after], 16), length: 128};
}

const groupsOf = (text: string): readonly number[] =>
	text === '' ? [] : text.split(':').map(group => Number.parseInt(group, 16));

const joined = (parts: readonly number[], width: number): bigint =>
	parts.reduce((whole, part) => (whole << BigInt(width)) | BigInt(part), 0n);
