import path from 'node:path';

/** What answers `--help`, which is as small as what comes before it. */
const help = 'source/commands/flags/help-text.ts';
/** What the wizard has loaded when it draws its first frame, beside the entry. */
const firstFrame = ['source/commands/wizard.ts', 'source/ui/run.tsx'];
/** What other commands begin with. */
const others = ['for-credentials', 'for-manifests', 'demo-server'].map(name => `source/commands/${name}.ts`);

/**
Which file of the bundle a module belongs to, as a name for the bundler's groups. Left to itself it makes a file of
whatever the same imports share, and the wizard had to read 39 of them before it could draw.

- `main`: what is loaded before the command is known, and for `--help`,
- `base`: of what the first frame needs, all that other commands use too,
- `screen`: the rest of it, React and Ink among it.

Everything else is left to the bundler: undefined. `root` is absolute, `entry` relative to it.
*/
export function chunkNames(root, entry) {
	let groups;
	return (id, context) => {
		groups ??= groupsIn(graphOf(context), file => path.join(root, file), entry);
		return groups.find(({ids}) => ids.has(id))?.name;
	};
}

function groupsIn({loaded, everLoaded}, at, entry) {
	const frame = loaded(firstFrame.map(at));
	const elsewhere = everLoaded(others.map(at));
	return [
		{name: 'main', ids: loaded([entry, help].map(at))},
		{name: 'base', ids: new Set([...frame].filter(id => elsewhere.has(id)))},
		{name: 'screen', ids: frame},
	];
}

function graphOf(context) {
	const infoOf = id => context.getModuleInfo(id) ?? {importedIds: [], dynamicallyImportedIds: []};
	const reached = (roots, next) => {
		const ids = new Set(roots);
		for (const id of ids) for (const other of next(infoOf(id))) ids.add(other);
		return ids;
	};
	return {
		/** The modules and all that comes with them. */
		loaded: roots => reached(roots, ({importedIds}) => importedIds),
		/** And all that they may load later. */
		everLoaded: roots =>
			reached(roots, ({importedIds, dynamicallyImportedIds}) => [...importedIds, ...dynamicallyImportedIds]),
	};
}
