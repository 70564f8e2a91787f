import {clientIdOf} from '../domain/credential.ts';
import {scopesOf} from '../domain/portal/portals.ts';
import {authorizeAddresses} from '../domain/proof/authorize-addresses.ts';
import {findProvider} from '../domain/providers/find-providers.ts';
import type {DemoLink, TokenHolder} from './junction-state.ts';
import {proveReactionTo} from './prove-provocations.ts';
import {callbackOf} from './registration.ts';
import type {StoredRow} from './store.ts';
import type {World} from './world.ts';

/** Junction's own application, where a team has saved none. */
const defaultClientId = 'junction-default-application';

/** What the team has saved for the provider, in the environment of the token. */
export const storedFor = (
	{team, environment}: TokenHolder,
	provider: string,
	{store}: World,
): StoredRow | undefined =>
	store.find(
		{organizationId: team.organizationId, environment, region: team.region},
		{teamId: team.id, provider},
	);

/** The address at which users of the link consent, or undefined where the provider publishes none. */
export function consentAddressOf(
	{holder}: DemoLink,
	provider: string,
	{origin, world}: {readonly origin: string; readonly world: World},
): string | undefined {
	const [documented] = authorizeAddresses[provider] ?? [];
	if (documented === undefined) return undefined;
	const stored = storedFor(holder, provider, world);
	const reaction = proveReactionTo(stored?.values);
	const known = findProvider(provider);
	const scopes = known ? scopesOf(known) : [];
	const clientId = (stored && clientIdOf(stored)) ?? defaultClientId;
	const override = stored?.values.redirect_url_override;
	const callback = callbackOf(provider, {environment: holder.environment, region: holder.team.region});
	const own = typeof override === 'string' ? override : callback;
	const address = new URL(
		reaction === 'elsewhere' ? 'https://login.elsewhere.invalid/authorize' : documented,
	);
	const asked = reaction === 'fewer-scopes' ? scopes.slice(0, 1) : scopes;
	address.search = new URLSearchParams({
		response_type: 'code',
		client_id: reaction === 'other-client' ? 'another-client' : clientId,
		redirect_uri: reaction === 'other-uri' ? 'https://connect.example.com/elsewhere' : own,
		...(asked.length > 0 ? {scope: asked.join(' ')} : {}),
		state: world.junction.random(24),
	}).toString();
	return reaction === 'detour' ? detourOf(address.href, origin, world) : address.href;
}

function detourOf(address: string, origin: string, world: World): string {
	const name = world.junction.random(16);
	world.junction.detours.set(name, address);
	return `${origin}/v2/link/oauth/${name}`;
}
