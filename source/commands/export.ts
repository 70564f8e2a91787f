import type {PlacedCredential} from '../domain/credential.ts';
import type {FieldProblem} from '../domain/problem.ts';
import {findProvider} from '../domain/providers/find-providers.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {clean, visible} from '../domain/text.ts';
import {finderIn, targetOf} from '../domain/watch/targets.ts';
import {writeManifest} from '../manifest/write-manifest.ts';
import {movingWords} from '../output/moving-words.ts';
import {prose} from '../output/wrapping.ts';
import {failMissing} from './flags/missing.ts';
import {required} from './flags/required.ts';
import {nearWords, readTargetFlags} from './flags/target-flags.ts';
import {exitCodes} from './shared/exit-codes.ts';
import {openApi} from './shared/organization-access.ts';
import {badFlags, type Context, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';
import {placesOf, readStored} from './stored-credentials.ts';

/**
`byoo export`: a manifest of what is stored, on standard output, its secrets as references to fill in. With `--as` it is
for the provider that the stored credentials move to.
*/
export const exportManifest: Run = (argv, terminal) => scripted('export', argv, terminal, run);

async function run(context: Context): Promise<number> {
	const {values, voice} = context;
	const problems: FieldProblem[] = [];
	const flags = readTargetFlags(values, problems, 'key');
	const {provider} = flags;
	const to = successorFrom(values, provider, problems);
	if (problems.length > 0) return voice.fail(badFlags(problems));
	const needed = required(context, flags, ['org']);
	if (!needed.ok) return failMissing(context, needed.missing);
	const access = await openApi(context, needed.flags);
	if (!access.ok) return voice.fail(access.problem);
	const read = await readStored(context, access.value.api, flags, placesOf(flags));
	if (!read.ok) return voice.fail(read.problem);
	const {credentials: all, isWhole} = read.value;
	const ofProvider = all.filter(({stored}) => stored.provider === (provider?.slug ?? stored.provider));
	const moving = provider && to ? movingTo(context, provider, to) : undefined;
	const {movable, done} = to ? divided(ofProvider, all, to) : {movable: ofProvider, done: []};
	const {text, variables, leftOut} = writeManifest(
		needed.flags.organizationId,
		movable,
		values.json ? 'json' : 'yaml',
		moving,
	);
	voice.text(text);
	if (moving) voice.note(...moving.heading);
	if (to && done.length > 0)
		voice.note(`${to.name} is set already, so left out: ${done.map(nameOf).join('; ')}.`);
	if (variables.length > 0) {
		const what = variables.length === 1 ? '1 secret is' : `${variables.length} secrets are`;
		const why = to ? '' : ', since none can be read back';
		voice.note(`${what} named as environment variables${why}. Set them before apply.`);
	}
	if (leftOut.length > 0) voice.note(`Left out, since no row can name them: ${leftOut.join(', ')}.`);
	return isWhole && leftOut.length === 0 ? exitCodes.done : exitCodes.someFailed;
}

/** The provider of `--as`, which has to be one that applications of one's own are for. */
function successorFrom(
	{as}: Context['values'],
	from: Provider | undefined,
	problems: FieldProblem[],
): Provider | undefined {
	if (as === undefined) return undefined;
	const refuse = (message: string) => {
		problems.push({field: 'as', message});
		return undefined;
	};
	const to = findProvider(as);
	if (!to) return refuse(`--as takes one of the API’s names, ${nearWords(as)}`);
	if (to.ownOAuth === 'no' || to.ownOAuth === 'practice')
		return refuse(
			`--as takes a provider that takes your own application, and ${to.name} does not. ${to.reason}`,
		);
	// What is wrong with --provider itself has been said.
	if (!from)
		return problems.some(({field}) => field === 'provider')
			? undefined
			: refuse('--as needs --provider, which says what to move from.');
	return to.slug === from.slug ? refuse('--as takes another provider than --provider.') : to;
}

const headingWidth = 100;

function movingTo({terminal}: Context, from: Provider, to: Provider) {
	const words = movingWords(from, to, terminal.now());
	return {to, heading: words.flatMap(line => prose(line, headingWidth, line.startsWith('- ') ? '  ' : ''))};
}

/** What is still to be moved, and what has its successor beside it: a row would write over that. */
function divided(
	credentials: readonly PlacedCredential[],
	all: readonly PlacedCredential[],
	{slug}: Provider,
) {
	const find = finderIn(all);
	const isDone = (placed: PlacedCredential) => find({...targetOf(placed), provider: slug}) !== undefined;
	return {
		movable: credentials.filter(placed => !isDone(placed)),
		done: credentials.filter(isDone),
	};
}

const nameOf = ({place, stored, teamName = ''}: PlacedCredential): string =>
	`${clean(teamName) || visible(stored.teamId)}, ${place.environment}, ${place.region}`;
