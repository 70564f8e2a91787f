import {apis} from '../api-generation.ts';
import type {Field, FieldId} from '../field.ts';
import {detailName, isDetail} from '../fields.ts';

/** What a value of a document is: a field of the credential, the organization key, or a redirect URI. */
export type Meaning = FieldId | 'organization-key' | 'redirect-uri';

/**
What a name of a document says about its value. A strong name can mean nothing else; a weak one, such as `KEY`, means
it beside its other half alone. `owner` is what stands before it, in lower case: `strava` in `STRAVA_CLIENT_ID`.
*/
export type NameReading = {
	readonly meaning: Meaning;
	readonly isStrong: boolean;
	readonly owner: readonly string[];
};

type Ending = {readonly words: string; readonly meaning: Meaning; readonly isStrong: boolean};

const endings = (meaning: Meaning, isStrong: boolean, words: readonly string[]): readonly Ending[] =>
	words.map(each => ({words: each, meaning, isStrong}));

/** How names end that mean one of our fields, the longer before what they end with. */
const knownEndings: readonly Ending[] = [
	...endings('client-secret', true, [
		'client secret',
		'consumer secret',
		'application secret',
		'app secret',
		'clientsecret',
		'consumersecret',
		'appsecret',
	]),
	...endings('client-id', true, [
		'client id',
		'client identifier',
		'consumer key',
		'application id',
		'app id',
		'clientid',
		'consumerkey',
		'appid',
	]),
	...endings('redirect-uri', true, [
		...['redirect uri', 'redirect uris', 'redirect url', 'redirect urls', 'redirecturi', 'redirecturis'],
		...['callback url', 'callback urls', 'callback uri', 'callback uris', 'redirecturl', 'callbackurl'],
	]),
	...endings('organization-key', true, ['management key', 'org key', 'organization key']),
	...endings('client-secret', false, ['secret key', 'api secret', 'secret', 'credential', 'password']),
	...endings('client-id', false, ['api key', 'key', 'id', 'username']),
];

/** The names of the two halves that can mean nothing else, whatever holds their words together, for a pattern. */
export const strongNames = knownEndings
	.filter(({meaning, isStrong}) => isStrong && (meaning === 'client-id' || meaning === 'client-secret'))
	.map(({words}) => words.replaceAll(' ', '[ _.-]?'))
	.join('|');

/** Words before a weak ending which make it mean something else: a webhook's secret, the ID of a project. */
const strangers = new Set(
	[
		'webhook webhooks signature signing session cookie jwt encryption private public refresh access verify token',
		'project tenant user account team org organization item vault database db csrf service aws azure request lease',
	].flatMap(words => words.split(' ')),
);

const longest = 100;

/** The words of a name in lower case, whatever holds them together: `STRAVA_CLIENT_ID`, `clientId`, `Client ID (web)`. */
export const wordsOfName = (name: string): readonly string[] =>
	name
		.slice(0, longest)
		.replace(/\([^()]*\)/g, ' ')
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.replace('e-mail', 'email')
		.split(/[^a-z0-9]+/)
		.filter(word => word !== '');

/** What a name means, or nothing where it means none of ours. `details` are the fields that the provider asks for. */
export function readName(name: string, details: readonly Field[] = []): NameReading | undefined {
	if (name.length > longest) return undefined;
	const words = wordsOfName(name);
	const detail = details.find(field => isDetail(field) && isNamed(field, words));
	if (detail) return {meaning: detail.id, isStrong: true, owner: words};
	if (isKeyVariable(words)) return {meaning: 'organization-key', isStrong: true, owner: []};
	const ending = knownEndings.find(candidate => endsWith(words, candidate.words.split(' ')));
	if (!ending) return undefined;
	const {meaning, isStrong} = ending;
	const owner = words.slice(0, words.length - ending.words.split(' ').length);
	return isStrong || !strangers.has(owner.at(-1) ?? '') ? {meaning, isStrong, owner} : undefined;
}

const endsWith = (words: readonly string[], ending: readonly string[]): boolean => {
	const start = words.length - ending.length;
	return start >= 0 && ending.every((word, index) => words[start + index] === word);
};

/** Whether it has all words of the detail's own name in their order, the last one last. */
function isNamed(field: Field, words: readonly string[]): boolean {
	if (field.kind !== 'text' && field.kind !== 'secret') return false;
	const wanted = wordsOfName(detailName(field).split('.').at(-1) ?? '');
	if (wanted.length === 0 || words.at(-1) !== wanted.at(-1)) return false;
	let next = 0;
	for (const word of words) if (word === wanted[next]) next += 1;
	return next === wanted.length;
}

const keyVariables = new Set(apis.map(({keyVariable}) => keyVariable.toLowerCase()));

const isKeyVariable = (words: readonly string[]): boolean => keyVariables.has(words.join('_'));

const lastWords = new Set(
	'id secret key token password credential uri uris url urls number email user name'.split(' '),
);

/** Whether a text before an equals sign is a name of a value, and not a part of one. */
export function isValueName(name: string): boolean {
	if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name) || name.length > longest) return false;
	if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name)) return true;
	return isPlainName(name) && lastWords.has(wordsOfName(name).at(-1) ?? '');
}

/** Written in one of the ways in which names are: words of one case, or in the camel's. */
const isPlainName = (name: string): boolean =>
	/^(?:[a-z]+(?:[_.-][a-z0-9]+)*|[A-Z]+(?:[_.-][A-Z0-9]+)*|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*(?:ID|URI|URL)?)$/.test(
		name,
	);

/** A label, and behind it with nothing but white space or a dash the value, which has none in it. */
export const spacedLabel = /^(([A-Za-z][\w ]{1,40}?)[ \t]+(?:[-–—→>]+[ \t]+)?)\S+$/;
