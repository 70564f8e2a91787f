import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {suite, test} from 'node:test';
import {built, inputsOf, outputs, packageFolders} from './built.ts';
import {root} from './source-files.ts';

type Component = {
	readonly type: string;
	readonly 'bom-ref': string;
	readonly group?: string;
	readonly name: string;
	readonly version: string;
	readonly purl: string;
	readonly hashes?: readonly {readonly alg: string; readonly content: string}[];
	readonly licenses: readonly {readonly license: {readonly id: string}}[];
};

type Bom = {
	readonly bomFormat: string;
	readonly specVersion: string;
	readonly version: number;
	readonly metadata: {readonly component: Component};
	readonly components: readonly Component[];
	readonly dependencies: readonly {readonly ref: string; readonly dependsOn: readonly string[]}[];
};

const text = built('sbom.cdx.json');
const bom: Bom = JSON.parse(text);
const all = [bom.metadata.component, ...bom.components];
const inputs = [...new Set(Object.keys(outputs).flatMap(inputsOf))];
const folders = [...new Set(inputs.flatMap(packageFolders))];
const notices = built('third-party-notices.txt');

suite('the bill of materials', () => {
	test('lists every package of which code is in the bundle, once, and no other', () => {
		const bundled = new Set(folders.map(folder => nameAndVersion(manifestIn(folder))));
		assert.deepEqual(bom.components.map(nameAndVersion).sort(), [...bundled].sort());
	});

	test('lists the packages whose licences are in the notices, under the same licences', () => {
		const listed = bom.components.map(one => `${nameAndVersion(one)} (${one.licenses[0]?.license.id})`);
		assert.deepEqual(listed.sort(), (notices.match(/^\S+ \d+\.\d+\.\d+\S* \(.+\)$/gm) ?? []).sort());
	});

	test('has what CycloneDX asks for, and the program as the main component', () => {
		assert.deepEqual([bom.bomFormat, bom.specVersion, bom.version], ['CycloneDX', '1.6', 1]);
		const {type, ...main} = bom.metadata.component;
		assert.deepEqual([type, nameAndVersion(main)], ['application', nameAndVersion(manifestIn('.'))]);
		for (const component of bom.components) {
			assert.equal(component.type, 'library');
			assert.equal(component['bom-ref'], component.purl);
			// Of SPDX's identifiers, those of which somebody has made sure that their code may be bundled.
			assert.match(component.licenses[0]?.license.id ?? '', /^(0BSD|Apache-2\.0|BSD-[23]-Clause|ISC|MIT)$/);
		}
	});

	test('names every package by a package URL', () => {
		for (const {group, name, version, purl} of all) {
			const parts = /^pkg:npm\/(?:(%40[\w.-]+)\/)?([\w.-]+)@([\w.%-]+)$/.exec(purl) ?? [];
			const decoded = parts.slice(1).map(part => part && decodeURIComponent(part));
			assert.deepEqual(decoded, [group, name, version]);
		}
		assert.equal(new Set(all.map(({purl}) => purl)).size, all.length);
	});

	test('has the hashes of the lockfile', () => {
		const lock: {packages: Record<string, {version: string; integrity?: string}>} = JSON.parse(
			readFileSync(path.join(root, 'package-lock.json'), 'utf8'),
		);
		const locked = Object.entries(lock.packages).map(([folder, {version, integrity}]) => {
			const hash = Buffer.from(integrity?.replace('sha512-', '') ?? '', 'base64').toString('hex');
			return `${folder.replace(/^.*node_modules\//, '')} ${version} SHA-512 ${hash}`;
		});
		for (const component of bom.components) {
			const [{alg, content} = {alg: 'none', content: ''}] = component.hashes ?? [];
			assert.ok(locked.includes(`${nameAndVersion(component)} ${alg} ${content}`), component.purl);
		}
	});

	test('says of every package which it uses, and from the program all can be reached', () => {
		const uses = new Map(bom.dependencies.map(({ref, dependsOn}) => [ref, dependsOn]));
		const reached = new Set([bom.metadata.component['bom-ref']]);
		for (const ref of reached) for (const used of uses.get(ref) ?? []) reached.add(used);
		assert.deepEqual([...reached].sort(), all.map(one => one['bom-ref']).sort());
		assert.deepEqual([...uses.keys()].sort(), [...reached].sort());
	});

	test('tells nothing of where and when it was built', () => {
		assert.deepEqual(text.match(/\w+:\/\/[^"]+/g), ['http://cyclonedx.org/schema/bom-1.6.schema.json']);
		assert.doesNotMatch(text, /node_modules|registry|serialNumber|timestamp/);
		assert.ok(!text.includes(root));
	});
});

suite('the notices', () => {
	test('have every licence and notice that lies beside bundled code or above it', () => {
		for (const file of inputs.flatMap(textsAbove)) {
			assert.ok(notices.includes(readFileSync(path.join(root, file), 'utf8').trim()), file);
		}
	});
});

const nameAndVersion = ({group, name, version}: Pick<Component, 'group' | 'name' | 'version'>): string =>
	`${group === undefined ? '' : `${group}/`}${name} ${version}`;

const manifestIn = (folder: string): Component =>
	JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));

/** The files with a licence in the folders from a bundled file up to its package. */
function textsAbove(input: string): readonly string[] {
	const [top] = packageFolders(input);
	const found: string[] = [];
	for (let folder = path.dirname(input); top && folder.startsWith(top); folder = path.dirname(folder)) {
		const names = readdirSync(path.join(root, folder)).filter(name => licenceName.test(name));
		found.push(...names.map(name => path.join(folder, name)));
	}
	return found;
}

const licenceName = /^(licen[cs]e|notice|copying)(\.(md|txt))?$/i;
