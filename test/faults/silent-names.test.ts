import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {suite, test} from 'node:test';
import {organizationId} from '../support/credentials.ts';
import {personalEnvironment} from '../support/environment.ts';
import {nodeUnderTest} from '../support/terminal.ts';
import {place, settingsFolder} from '../support/wizard-terminal.ts';

// A network and mounts of their own, in which there is nothing but loopback.
const apart = ['--mount', '--net', 'sh', '-c'] as const;

const probe = 'mount --bind /etc/hosts /etc/hosts && ip link set lo up';
const isAllowed = spawnSync('unshare', [...apart, probe], {stdio: 'ignore'}).status === 0;
const skip = isAllowed ? false : 'a network of its own is not allowed here';

/** The only name server there: it hears, and never answers. */
const nameServer = `
import dgram from 'node:dgram';
import {writeFileSync} from 'node:fs';
const server = dgram.createSocket('udp4');
server.bind(53, '127.0.0.99', () => writeFileSync(process.argv[2], 'listens'));
`;

const script = `
mount --bind "$FOLDER/resolv.conf" /etc/resolv.conf && ip link set lo up || exit 99
"$NODE" "$FOLDER/server.mjs" "$FOLDER/listens" > "$FOLDER/log" 2>&1 & server=$!
until [ -s "$FOLDER/listens" ]; do sleep 0.05; done
"$NODE" dist/cli.js "$@"; code=$?
kill $server
exit $code
`;

suite('a silent name server keeps neither answer nor process', {skip, concurrency: true}, () => {
	for (const flag of ['--timeout', '--deadline']) {
		test(`longer than ${flag} allows`, async t => {
			const folder = mkdtempSync(join(os.tmpdir(), 'byoo-names-'));
			t.after(() => rmSync(folder, {recursive: true, force: true}));
			writeFileSync(join(folder, 'resolv.conf'), 'nameserver 127.0.0.99\n');
			writeFileSync(join(folder, 'server.mjs'), nameServer);
			const argv = ['list', '--api-url', 'https://api.byoo.invalid', '--org', organizationId, ...place];
			const child = spawn('unshare', [...apart, script, 'sh', ...argv, '--json', flag, '2'], {
				env: personalEnvironment({
					...{FOLDER: folder, NODE: nodeUnderTest, BYOO_CONFIG_DIR: settingsFolder()},
					JUNCTION_MANAGEMENT_KEY: 'mg_waits',
				}),
				stdio: ['ignore', 'pipe', 'inherit'],
			});
			const start = performance.now();
			const answered = once(child.stdout, 'data').then(() => performance.now());
			const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
			const end = performance.now();
			assert.equal(code, 1);
			const {message} = JSON.parse(stdout).error;
			assert.match(
				message,
				flag === '--timeout' ? /^(?:No connection to|The name) / : /^The deadline passed/,
			);
			const answer = await answered;
			assert.ok(end - answer < answer - start, 'it went on for longer than it took to answer');
		});
	}
});
