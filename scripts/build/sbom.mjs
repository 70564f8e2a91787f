import {packageFolder} from './bundled-packages.mjs';

/**
What the bundle is made of, as a CycloneDX document (version 1.6): the program as the main component, the packages as
`bundledPackages` gives them as the others, and which of them uses which. Made of nothing that differs between two
builds of the same commit, so it has neither a serial number nor a time.

`manifest` is the program's own package.json; `metafile` is esbuild's.
*/
export const sbomOf = ({manifest, packages, metafile}) => ({
	$schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
	bomFormat: 'CycloneDX',
	specVersion: '1.6',
	version: 1,
	metadata: {
		lifecycles: [{phase: 'build'}],
		component: component('application', manifest),
	},
	components: packages.map(one => component('library', one)),
	dependencies: dependencies({manifest, packages, metafile}),
});

function component(type, {name, version, license, integrity}) {
	const [, group, base] = /^(?:(@[^/]+)\/)?(.+)$/.exec(name);
	const purl = purlOf({name, version});
	return {
		type,
		'bom-ref': purl,
		...(group ? {group} : {}),
		name: base,
		version,
		...hashesOf(integrity),
		licenses: [{license: {id: license}}],
		purl,
	};
}

/** As the package URL specification writes npm's packages: `pkg:npm/%40scope/name@1.2.3`. */
const purlOf = ({name, version}) =>
	`pkg:npm/${name.split('/').map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`;

/** The lockfile has base64, CycloneDX wants hexadecimal. It is the hash of what the registry serves. */
function hashesOf(integrity) {
	const [, base64] = /^sha512-(\S+)$/.exec(integrity ?? '') ?? [];
	return base64 ? {hashes: [{alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex')}]} : {};
}

/** Which package's code imports whose, the program's first. What the build itself puts in belongs to the program. */
function dependencies({manifest, packages, metafile}) {
	const uses = new Map([manifest, ...packages].map(one => [purlOf(one), new Set()]));
	const owners = new Map(packages.flatMap(one => one.folders.map(folder => [folder, purlOf(one)])));
	const ownerOf = file => owners.get(packageFolder(file));
	for (const [file, {imports}] of Object.entries(metafile.inputs)) {
		const from = packageFolder(file) ? ownerOf(file) : purlOf(manifest);
		for (const to of imports.filter(({external}) => !external).map(({path}) => ownerOf(path))) {
			if (from && to && from !== to) uses.get(from).add(to);
		}
	}
	return Array.from(uses, ([ref, used]) => ({ref, dependsOn: [...used].sort()}));
}
