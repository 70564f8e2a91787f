import {type ApiGeneration, describeApi} from '../../domain/api-generation.ts';
import type {FieldProblem} from '../../domain/problem.ts';
import {hasEnded} from '../../domain/providers/dates.ts';
import type {Answers} from '../../wizard/answers.ts';
import type {Launch} from '../../wizard/launch.ts';
import {readCommandLine} from './command-line.ts';
import {commandNamed} from './command-table.ts';
import {fieldsFrom} from './field-flags.ts';
import type {Values} from './flags.ts';
import {readTargetFlags, type TargetFlags} from './target-flags.ts';

/** What the flags settle in advance, or everything that is wrong with them at once. */
export type WizardFlags =
	| {
			readonly ok: true;
			readonly preset: Answers;
			readonly launch: Launch;
			/** The flags themselves, for what is no step of the wizard. */
			readonly values: Values;
			readonly timeoutSeconds?: number;
	  }
	| {readonly ok: false; readonly problems: readonly string[]};

/** Reads the wizard's flags. What was typed is never repeated: it may be a secret in the wrong place. */
export function readWizardFlags(
	argv: readonly string[],
	today: Date,
	name: 'wizard' | 'demo' = 'wizard',
): WizardFlags {
	const line = readCommandLine(commandNamed(name), argv);
	if (!line.ok) return {ok: false, problems: [line.problem]};
	const {values} = line;
	const problems: FieldProblem[] = [];
	const target = readTargetFlags(values, problems);
	if (values.report === '') problems.push({field: 'report', message: '--report takes the name of a file.'});
	const fields = fieldsFrom(values, target.provider, problems);
	if (problems.length > 0) return {ok: false, problems: problems.map(({message}) => message)};
	const {organizationId, environment, region, provider, timeoutSeconds} = target;
	// A provider that own OAuth is not for, or that has ended, is asked about before it counts as an answer.
	const isDoubted = provider !== undefined && (provider.ownOAuth === 'no' || hasEnded(provider, today));
	const preset: Answers = {
		...(organizationId ? {organization: {id: organizationId, isDemo: false, ...apiOf(target)}} : {}),
		...(environment ? {environment} : {}),
		...(region ? {region} : {}),
		...(provider && !isDoubted ? {provider: {slug: provider.slug}} : {}),
		...fields,
	};
	const doubted = isDoubted ? {provider: provider.slug} : {};
	const launch = {...launchedBy(target, values), ...doubted};
	return {ok: true, preset, launch, values, ...(timeoutSeconds === undefined ? {} : {timeoutSeconds})};
}

const launchedBy = (
	{generation, apiUrl, junctionUrl, team}: TargetFlags,
	{present, report}: Values,
): Launch => ({
	...(generation ? {generation} : {}),
	...(apiUrl ? {apiUrl} : {}),
	...(junctionUrl ? {junctionUrl} : {}),
	...(team ? {team} : {}),
	...(present ? {isPresenting: true} : {}),
	...(report ? {reportFile: report} : {}),
});

const apiOf = ({generation, apiUrl}: {generation?: ApiGeneration; apiUrl?: string}) =>
	generation ? {api: {generation, url: apiUrl ?? describeApi(generation).url}} : {};
