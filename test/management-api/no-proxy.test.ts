import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {needsProxy} from '../../source/management-api/no-proxy.ts';

// The rule alone: nothing is looked up, nothing is sent.

const host = 'https://api.example.com/v1';
const ipv4 = 'https://10.1.2.3/v1';
const ipv6 = 'https://[fd00::1:2]/v1';

const excepted: readonly (readonly [url: string, list: string])[] = [
	[host, 'api.example.com'],
	[host, 'example.com'],
	[host, '.example.com'],
	[host, '*.example.com'],
	[host, 'com'],
	[host, 'example.com.'],
	[host, 'EXAMPLE.com'],
	['https://API.Example.COM./v1', 'example.com'],
	['https://example.com', '.example.com'],
	[host, '*'],
	[host, 'other.example, *'],
	[host, 'a.example,b.example,example.com'],
	[host, 'a.example b.example\texample.com'],
	[host, ' , ,example.com, '],
	[host, 'example.com:443'],
	[host, '*:443'],
	['https://api.example.com:8443', 'example.com:8443'],
	['https://api.example.com:8443', 'example.com'],
	[ipv4, '10.1.2.3'],
	[ipv4, '10.1.2.3:443'],
	[ipv4, '10.0.0.0/8'],
	[ipv4, '10.1.2.3/32'],
	[ipv4, '10.255.255.255/8'],
	[ipv4, '0.0.0.0/0'],
	['https://10.1.2.3:8443', '10.0.0.0/8:8443'],
	[ipv6, 'fd00::1:2'],
	[ipv6, 'FD00:0:0:0:0:0:1:2'],
	[ipv6, '[fd00::1:2]'],
	[ipv6, '[fd00::1:2]:443'],
	[ipv6, 'fd00::/8'],
	[ipv6, '[fd00::]/8'],
	[ipv6, '[fd00::/8]:443'],
	['http://127.0.0.1:4010', ''],
	['http://localhost:4010', ''],
	['https://[::1]:4010', ''],
	['https://127.0.0.1', 'example.com'],
];

const proxied: readonly (readonly [url: string, list: string])[] = [
	[host, ''],
	[host, ' , '],
	[host, 'notexample.com'],
	[host, 'ample.com'],
	[host, 'www.api.example.com'],
	[host, 'example.org'],
	[host, '.'],
	[host, '*.'],
	[host, ':443'],
	[host, 'example.com:8443'],
	[host, 'example.com:port'],
	['https://api.example.com:8443', 'example.com:443'],
	[host, '0.0.0.0/0'],
	[host, '::/0'],
	[host, 'https://example.com'],
	['https://api.examplexcom', 'example.com'],
	[ipv4, '10.1.2.4'],
	[ipv4, '1.2.3'],
	[ipv4, '.2.3'],
	[ipv4, '11.0.0.0/8'],
	[ipv4, '10.0.0.0/16'],
	[ipv4, '10.1.2.3:8443'],
	[ipv4, '10.0.0.0/33'],
	[ipv4, '10.0.0.0/-1'],
	[ipv4, '10.0.0.0/'],
	[ipv4, '10.0.0.0/8/8'],
	[ipv4, '10.0.0/8'],
	[ipv4, '010.1.2.3'],
	[ipv4, 'fd00::/8'],
	[ipv6, 'fe00::/8'],
	[ipv6, 'fd00::/129'],
	[ipv6, 'fd00::1'],
	[ipv6, 'fd00::1%eth0'],
	[ipv6, '[fd00::1:2]:8443'],
	[ipv6, '[fd00::1:2'],
	[ipv6, '10.0.0.0/8'],
	['https://127.0.0.1.example.com', ''],
	['https://localhost.example.com', ''],
];

suite('which hosts need no proxy', () => {
	for (const [url, list] of excepted) {
		test(`NO_PROXY=${list} excepts ${url}`, () => assert.equal(needsProxy(new URL(url), list), false));
	}
	for (const [url, list] of proxied) {
		test(`NO_PROXY=${list} does not except ${url}`, () => assert.equal(needsProxy(new URL(url), list), true));
	}
});
