import type {Environment, Region} from '../credential.ts';
import type {FieldId} from '../field.ts';
import type {PreparationStep} from '../ports.ts';
import type {Provider} from '../providers/provider.ts';
import {type FilledCommand, filledCommand, filledPage, type Known} from './filling.ts';
import {isNamed, namesRedirect, type PlacedValue, placedIn, sourceOf, type ValueSources} from './placing.ts';
import type {PortalStep, Statement} from './portal.ts';
import {portalFor} from './portals.ts';
import {forwarding} from './shared-steps.ts';
import {type Draft, withUnplaced} from './unplaced.ts';

/** What the steps are filled in with. What is absent is not known yet. */
export type ChecklistContext = {
	readonly provider: Provider;
	readonly environment: Environment;
	readonly region?: Region;
	/** What the API names; undefined where it was not asked or did not answer. */
	readonly prepared?: readonly PreparationStep[];
	/** How many more it named that cannot be shown. */
	readonly leftOut?: number;
	/** The customer's own address, which is registered in place of Junction's. */
	readonly redirectOverride?: string;
	/** `details.project_number` and `details.service_account_email` of google_health. */
	readonly projectNumber?: string;
	readonly serviceAccountEmail?: string;
};

export type Placed = PlacedValue;

/** One step as it is shown: only what applies, its values filled in. */
export type ChecklistStep = {
	readonly id: string;
	readonly title: string;
	readonly isReported: boolean;
	readonly how: readonly Statement[];
	readonly page?: string;
	readonly puts: readonly Placed[];
	/** The whole block, and the names in it that are not known yet. */
	readonly command?: FilledCommand;
	readonly answers?: FieldId;
	/** The value of that field, where it is known. */
	readonly answered?: string;
	readonly right?: Statement;
	readonly traps: readonly Statement[];
};

/**
What is to be done at the provider's portal, in its order, as far as it applies: whatever the API names, for every
provider that takes an application of one's own. What the API names and no step places has a step of its own.
*/
export function checklistFor(context: ChecklistContext): readonly ChecklistStep[] {
	const {provider, environment, region, prepared, redirectOverride} = context;
	const portal = portalFor(provider);
	const {steps, scopes} = portal ?? {steps: [], scopes: []};
	const sources = {slug: provider.slug, environment, region, prepared, redirectOverride, scopes};
	const applying = steps.filter(step => applies(step, sources));
	return withForwarding(withUnplaced(applying, prepared), redirectOverride).map(step =>
		filled(step, context, sources),
	);
}

const applies = (step: PortalStep, sources: ValueSources): boolean =>
	(step.onlyIn ?? sources.environment) === sources.environment && isNamed(step, sources);

/** A callback of one's own has to forward, right after it was registered. */
function withForwarding(steps: readonly Draft[], override: string | undefined): readonly Draft[] {
	const at = steps.findIndex(namesRedirect);
	const isThere = steps.some(({puts}) => puts?.value === 'forward_target');
	return override === undefined || at === -1 || isThere ? steps : steps.toSpliced(at + 1, 0, forwarding);
}

function filled(step: Draft, context: ChecklistContext, sources: ValueSources): ChecklistStep {
	const {id, title, isReported = false, how, page, command, answers, right, traps = [], given} = step;
	const known = knownIn(context);
	const answered = answers && answeredIn(context, answers);
	return {
		id,
		title,
		isReported,
		how,
		puts: given ?? placedIn(step, sources),
		traps: [...sourceOf(step, sources), ...traps],
		...(page === undefined ? {} : {page: filledPage(page, known)}),
		...(command ? {command: filledCommand(command, known)} : {}),
		...(answers === undefined ? {} : {answers}),
		...(answered === undefined ? {} : {answered}),
		...(right === undefined ? {} : {right}),
	};
}

/** Of several principals no command takes one: it would pass for all of them. */
function knownIn({serviceAccountEmail, prepared = []}: ChecklistContext): Known {
	const [principal, ...others] = prepared.filter(({type}) => type === 'iam_principal');
	return {serviceAccountEmail, principal: others.length === 0 ? principal?.value : undefined};
}

const answeredIn = (
	{projectNumber, serviceAccountEmail, redirectOverride}: ChecklistContext,
	field: FieldId,
): string | undefined => {
	const known: {readonly [Id in FieldId]?: string | undefined} = {
		'details.project_number': projectNumber,
		'details.service_account_email': serviceAccountEmail,
		'redirect-url-override': redirectOverride,
	};
	return known[field];
};
