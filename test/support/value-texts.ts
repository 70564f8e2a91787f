import fc from 'fast-check';
import type {DoubtCode} from '../../source/domain/values/kinds.ts';

// Texts as people hold them in their hands, made from kinds. Every value in them is made up.

/** What is done to a value on its way here, with what is to be said of the result. */
export type Dressing = {
	readonly of: (value: string) => string;
	readonly code: DoubtCode;
	/** Whether the value is got back. Where it is not, only a person can give it. */
	readonly isUndone: boolean;
};

const undone = (code: DoubtCode, of: Dressing['of']): Dressing => ({of, code, isUndone: true});
const lost = (code: DoubtCode, of: Dressing['of']): Dressing => ({of, code, isUndone: false});

const inserted = (sign: string) => (value: string) => `${value.slice(0, 3)}${sign}${value.slice(3)}`;

/** The same for identifiers and secrets of every role. */
export const dressings: Readonly<Record<string, Dressing>> = {
	'spaces around': undone('edge-space', value => `  ${value} `),
	'a tab before': undone('edge-space', value => `\t${value}`),
	'two final line breaks': undone('edge-space', value => `${value}\n\n`),
	'no-break spaces around': undone('edge-space', value => `\u00a0${value}\u00a0`),
	'a byte order mark': undone('edge-space', value => `\ufeff${value}`),
	'marks of a paste': undone('paste-marks', value => `[200~${value}[201~`),
	'marks of a paste without brackets': undone('paste-marks', value => `0~${value}1~`),
	'the mark of a begun paste': undone('paste-marks', value => `200~${value}`),
	'the paste key': undone('paste-key', value => `^V${value}`),
	'the option of an echo that has none': undone('echo-option', value => `-n ${value}`),
	'Bearer before it': undone('authorization', value => `Bearer ${value}`),
	'a whole header': undone('authorization', value => `Authorization: Basic ${value}`),
	'a name before it': undone('name-before', value => `CLIENT_ID=${value}`),
	'a name of a shell': undone('name-before', value => `export STRAVA_CLIENT_SECRET=${value}`),
	'a name of cmd': undone('name-before', value => `set CLIENT_ID=${value}`),
	'a name of PowerShell': undone('name-before', value => `$env:API_KEY = ${value}`),
	'a name of YAML': undone('name-before', value => `client_secret: ${value}`),
	'a label': undone('name-before', value => `Client ID: ${value}`),
	'a name of camels': undone('name-before', value => `clientSecret=${value}`),
	'a name of JSON': undone('name-before', value => `"clientId": ${value}`),
	'a name of an option': undone('name-before', value => `--client-id=${value}`),
	'a name of a header': undone('name-before', value => `X-Management-Key: ${value}`),
	'escaped quotes': undone('quotes', value => `\\"${value}\\"`),
	'a tag': undone('angle-brackets', value => `<code class="id">${value}</code>`),
	'a space of HTML': undone('html-escape', value => `${value}&nbsp;`),
	'a numbered escape of HTML': undone('html-escape', value => `&#x200B;${value}`),
	'double quotes': undone('quotes', value => `"${value}"`),
	'single quotes': undone('quotes', value => `'${value}'`),
	backticks: undone('quotes', value => `\`${value}\``),
	'curly quotes': undone('quotes', value => `“${value}”`),
	'German quotes': undone('quotes', value => `„${value}“`),
	guillemets: undone('quotes', value => `«${value}»`),
	'angle brackets': undone('angle-brackets', value => `<${value}>`),
	'a list of JSON': undone('json-marks', value => `["${value}"]`),
	'an object of JSON': undone('json-marks', value => `{"key": "${value}"}`),
	'bold of Markdown': undone('markdown-marks', value => `**${value}**`),
	'a code block': undone('quotes', value => `\`\`\`\n${value}\n\`\`\``),
	'a point of a list': undone('markdown-marks', value => `- ${value}`),
	'a cell of a table': undone('markdown-marks', value => `| ${value} |`),
	'a final full stop': undone('final-punctuation', value => `${value}.`),
	'a final comma': undone('final-punctuation', value => `${value},`),
	'a final semicolon': undone('final-punctuation', value => `${value};`),
	'a zero-width space': undone('invisible-character', inserted('\u200b')),
	'a soft hyphen': undone('invisible-character', inserted('\u00ad')),
	'a word joiner at the end': undone('invisible-character', value => `${value}\u2060`),
	'a bidirectional override': undone('invisible-character', inserted('\u202e')),
	'a literal line break': undone('backslash-escape', value => `${value}\\n`),
	'a literal carriage return': undone('backslash-escape', value => `${value}\\r\\n`),
	'an escape of Unicode': undone('backslash-escape', value => `\\u${hex(value, 4)}${value.slice(1)}`),
	'an escaped quote of HTML': undone('html-escape', value => `&quot;${value}&quot;`),
	'colours of a terminal': undone('control-character', value => `\u001b[32m${value}\u001b[0m`),
	'NULs of UTF-16': undone('control-character', value => Array.from(value, sign => `${sign}\0`).join('')),
	'a final line break': undone('final-line-break', value => `${value}\n`),
	'a final line break of Windows': undone('final-line-break', value => `${value}\r\n`),

	'stars in the middle': lost('masked', inserted('****')),
	'dots of a dashboard': lost('masked', value => `${'•'.repeat(12)}${value.slice(-4)}`),
	'an ellipsis': lost('masked', value => `${value.slice(0, 6)}…`),
	'three final dots': lost('masked', value => `${value.slice(0, 6)}...`),
	'a Greek letter': lost('other-character', inserted('ο')),
	'a Cyrillic letter': lost('other-character', inserted('а')),
	'an accent': lost('other-character', inserted('é')),
	'an emoji': lost('other-character', inserted('🔑')),
	'a space inside': lost('inner-space', inserted(' ')),
	'a no-break space inside': lost('inner-space', inserted('\u00a0')),
	'a tab inside': lost('inner-space', inserted('\t')),
	'another value below': lost('several-lines', value => `${value.slice(0, 5)}\n${value}`),
	'a query': lost('several-values', value => `x1${value}&client_secret=${value}`),
	'a backspace': lost('control-character', inserted('\b')),
	'half of a surrogate pair': lost('lone-surrogate', inserted('\ud83d')),
	'a replacement character': lost('lost-character', inserted('\ufffd')),
};

