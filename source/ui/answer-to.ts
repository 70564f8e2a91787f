import {clientIdOf, type Team} from '../domain/credential.ts';
import type {SaveProgress} from '../domain/outcome.ts';
import {checklistFor} from '../domain/portal/checklist.ts';
import {doneIn} from '../domain/portal/ticks.ts';
import type {Connection, Listing, ManagementApi, RequestOptions, Waiting} from '../domain/ports.ts';
import {failure, type Result, success} from '../domain/problem.ts';
import type {ConnectionProgress} from '../domain/proof/ports.ts';
import {isAnyRefuted} from '../output/proof-words.ts';
import {reportFor, reportName} from '../output/report.ts';
import {nextSteps, proofWords} from '../output/saved-words.ts';
import {checklistOf, contextOf} from '../wizard/registering.ts';
import type {Arrival, Look, Request} from '../wizard/requests.ts';
import type {Wizard} from '../wizard/state.ts';
import {providerOf} from '../wizard/steps.ts';
import {handOffOf} from '../wizard/submission.ts';
import {gathering} from './gathering.ts';
import type {Services} from './services.ts';

type Asking = {
	readonly signal: AbortSignal;
	/** Told how far it is. */
	readonly told: (how: {
		readonly waiting?: Waiting;
		readonly soFar?: Listing<Team>;
		readonly progress?: SaveProgress;
		readonly connecting?: ConnectionProgress;
	}) => void;
};

/** Asks the world what a request wants. Never rejects. */
export async function answerTo(
	request: Request,
	services: Services,
	wizard: Wizard,
	{signal, told}: Asking,
): Promise<Arrival> {
	const {kind, key} = request;
	const options = {
		signal,
		onWaiting: (waiting: Waiting) => told({waiting}),
	};
	const api = (connection: Connection): ManagementApi => services.connect(connection);
	switch (kind) {
		case 'demo':
			return {kind, key, result: await demo(services)};
		case 'proof':
			return {kind, key, result: await api(request.connection).organization(options)};
		case 'teams':
			return {kind, key, result: await teams(api(request.connection), services, options, told)};
		case 'team':
			return {kind, key, result: await api(request.connection).team(request.teamId, options)};
		case 'creation': {
			const {connection, team, doubt} = request;
			return {kind, key, result: success(await services.createTeam(api(connection), team, doubt, options))};
		}
		case 'stored':
			return {
				kind,
				key,
				result: await api(request.connection).credentials(request.place, request.teamId, options),
			};
		case 'preparation':
			return {kind, key, result: await api(request.connection).prepare(request.place, request, options)};
		case 'look':
			return {kind, key, result: success(await look(request, services, options))};
		case 'save': {
			const {connection, planned} = request;
			const {place, credential, before} = planned;
			const onProgress = (progress: SaveProgress) => told({progress});
			const outcome = await services.save(api(connection), place, credential, {before, signal, onProgress});
			return {kind, key, result: success(outcome)};
		}
		case 'memory': {
			const lastUsed = services.now().toISOString();
			return {kind, key, result: memory(await services.memory.remember({...request.organization, lastUsed}))};
		}
		case 'check':
			return {
				kind,
				key,
				result: success(await services.checkRedirect(request.address, request.target, {signal})),
			};
		case 'pair': {
			const {pair, isConsent, apiUrl, demoUrl} = request;
			const how = {signal, isConsent, apiUrl, demoUrl};
			return {kind, key, result: success(await services.checkPair(pair, how))};
		}
		case 'application':
			return {kind, key, result: success(await services.proveApplication(request, request.target, options))};
		case 'connection': {
			const onProgress = (connecting: ConnectionProgress) => told({connecting});
			const proof = await services.proveConnection(request, request.target, {...options, onProgress});
			return {kind, key, result: success(proof)};
		}
		case 'left': {
			const {connection, users} = request;
			return {kind, key, result: success(await services.deleteLeftUsers(connection, users, options))};
		}
		case 'report':
			return {kind, key, result: await report(wizard, services)};
	}
}

function teams(
	api: ManagementApi,
	{wait}: Services,
	options: RequestOptions,
	told: Asking['told'],
): Promise<Result<Listing<Team>>> {
	const tell = (rows: readonly Team[]) => told({soFar: {rows}});
	return api.teams({}, {...options, onPage: gathering(tell, {wait, signal: options.signal})});
}

const demo = (services: Services) =>
	services.startDemo().then(success, () =>
		failure({
			kind: 'unavailable',
			message: 'The demo could not be started on this computer.',
			advice: 'Choose an organization of your own.',
		}),
	);

async function look(
	{connection, place, teamId, provider, twin}: Extract<Request, {kind: 'look'}>,
	services: Services,
	options: {readonly signal: AbortSignal; readonly onWaiting: (waiting: Waiting) => void},
): Promise<Look> {
	const api = services.connect(connection);
	const before = await services.readBefore(api, place, teamId, provider, options);
	const other = twin && (await services.readBefore(api, twin, teamId, provider, options));
	return {before, ...(other?.ok && other.value ? {twinClientId: clientIdOf(other.value)} : {})};
}

const memory = (warning: string | undefined): Result<object> =>
	warning === undefined ? success({}) : failure({kind: 'unavailable', message: warning, advice: ''});

/** Writes the page about what was just saved. */
async function report(wizard: Wizard, services: Services): Promise<Result<string>> {
	const {phase, answers, checked, launch} = wizard;
	const outcome = phase.status === 'done' ? phase.outcome : undefined;
	const handOff = handOffOf(answers, outcome && success(outcome.stored));
	const provider = providerOf(answers);
	if (!outcome || !handOff || !provider) return failure(nothingToReport);
	const context = contextOf(answers);
	const list = checklistOf(answers);
	const text = reportFor({
		handOff,
		outcome,
		at: services.now().toISOString(),
		provider,
		proof: proofWords(outcome),
		openSteps: nextSteps(provider, isAnyRefuted(wizard.proofs)),
		...(context?.prepared ? {prepared: context.prepared} : {}),
		ticked: context && list ? doneIn(checklistFor(context), context, services.ticks.ticked(list)) : new Set(),
		...(checked ? {redirectCheck: checked.outcome} : {}),
		proofs: wizard.proofs,
	});
	return services.writePage(text, launch.reportFile ?? reportName(handOff));
}

const nothingToReport = {
	kind: 'unavailable',
	message: 'There is nothing to report.',
	advice: 'Save a credential first.',
} as const;
