import {type Context, type Finding, foundAt, foundIf, identifiers, type Kind} from '../kind.ts';
import {isSecretRole} from '../role.ts';
import {
	beginsLikeTeamKey,
	isKnownClientSecret,
	isOrganizationKey,
	isTeamKey,
	masked,
	placesOf,
} from '../shapes.ts';

// What a value is as a whole, or lacks. Only a person has the right one, so nothing is repaired.

/** What stands for a value that another program was to put in its place. */
const references: readonly RegExp[] = [
	/^\$[A-Za-z_]\w*$/, // shells
	/^\$\{.*\}$/s, // shells, Compose, and `${{ secrets.X }}` of GitHub's workflows
	/^\$\(.*\)$/s,
	/^\$env:\w+$/i, // PowerShell
	/^%\w+%$/, // Windows
	/^\{\{.*\}\}$/s, // templates
	/^<%.*%>$/s,
	/^#\{.*\}$/s,
	/^(?:op|secretref|ref\+[a-z0-9]+|gcpsm|awssm|ssm|keyring|bws|pass|infisical|doppler):\/\/./i,
	/^arn:aws[a-z-]*:/,
	/^vault:./,
	/^ENC\[.*\]?$/s, // sops, hiera
	/^!(?:vault|secret|env)\b/i,
	/^@Microsoft\.KeyVault\(/,
	/^projects\/[^/]+\/secrets\/./,
	/^(?:process\.env|import\.meta\.env|os\.environ|ENV)[.[]/,
];

/** Whether it stands for a value that is somewhere else. */
export const isReference = (text: string): boolean => references.some(pattern => pattern.test(text));

/** What programs print where there is no value, and what examples have in its place. Whole values, in any case. */
const words: readonly RegExp[] = [
	/^(?:undefined|null|nil|none|nan|void|true|false|unset|empty|n\/a|todo|tbd|fixme)$/,
	/^\[?object \w+\]?$/,
	/^[[<{(]*(?:change[-_ ]?(?:me|it)|replace[-_ ]?(?:me|this)?|fill[-_ ]?me[-_ ]?in|placeholder|redacted|hidden|masked|removed|sensitive|not[-_ ]?set)[)}>\]]*$/,
	/^[[<{(]*(?:(?:your|my|the|insert|enter|paste|put|example|sample|test|dummy)[-_ ]?)?(?:(?:oauth2?|client|consumer|app|application|api|org|organi[sz]ation|management)[-_ ]?)*(?:id|secret|key|token)(?:[-_ ]?(?:here|value|goes[-_ ]?here))?[)}>\]]*$/,
	/^[[{<(]*x{3,}[)}>\]]*$/,
	/^use 'op item/,
	/^\[use 'op item/,
];

const longestWord = 100;

/** Three words and more: an error message, a sentence out of a chat. */
export const readsAsWords = (text: string): boolean =>
	/^["'[(]?[A-Za-z][A-Za-z'’-]*[:,]? \S+ \S/.test(text) || /^(?:error|fatal|warning|usage)\b[: ]/i.test(text);

const isProgramWord = (text: string): boolean =>
	readsAsWords(text) ||
	(text.length <= longestWord && words.some(pattern => pattern.test(text.toLowerCase())));

/** A second name inside: a query, a line of a table, JSON. */
const secondName = /[&;,?|\s"'](?:client|consumer|app)[-_ ]?(?:id|secret|key)["']?\s*[=:]/i;

const sameAsOther = (text: string, {others = []}: Context): Finding | undefined => {
	const other = others.find(({value}) => value.reveal().trim() === text);
	return other && {title: other.title};
};

const foundIn = (index: number): Finding | undefined => (index === -1 ? undefined : {index});

const shortestWithin = 12;

/** A secret that was given for another field, as a part of an address or of a text that is shown. */
function secretWithin(text: string, {others = []}: Context): Finding | undefined {
	const secrets = others.filter(({isSecret}) => isSecret).map(({value}) => value.reveal().trim());
	const secret = secrets.find(one => one.length >= shortestWithin && one !== text && text.includes(one));
	return secret === undefined ? undefined : foundIn(text.indexOf(secret));
}

/** A key that is the whole value, or stands in one that is shown. */
const keyElsewhere =
	(isKey: (text: string) => boolean, placeIn: (text: string) => number): Kind['find'] =>
	(text, {role}) => {
		if (role === 'key') return undefined;
		return isKey(text) ? {} : isSecretRole(role) ? undefined : foundIn(placeIn(text));
	};

/** What is clearly a client secret, or has the shape of this provider's and not the one that is usual here. */
function clientSecret(text: string, context: Context): Finding | undefined {
	const {role, secretShape, expectation} = context;
	if (role === 'client-secret') return undefined;
	if (isKnownClientSecret(text)) return {};
	const within = isSecretRole(role)
		? undefined
		: (secretWithin(text, context) ?? foundIn(placesOf.clientSecret(text)));
	if (within) return within;
	const isUsual = expectation === undefined || expectation.pattern.test(text);
	return foundIf(!isSecretRole(role) && !isUsual && secretShape?.test(text) === true);
}

const unusual = (text: string, {expectation}: Context): Finding | undefined =>
	foundIf(expectation !== undefined && !expectation.pattern.test(text));

export const wholeKinds = [
	{code: 'several-values', severity: 'ask', roles: identifiers, find: text => foundAt(text, secondName)},
	{code: 'masked', severity: 'ask', find: text => foundAt(text, masked)},
	{
		code: 'reference',
		severity: 'ask',
		find: text => foundIf(isReference(text)),
	},
	{code: 'program-word', severity: 'ask', find: text => foundIf(isProgramWord(text))},
	{code: 'team-key', severity: 'ask', roles: ['key'], find: text => foundIf(beginsLikeTeamKey(text))},
	{
		code: 'team-key-elsewhere',
		severity: 'ask',
		find: keyElsewhere(isTeamKey, placesOf.teamKey),
	},
	{
		code: 'organization-key-elsewhere',
		severity: 'ask',
		find: keyElsewhere(isOrganizationKey, placesOf.organizationKey),
	},
	{code: 'client-secret-elsewhere', severity: 'ask', find: clientSecret},
	{code: 'same-as-other', severity: 'ask', roles: identifiers, find: sameAsOther},
] as const satisfies readonly Kind[];

/** Said, and never asked: a provider may change its formats any day. */
export const noteKinds = [
	{code: 'unusual-shape', severity: 'note', find: unusual},
] as const satisfies readonly Kind[];