const hex = (value: string, width: number): string => value.charCodeAt(0).toString(16).padStart(width, '0');

/** What stands in place of a value. It is the same whatever the role, but for addresses, of which it is none. */
export const stands: Readonly<Record<string, DoubtCode>> = {
	// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the references are what is looked at
	'${STRAVA_ID}': 'reference',
	'${{ secrets.STRAVA_ID }}': 'reference',
	// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the end of them
	$STRAVA_ID: 'reference',
	'$(pass strava/id)': 'reference',
	'$env:STRAVA_ID': 'reference',
	'%STRAVA_ID%': 'reference',
	'{{strava_id}}': 'reference',
	'{{ .Values.strava.id }}': 'reference',
	'op://vault/strava/client-id': 'reference',
	'arn:aws:secretsmanager:us-east-1:123456789012:secret:strava': 'reference',
	'vault:secret/data/strava#id': 'reference',
	'ENC[AES256_GCM,data:abc,iv:def,tag:ghi,type:str]': 'reference',
	'projects/1/secrets/strava/versions/1': 'reference',
	'process.env.STRAVA_ID': 'reference',
	undefined: 'program-word',
	null: 'program-word',
	None: 'program-word',
	NaN: 'program-word',
	'[object Object]': 'program-word',
	changeme: 'program-word',
	'CHANGE-ME': 'program-word',
	'your-client-id': 'program-word',
	YOUR_CLIENT_SECRET_HERE: 'program-word',
	'<client id>': 'program-word',
	'[redacted]': 'program-word',
	xxxxxxxx: 'program-word',
	'error: secret not found': 'program-word',
	'Command failed: see the log': 'program-word',
	"[use 'op item get abc --reveal' to reveal]": 'program-word',
	'********': 'masked',
	'••••••••': 'masked',
	'': 'empty',
	' ': 'empty',
	'\n': 'empty',
	'""': 'empty',
	'^V': 'empty',
};

/** Signs that are clean wherever they are inside of a value, and those that are clean at its edges too. */
export const innerSigns = [...'$!\'"\\#%+/=*-_.,;:~^&?@()[]{}<>|`'] as const;
const edgeSigns = [...'!#%+/=*-_~^@'] as const;

// A letter that begins no escape, then a digit, so that chance makes no word, no name and no entity.
const part = fc.stringMatching(/^[kmwxyz][0-9][A-Za-z0-9]{1,6}$/);

/** A value that nothing is to be said of: printable ASCII of all kinds. */
export const cleanValue: fc.Arbitrary<string> = fc
	.tuple(
		fc.constantFrom('', ...edgeSigns),
		part,
		fc.array(fc.tuple(fc.constantFrom(...innerSigns), part), {maxLength: 8}),
		fc.constantFrom('', ...edgeSigns),
	)
	.map(([start, first, rest, end]) => `${start}${first}${rest.flat().join('')}${end}`)
	// The name of a variable of Windows, which chance makes now and then.
	.filter(text => !/^%\w+%$/.test(text));

/** Plain enough to be dressed in anything. */
export const plainValues = ['k7Wq3xZ9mP2v', '4815162342', '0f8b2c4e-1d3a-4b5c-8e7f-9a0b1c2d3e4f'] as const;

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const googleId = /^[0-9]{8,12}-[0-9a-z]{32}\.apps\.googleusercontent\.com$/;
const googleSecret = /^(?:GOCSPX-[A-Za-z0-9_-]{28}|[A-Za-z0-9_-]{24})$/;
const urlSafe = /^[A-Za-z0-9_-]{43}$/;
const name = /^[a-z]{3,9}-[a-z]{3,9}-[a-z0-9]{3,6}$/;
const token = /^[A-Za-z0-9]{20,64}$/;

/** What each provider hands out, ID and secret, as far as that is known; a token or a name where it is not. */
export const providerShapes: Readonly<Record<string, readonly [id: RegExp, secret: RegExp]>> = {
	strava: [/^[1-9][0-9]{0,9}$/, /^[0-9a-f]{40}$/],
	whoop_v2: [uuid, /^[0-9a-f]{64}$/],
	google_health: [googleId, googleSecret],
	google_fit: [googleId, googleSecret],
	fitbit: [/^[0-9A-Z]{6}$/, /^[0-9a-f]{32}$/],
	oura: [/^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[A-Z0-9]{16})$/, token],
	garmin: [uuid, token],
	withings: [/^[0-9a-f]{64}$/, /^[0-9a-f]{64}$/],
	polar: [uuid, uuid],
	dexcom_v3: [/^[A-Za-z0-9]{32}$/, /^[A-Za-z0-9]{16}$/],
	wahoo: [urlSafe, urlSafe],
	ultrahuman: [urlSafe, urlSafe],
	cronometer: [token, token],
	omron: [name, /^[0-9a-f]{64}$/],
	my_fitness_pal_v2: [name, token],
	map_my_fitness: [token, token],
};
