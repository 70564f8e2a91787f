import {isOpen} from '../domain/body/show.ts';
import {placed} from '../domain/body/walk.ts';
import type {BodyObject} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import {detailName, fieldsOf} from '../domain/fields.ts';
import {lifecycleOn} from '../domain/providers/dates.ts';
import {findProvider} from '../domain/providers/find-providers.ts';
import type {Activation, Lifecycle, Programme, Provider} from '../domain/providers/provider.ts';
import {type DatedOptions, unpainted} from './paint.ts';
import {stepTitles} from './portal-json.ts';
import {dateLines} from './provider-dates.ts';
import {ownOAuthWords} from './provider-table.ts';
import {prose} from './wrapping.ts';

/** All that a person needs before a provider is set: whether it applies, where to go, what will be asked. */
export function providerLines(
	provider: Provider,
	{now, width, isPlain, paint = unpainted}: DatedOptions,
): readonly string[] {
	const room = isPlain ? Number.POSITIVE_INFINITY : width;
	const tinted = isPlain ? unpainted : paint;
	const section = (title: string, lines: readonly string[]): readonly string[] =>
		lines.length === 0
			? []
			: ['', tinted(title, 'strong'), ...lines.flatMap(line => prose(line, room, indentOf(line)))];
	return [
		...prose(`${provider.name} (${provider.slug})`, room, '  ').map(line => tinted(line, 'strong')),
		...factsOf(provider, now).flatMap(line => prose(line, room, '  ')),
		...section('Dates', dateLines(provider, now)),
		...section('At its portal', numbered(stepTitles(provider))),
		...(provider.ownOAuth === 'no'
			? []
			: [
					...section('Fields', fieldsOf(provider).flatMap(fieldLines)),
					...section('A details file', detailsExample(provider)),
					...section('After it is saved', activationLines(provider.activation)),
				]),
	];
}

/** What `--details-file` takes, with words in place of the values. */
function detailsExample({details}: Provider): readonly string[] {
	if (details.length === 0) return [];
	const values = {text: '…', url: 'https://…', secret: '…', 'yes-no': true, list: ['…'], json: {}} as const;
	const example = details.reduce<BodyObject>(
		(object, {path, kind}) => placed(object, path.slice(1), values[kind]),
		{},
	);
	return [JSON.stringify(example)];
}

/** Lines that go on below the text of the first one. */
const indentOf = (line: string): string =>
	(/^ *• /.exec(line) ?? /^ */.exec(line))?.[0].replace('•', ' ') ?? '';

const numbered = (lines: readonly string[]): readonly string[] =>
	lines.map((line, index) => `${index + 1}. ${line}`);

const bulleted = (lines: readonly string[]): readonly string[] => lines.map(line => `• ${line}`);

function factsOf(provider: Provider, today: Date): readonly string[] {
	const facts: readonly (readonly [string, string | undefined])[] = [
		['Also known as', provider.aliases.join(', ') || undefined],
		['Own application', ownOAuthOf(provider)],
		['Programme', provider.programme && programmeWords(provider.programme)],
		['Lifecycle', lifecycleWords(lifecycleOn(provider, today))],
		['Portal', provider.portalUrl],
		['Documentation', provider.docsUrl],
		['Starting limit', provider.startingLimit],
		['Sandbox and production', provider.separateEnvironments],
		['Redirect URL override', provider.needsOwnRedirectDomain],
	];
	return facts.flatMap(([title, words]) => (words === undefined ? [] : [`${title}: ${words}`]));
}

const ownOAuthOf = ({ownOAuth, isOwnAppOnly, reason}: Provider): string =>
	[
		`${ownOAuthWords[ownOAuth]}${isOwnAppOnly ? ', it works only with your own application' : ''}.`,
		...(reason === undefined ? [] : [reason]),
		...(ownOAuth === 'no'
			? ['The API takes a credential for it all the same, but it is likely never used.']
			: []),
	].join(' ');

const programmes: Readonly<Record<Programme['kind'], string>> = {
	'self-sign-up': 'self sign-up',
	application: 'approval needed',
	closed: 'no new apps',
};

const programmeWords = ({kind, note}: Programme): string => `${programmes[kind]}. ${note}`;

function lifecycleWords(lifecycle: Lifecycle): string {
	if (lifecycle.kind === 'active') return 'active.';
	if (lifecycle.kind === 'beta') return `beta. ${lifecycle.note}`;
	const {kind, note, successor} = lifecycle;
	const next = successor === undefined ? undefined : findProvider(successor);
	const words = `${kind === 'retiring' ? 'being retired' : 'ended'}. ${note}`;
	return next ? `${words} Its successor is ${next.name} (${next.slug}).` : words;
}

const fieldLines = (field: Field): readonly string[] => [
	`${field.title} (${field.path.join('.')}), ${field.isRequired ? 'required' : 'optional'}`,
	`  ${field.help}`,
	...(field.expectation ? [`  Usually ${field.expectation.usually}.`] : []),
	`  ${flagsOf(field)}`,
];

/** The flag that takes a field, or the ways by which a secret gets in. */
function flagsOf(field: Field): string {
	const {id, kind, flag} = field;
	if (flag) return `--${id} ${flag.value}`;
	if (id === 'client-secret') return secretFlags;
	return isOpen(field) ? `--detail ${detailName(field)}=${exampleOf(kind)}` : '--details-file FILE';
}

const secretFlags =
	'--client-secret-stdin, or --client-secret-file FILE, --client-secret-env NAME, --client-secret-command COMMAND';

function exampleOf(kind: Field['kind']): string {
	if (kind === 'yes-no') return 'true|false';
	return kind === 'list' ? 'VALUE,VALUE' : 'VALUE';
}

function activationLines(activation: Activation): readonly string[] {
	switch (activation.kind) {
		case 'immediate':
			return ['It is active at once.', ...(activation.note === undefined ? [] : [activation.note])];
		case 'steps':
			return bulleted(activation.steps);
		case 'unknown':
			return ['Whether it needs another step is not documented. Connect a test user to see.'];
	}
}
