import {useCallback, useEffect} from 'react';
import {clientIdOf, type Place} from '../../domain/credential.ts';
import type {Before} from '../../domain/outcome.ts';
import type {ManagementApi, RequestOptions} from '../../domain/ports.ts';
import {success} from '../../domain/problem.ts';
import {placeOf} from '../../wizard/credential-of.ts';
import {providerOf} from '../../wizard/steps.ts';
import {useConversation} from '../conversation.ts';
import {type LoadOptions, useLoad} from '../hooks/use-load.ts';
import {Wait} from '../prompts/wait.tsx';
import type {Services} from '../services.ts';
import {Step} from '../step.tsx';
import {ReviewLines} from './review-lines.tsx';
import {Saving} from './saving.tsx';

type Look = {
	readonly before: Before;
	/** The client ID stored for the same team and provider in the other environment, where that matters. */
	readonly twinClientId?: string | null | undefined;
};

/** The last look: what is stored is read, every line can be changed, and Submit says what it does. */
export function Review() {
	const {wizard, dispatch, api, services, back} = useConversation();
	const {team, provider} = wizard.answers;
	const {environment, region} = placeOf(wizard.answers) ?? {};
	const [teamId, slug] = [team?.id, provider?.slug];
	const hasTwin = providerOf(wizard.answers)?.separateEnvironments !== undefined;
	const load = useCallback(
		async (options: LoadOptions) => {
			if (!api || !environment || !region || !teamId || !slug) return success(undefined);
			const look = {api, services, teamId, slug, options};
			const before = await read({...look, place: {environment, region}});
			const twin = hasTwin
				? await read({...look, place: {environment: other(environment), region}})
				: undefined;
			const twinClientId = twin?.ok && twin.value ? clientIdOf(twin.value) : undefined;
			return success<Look>({before, twinClientId});
		},
		[api, services, environment, region, teamId, slug, hasTwin],
	);
	const {state} = useLoad<Look | undefined>(load);
	const look = state.status === 'loaded' ? state.value : undefined;
	const before = wizard.changedMeanwhile ?? look?.before;
	const stored = before?.ok ? before.value : undefined;
	// Another team may have been chosen from review, whose details nobody was asked about.
	useEffect(() => {
		if (stored) dispatch({type: 'stored-read', stored});
	}, [stored, dispatch]);

	if (!before) {
		return (
			<Step title="Review">
				<Wait onCancel={back}>Looking at what is stored for this team…</Wait>
			</Step>
		);
	}
	return wizard.phase.status === 'submitting' ? (
		<Saving before={before} />
	) : (
		<ReviewLines before={before} twinClientId={look?.twinClientId ?? undefined} />
	);
}

const read = ({
	api,
	services,
	place,
	teamId,
	slug,
	options,
}: {
	readonly api: ManagementApi;
	readonly services: Services;
	readonly place: Place;
	readonly teamId: string;
	readonly slug: string;
	readonly options: RequestOptions;
}): Promise<Before> => services.readBefore(api, place, teamId, slug, options);

const other = (environment: Place['environment']): Place['environment'] =>
	environment === 'sandbox' ? 'production' : 'sandbox';
