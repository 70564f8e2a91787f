import type {Manifest} from '../../domain/manifest.ts';
import type {FieldProblem} from '../../domain/problem.ts';
import {type Attention, needsAttention} from '../../domain/watch/attention.ts';
import {betweenEnvironments} from '../../domain/watch/environments.ts';
import {organizationEnd} from '../../domain/watch/organization.ts';
import {providerDates, providerEnd} from '../../domain/watch/providers.ts';
import {finderIn} from '../../domain/watch/targets.ts';
import {watchOverrides} from '../../operations/watch-overrides.ts';
import {attentionJson, attentionLines} from '../../output/attention.ts';
import {failMissing} from '../flags/missing.ts';
import {required, type With} from '../flags/required.ts';
import {readTargetFlags, type TargetFlags} from '../flags/target-flags.ts';
import {variablesOf} from '../manifest-secrets.ts';
import {readManifestFile, withOrganization} from '../manifest-source.ts';
import {exitCodeOf, exitCodes, gravest} from '../shared/exit-codes.ts';
import {type Access, openApi} from '../shared/organization-access.ts';
import {overrideWatching} from '../shared/override-watching.ts';
import {checkJunctionUrl} from '../shared/proving.ts';
import {badFlags, type Context, scripted} from '../shared/scripted.ts';
import type {Run} from '../shared/terminal.ts';
import {placesOf, readStored, type StoredCredentials} from '../stored-credentials.ts';
import {provedAttention} from './proving.ts';
import {fetchSecrets, type Resolved, rowAttention} from './rows.ts';

/**
`byoo check [FILE]`: what of all that is stored needs attention, and with a manifest where the two part. Saves nothing;
asks providers and Junction only where `--live-check` and `--prove` say so.
*/
export const check: Run = (argv, terminal) => scripted('check', argv, terminal, run);

/** What is checked: what is stored, as far as the flags narrow it, and the manifest beside it. */
type Checking = {
	readonly flags: With<'org'>;
	readonly access: Access;
	readonly manifest?: Resolved;
};

async function run(context: Context): Promise<number> {
	const {values, voice, operands} = context;
	const problems: FieldProblem[] = [];
	const flags = readTargetFlags(values, problems, operands.length > 0 ? 'rows' : 'key');
	if (values.prove) checkJunctionUrl(values, problems);
	if (values['live-check'] && operands.length === 0) {
		const message = '--live-check needs a manifest, which says where the secrets are: byoo check FILE.';
		problems.push({field: 'live-check', message});
	}
	if (problems.length > 0) return voice.fail(badFlags(problems));
	if (operands.length === 0) return opened(context, flags);
	const manifest = await readManifestFile(context, flags, {needsSecrets: values['live-check'] === true});
	if (!manifest.ok) return voice.fail(manifest.problem);
	const ofOrganization = withOrganization(manifest.value, flags);
	if (!ofOrganization.ok) return voice.fail(ofOrganization.problem);
	return opened(context, ofOrganization.value, manifest.value);
}

/** All secrets are fetched before the first request. */
async function opened(context: Context, flags: TargetFlags, manifest?: Manifest): Promise<number> {
	const {voice} = context;
	const needed = required(context, flags, ['org']);
	if (!needed.ok) return failMissing(context, needed.missing);
	const resolved = manifest && (await fetchSecrets(context, flags, manifest));
	if (resolved && !resolved.ok) return voice.fail(resolved.problem);
	const access = await openApi(context, needed.flags, variablesOf(manifest?.rows ?? []));
	if (!access.ok) return voice.fail(access.problem);
	const checking = {flags: needed.flags, access: access.value};
	return looked(context, resolved ? {...checking, manifest: resolved.value} : checking);
}

async function looked(context: Context, checking: Checking): Promise<number> {
	const {voice, signal} = context;
	const {flags, access} = checking;
	if (voice.canRedraw) voice.note('Reading what is stored…');
	const organization = await access.api.organization({signal});
	const read = await readStored(context, access.api, flags, placesOf(flags), {isPatient: true});
	if (!read.ok) return voice.fail(read.problem);
	const {attention, isUserLeft} = await watched(context, checking, read.value);
	const all = [...organizationEnd(organization, context.terminal.now()), ...attention];
	return tell(context, checking, read.value, {attention: all, isUserLeft});
}

type Watched = {readonly attention: readonly Attention[]; readonly isUserLeft: boolean};

/** Those of the provider, if one was named. */
const ofProvider = ({credentials}: StoredCredentials, {provider}: TargetFlags) =>
	provider ? credentials.filter(({stored}) => stored.provider === provider.slug) : credentials;

async function watched(context: Context, checking: Checking, read: StoredCredentials): Promise<Watched> {
	const {terminal, signal} = context;
	const {flags, access, manifest} = checking;
	const {wholePlaces} = read;
	const credentials = ofProvider(read, flags);
	const today = terminal.now();
	// Beside one of the provider there may be one of its successor.
	const find = finderIn(read.credentials);
	const see = overrideWatching(terminal, {apiUrl: access.connection.url});
	const overrides = await watchOverrides({see, prepare: access.api.prepare}, credentials, {signal});
	const rows = manifest && (await rowAttention(context, checking, manifest, {...read, credentials}));
	const proved = await provedAttention(context, checking, rows?.managed ?? credentials);
	return {
		attention: [
			...credentials.flatMap(placed => providerEnd(placed, find, today)),
			...providerDates(credentials, today),
			...credentials.flatMap(placed => betweenEnvironments(placed, find, wholePlaces)),
			...overrides,
			...(rows?.attention ?? []),
			...proved.attention,
		],
		isUserLeft: proved.isUserLeft,
	};
}

function tell(
	{voice, signal}: Context,
	{flags}: Checking,
	read: StoredCredentials,
	{attention, isUserLeft}: Watched,
): number {
	const {places, wholePlaces, ended} = read;
	const looked = {attention, credentials: ofProvider(read, flags).length, places: places.length};
	voice.data(
		() => attentionLines(looked, voice),
		() => attentionJson(looked),
	);
	const isWhole = wholePlaces.length === placesOf(flags).length && !signal.aborted;
	return gravest([
		needsAttention(attention) ? exitCodes.found : exitCodes.done,
		isWhole ? exitCodes.done : exitCodes.someFailed,
		ended?.kind === 'reauthenticate' ? exitCodeOf(ended) : exitCodes.done,
		isUserLeft ? exitCodes.unconfirmed : exitCodes.done,
	]);
}
