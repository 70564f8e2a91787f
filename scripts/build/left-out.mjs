const importer = /node_modules[\\/]conf[\\/]/;
const leftOut = ['ajv/dist/2020.js', 'ajv-formats', 'semver'];
const virtual = '\0left-out:';

const stub = name => `
const leftOut = () => {
	throw new Error('${name} is not part of the bundle');
};
export {leftOut as Ajv2020, leftOut as default};
`;

/**
What `conf` loads for options that nobody here gives, which is three quarters of its code: a schema (ajv) and migrations
(semver). In their place is what throws when it is called. Stops the build where conf no longer asks for one of them.
*/
export function leftOutOfConf() {
	const asked = new Set();
	return {
		name: 'left-out-of-conf',
		resolveId: {
			filter: {id: /^(ajv|semver)/},
			handler(source, from) {
				if (!importer.test(from ?? '') || !leftOut.includes(source)) return null;
				asked.add(source);
				return `${virtual}${source}`;
			},
		},
		load: {
			filter: {id: /^\0left-out:/},
			handler: id => ({code: stub(id.slice(virtual.length)), moduleType: 'js'}),
		},
		buildEnd(error) {
			const isBundled = !error && [...this.getModuleIds()].some(id => importer.test(id));
			const missing = leftOut.filter(name => !asked.has(name));
			if (isBundled && missing.length > 0) throw new Error(`conf no longer loads ${missing.join(', ')}`);
		},
	};
}
