import type {Difference, Finding, Proofs, Verdict} from '../domain/proof/finding.ts';
import type {NotedUser, UserRemoval} from '../domain/proof/ports.ts';
import {stayingWords} from '../domain/proof/user-words.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {visible} from '../domain/text.ts';
import {type Paint, type Tone, unpainted} from './paint.ts';
import {prose} from './wrapping.ts';

export type ProofName = 'pair' | 'application' | 'connection';

export type ProofJson = {
	readonly proof: Readonly<Record<ProofName, Verdict | 'not-tried'>> & {
		readonly differences: readonly Difference[];
		readonly error: {readonly type: string; readonly message: string} | null;
		readonly testUserDeleted: boolean | null;
	};
};

/** What was proved, for programs. `error` is of what was refuted first, else of what is not known. */
export function proofJson(proofs: Proofs): ProofJson {
	const tried = findingsOf(proofs);
	const worst =
		tried.find(({finding}) => finding.verdict === 'refuted') ??
		tried.find(({finding}) => finding.verdict === 'unknown');
	const verdictOf = (name: ProofName) => proofs[name]?.verdict ?? 'not-tried';
	const application = proofs.consent?.verdict === 'refuted' ? 'refuted' : verdictOf('application');
	return {
		proof: {
			pair: verdictOf('pair'),
			// What a provider says of the consent is of the application, and counts before what Junction says.
			application: application === 'not-tried' ? (proofs.consent?.verdict ?? application) : application,
			connection: verdictOf('connection'),
			differences: proofs.application?.differences ?? [],
			error: worst
				? {type: worst.finding.type ?? worst.finding.verdict, message: findingSentence(worst.finding)}
				: null,
			testUserDeleted: proofs.isTestUserDeleted ?? null,
		},
	};
}

const findingNames = ['pair', 'consent', 'application', 'connection'] as const;
type FindingName = (typeof findingNames)[number];

const findingsOf = (proofs: Proofs): readonly {readonly name: FindingName; readonly finding: Finding}[] =>
	findingNames.flatMap(name => {
		const finding = proofs[name];
		return finding ? [{name, finding}] : [];
	});

/** What was seen and what to do, in one text. */
export const findingSentence = ({message, advice}: Finding): string =>
	advice === undefined ? message : `${message} ${advice}`;

export const verdictSigns = {
	proved: {sign: '✔', tone: 'good'},
	refuted: {sign: '✖', tone: 'bad'},
	unknown: {sign: '?', tone: 'warning'},
} as const satisfies Readonly<Record<Verdict, {readonly sign: string; readonly tone: Tone}>>;

/** What was proved, for a person: a line for each proof that was tried, and what differs below it. */
export function proofLines(
	proofs: Proofs,
	{
		width = Number.POSITIVE_INFINITY,
		paint = unpainted,
	}: {readonly width?: number; readonly paint?: Paint} = {},
): readonly string[] {
	return findingsOf(proofs).flatMap(({name, finding}) => {
		const {sign, tone} = verdictSigns[finding.verdict];
		const label = `${paint(sign, tone)} ${name.padEnd(12)} `;
		const room = ' '.repeat(15);
		const lines = prose(findingSentence(finding), width - room.length);
		const below = name === 'application' ? (proofs.application?.differences ?? []).map(differenceLine) : [];
		return [
			...lines.map((line, index) => `${index === 0 ? label : room}${line}`),
			...below.map(text => `${room}${text}`),
		];
	});
}

const differenceTitles: Readonly<Record<Difference['field'], string>> = {
	client_id: 'Client ID',
	redirect_uri: 'Redirect URI',
	scope: 'Scopes',
};

/** What was saved, and what users are sent with. */
export const differenceLine = ({field, saved, used}: Difference): string =>
	field === 'scope'
		? `Scopes not asked for: ${visible(saved, 500)}`
		: `${differenceTitles[field]}: ${field === 'client_id' ? 'saved' : 'expected'} ${visible(saved, 500)}, used ${visible(used, 500)}`;

/** Said where a test user could not be deleted. */
export const leftUserWords =
	'The test user could not be deleted and stays at Junction. byoo offers to delete it at the next start.';

/** What a real connection does to others, said before one is tried. */
export const connectionCosts = (provider: Provider): readonly string[] => [
	'Real data of the account that connects will be fetched and sent to this team’s webhooks.',
	'Use an account that is not connected in this team: its connection there may end.',
	`It may take one of the places that ${provider.name} gives an application.`,
];

/** What became of a test user that an earlier run had left. */
export const removalWords = (removal: UserRemoval, noted: NotedUser): string =>
	stayingWords(removal, noted) ??
	(removal.kind === 'deleted'
		? 'A test user that an earlier run had left was deleted.'
		: 'A test user that an earlier run had noted is gone.');

/** Whether anything that was tried says that users cannot connect. */
export const isAnyRefuted = (proofs: Proofs): boolean =>
	findingsOf(proofs).some(({finding}) => finding.verdict === 'refuted');
