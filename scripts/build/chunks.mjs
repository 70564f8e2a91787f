import path from 'node:path';

/** What answers `--help`, which is as small as what comes before it. */
const help = 'source/commands/flags/help-text.ts';
/** What the wizard has loaded when it draws its first frame, beside the entry. */
const firstFrame = ['source/commands/wizard.ts', 'source/ui/run.tsx'];

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
		groups ??= groupsIn(
			graphOf(context),
			[entry, help].map(file => path.join(root, file)),
			firstFrame.map(file => path.join(root, file)),
		);
		return groups.find(({ids}) => ids.has(id))?.name;
	};
}

function groupsIn(graph, start, first) {
	const main = graph.closure(start);
	const frame = graph.closure(first);
	const elsewhere = graph.closure(graph.loadedLater(start).filter(id => !frame.has(id)));
	const isShared = id => elsewhere.has(id);
	return [
		{name: 'main', ids: main},
		{name: 'base', ids: new Set([...frame].filter(isShared))},
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
		closure: roots => reached(roots, ({importedIds}) => importedIds),
		/** What `import()` names, in all that they ever lead to. */
		loadedLater(roots) {
			const all = reached(roots, one => [...one.importedIds, ...one.dynamicallyImportedIds]);
			return [...all].flatMap(id => infoOf(id).dynamicallyImportedIds);
		},
	};
}
