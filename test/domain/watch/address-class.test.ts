import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {type AddressClass, classOfAddress} from '../../../source/domain/watch/address-class.ts';

/** The first and the last address of each block, and one beside it that anybody reaches. */
const addresses: Readonly<Record<AddressClass, readonly string[]>> = {
	public: [
		...[
			'1.0.0.0',
			'9.255.255.255',
			'11.0.0.0',
			'100.63.255.255',
			'100.128.0.0',
			'126.255.255.255',
			'128.0.0.0',
		],
		...['169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0', '191.255.255.255', '192.0.1.0'],
		...['192.0.3.0', '192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '198.51.99.255'],
		...['198.51.101.0', '203.0.112.255', '203.0.114.0', '223.255.255.255', '8.8.8.8'],
		...['2000::1', '2001:200::', '2001:4860:4860::8888', '2606:4700::1111', '2a00:1450:4001::1', '3ffe::1'],
	],
	private: [
		...['10.0.0.0', '10.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.0.0', '192.168.255.255'],
		...['fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'fec0::1', 'feff::1', '64:ff9b:1::a00:1'],
	],
	loopback: ['127.0.0.0', '127.0.0.1', '127.255.255.255', '::1', '0:0:0:0:0:0:0:1'],
	'link-local': ['169.254.0.0', '169.254.169.254', '169.254.255.255', 'fe80::', 'fe80::1', 'febf::1'],
	shared: ['100.64.0.0', '100.100.100.100', '100.127.255.255'],
	unspecified: ['0.0.0.0', '0.255.255.255', '::', '0:0::0'],
	multicast: ['224.0.0.0', '239.255.255.255', 'ff00::', 'ff02::1', 'ffff::'],
	documentation: [
		...['192.0.2.0', '192.0.2.255', '198.51.100.0', '198.51.100.255', '203.0.113.0', '203.0.113.255'],
		...['2001:db8::', '2001:db8:ffff::1', '3fff::', '3fff:fff::1'],
	],
	reserved: [
		...[
			'192.0.0.0',
			'192.0.0.170',
			'192.88.99.1',
			'198.18.0.0',
			'198.19.255.255',
			'240.0.0.0',
			'255.255.255.255',
		],
		// Discard-only, Teredo, benchmarking, ORCHID, segment routing, the translated form, and what nobody was given.
		...['100::1', '2001::1', '2001:2::1', '2001:20::1', '2001:1ff::1', '5f00::1', '::ffff:0:7f00:1'],
		...['::7f00:1', '::8.8.8.8', '1fff::1', '4000::1', '64:ff9c::1'],
	],
};

suite('the class of an address', () => {
	for (const [name, texts] of Object.entries(addresses)) {
		test(`is ${name}`, () => {
			for (const text of texts) assert.equal(classOfAddress(text), name, text);
		});
	}

	test('is that of the IPv4 address in it, where an IPv6 address is mapped or translated', () => {
		for (const [name, texts] of Object.entries(addresses)) {
			for (const text of texts.filter(one => !one.includes(':'))) {
				const groups = text.split('.').map(byte => Number(byte).toString(16).padStart(2, '0'));
				const [high, low] = [groups.slice(0, 2).join(''), groups.slice(2).join('')];
				const forms = [
					...[`::ffff:${text}`, `::ffff:${high}:${low}`, `0:0:0:0:0:ffff:${high}:${low}`, `[::FFFF:${text}]`],
					...[`64:ff9b::${text}`, `64:ff9b::${high}:${low}`],
					...[`2002:${high}:${low}::`, `2002:${high}:${low}:1::abcd`],
				];
				for (const form of forms) assert.equal(classOfAddress(form), name, form);
			}
		}
	});

	test('is that of the host of a URL, however it is spelled there', () => {
		const spelled = [
			'2130706433',
			'0x7f.1',
			'0177.0.0.1',
			'127.1',
			'127.0.0.1.',
			'[::ffff:127.0.0.1]',
			'[0:0::1]',
		];
		for (const host of spelled) {
			assert.equal(classOfAddress(new URL(`https://${host}/callback`).hostname), 'loopback', host);
		}
	});

	test('is none of a name, or of what only looks like an address', () => {
		for (const text of [
			'',
			'example.com',
			'1.2.3',
			'1.2.3.256',
			'1.2.3.4.5',
			':::',
			'fe80::1%eth0',
			'12345::',
			'[1.2.3',
			' 1.2.3.4',
		]) {
			assert.equal(classOfAddress(text), undefined, text);
		}
	});
});
