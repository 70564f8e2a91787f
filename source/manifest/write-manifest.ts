import {Document, isMap, isScalar, isSeq, Scalar, visit} from 'yaml';
import type {PlacedCredential} from '../domain/credential.ts';
import {inertJson, inertYaml} from '../domain/inert.ts';
import {findProvider, isSlug} from '../domain/providers/find-providers.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {clean, visible} from '../domain/text.ts';
import {unseen} from '../domain/values/signs.ts';
import {entryOf, type ManifestEntry} from './manifest-entry.ts';
import {movedEntryOf, movedTo} from './moved-entry.ts';
import {rowIdentity} from './reading.ts';
import {secretNames} from './secret-names.ts';

export type WrittenManifest = {
	readonly text: string;
	/** The environment variables that the manifest takes its secrets from. */
	readonly variables: readonly string[];
	/** The IDs of credentials that no row can name, and that are not in the manifest. */
	readonly leftOut: readonly string[];
};

/** That the manifest is for another provider than what is stored, and what to know about it, a line each. */
export type Moving = {readonly to: Provider; readonly heading: readonly string[]};

/**
A manifest of what is stored, which `readManifest` takes; where it is to move to another provider, once the placeholders
are filled in. Secrets cannot be read back: each is a reference to a
variable that is still to be set. What cannot be written is named in a comment (in YAML) and so kept as it is.
*/
export function writeManifest(
	organizationId: string,
	credentials: readonly PlacedCredential[],
	format: 'yaml' | 'json',
	moving?: Moving,
): WrittenManifest {
	const {rows, leftOut} = divided(credentials.toSorted(inOrder));
	const names = secretNames(rows);
	const entries = rows.map(placed => {
		if (!moving) return {placed, ...entryOf(placed, names)};
		const moved = movedTo(placed, moving.to);
		return {placed: moved, ...movedEntryOf(moved, moving.to, names)};
	});
	const data = {version: 1, org: organizationId, credentials: entries.map(({row}) => row)};
	const heading = [
		...(moving?.heading ?? []),
		...(leftOut.length > 0
			? [`Left out, since no row of a manifest can name them: ${leftOut.join(', ')}`]
			: []),
	];
	const text =
		format === 'json' ? `${inertJson(JSON.stringify(data, null, 2))}\n` : yamlOf(data, entries, heading);
	return {text, variables: names.names(), leftOut};
}

/** What can be a row of its own, and the IDs of the rest: of two for one target, the later is left out. */
function divided(credentials: readonly PlacedCredential[]) {
	const rows: PlacedCredential[] = [];
	const leftOut: string[] = [];
	const targets = new Set<string>();
	for (const placed of credentials) {
		const {id, teamId, provider} = placed.stored;
		const target = rowIdentity(teamId, placed.place, provider);
		const isNamed = teamId !== '' && teamId.trim() === teamId && (findProvider(provider) || isSlug(provider));
		if (isNamed && !targets.has(target)) rows.push(placed);
		else leftOut.push(visible(id, 100));
		targets.add(target);
	}
	return {rows, leftOut};
}

function inOrder(a: PlacedCredential, b: PlacedCredential): number {
	const [one = '', other = ''] = [a, b].map(({place, stored, teamName = ''}) => {
		const {teamId, provider, id} = stored;
		const first = place.environment === 'sandbox' ? 0 : 1;
		return [first, place.region, teamName, teamId, provider, id].join('\n');
	});
	if (one === other) return 0;
	return one < other ? -1 : 1;
}

function yamlOf(
	data: object,
	entries: readonly (ManifestEntry & {readonly placed: PlacedCredential})[],
	heading: readonly string[],
): string {
	const document = new Document(data, {aliasDuplicateObjects: false});
	visit(document, {
		Scalar(_, node) {
			const {value} = node;
			// Without quotes, << would merge what follows it.
			const needsQuotes = typeof value === 'string' && (value === '<<' || value.search(unseen) !== -1);
			if (needsQuotes) node.type = Scalar.QUOTE_DOUBLE;
		},
		// References read best on one line.
		Map(_, node) {
			const [only] = node.items.length === 1 ? node.items : [];
			if (only && isScalar(only.key) && only.key.value === 'env') node.flow = true;
		},
	});
	if (heading.length > 0) document.commentBefore = heading.map(line => ` ${line}`).join('\n');
	const rows = document.get('credentials');
	if (isSeq(rows)) {
		for (const [index, {placed, left}] of entries.entries()) {
			const row = rows.items[index];
			if (isMap(row)) comment(row, placed, left);
		}
	}
	return inertYaml(document.toString({lineWidth: 0}));
}

/** What a person should know about a row: whose it is, and what is not in it. */
function comment(
	row: {get: (key: string, keepsNode: true) => unknown; commentBefore?: string | null},
	{teamName = '', stored}: PlacedCredential,
	left: readonly string[],
): void {
	const team = row.get('team', true);
	const name = clean(teamName);
	if (name !== '' && isScalar(team)) team.comment = ` ${name}`;
	const notes = [
		...(left.length > 0
			? [` Left out, and so kept as stored: ${left.map(path => visible(path, 100)).join(', ')}`]
			: []),
		...(findProvider(stored.provider) ? [] : [' This provider needs --allow-unknown-provider']),
	];
	const secret = row.get('provider', true);
	if (notes.length > 0 && isScalar(secret)) secret.comment = notes.join(';');
}
