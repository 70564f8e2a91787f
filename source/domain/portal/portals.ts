import type {Provider} from '../providers/provider.ts';
import {mapMyFitness, myFitnessPal} from './closed.ts';
import {dexcom} from './dexcom.ts';
import {fitbit} from './fitbit.ts';
import {garmin} from './garmin.ts';
import {googleFit} from './google-fit.ts';
import {googleHealth} from './google-health.ts';
import {oura} from './oura.ts';
import {cronometer, omron, ultrahuman} from './partners.ts';
import {polar} from './polar.ts';
import type {Portal} from './portal.ts';
import {oneUser} from './shared-steps.ts';
import {strava} from './strava.ts';
import {wahoo} from './wahoo.ts';
import {whoop} from './whoop.ts';
import {withings} from './withings.ts';

const portals: ReadonlyMap<string, Portal> = new Map([
	['cronometer', cronometer],
	['dexcom_v3', dexcom],
	['fitbit', fitbit],
	['garmin', garmin],
	['google_fit', googleFit],
	['google_health', googleHealth],
	['map_my_fitness', mapMyFitness],
	['my_fitness_pal_v2', myFitnessPal],
	['omron', omron],
	['oura', oura],
	['polar', polar],
	['strava', strava],
	['ultrahuman', ultrahuman],
	['wahoo', wahoo],
	['whoop_v2', whoop],
	['withings', withings],
]);

/** What is known of a provider's portal, by the API's name for the provider. */
export const portalOf = (slug: string): Portal | undefined => portals.get(slug);

/** The same, or what holds anywhere. Nothing where no application of one's own applies. */
export function portalFor(provider: Provider): Portal | undefined {
	const {slug, ownOAuth} = provider;
	const applies = ownOAuth === 'yes' || ownOAuth === 'unknown';
	return portalOf(slug) ?? (applies ? anyPortal(provider) : undefined);
}

/** The scopes that Junction's description names for a provider. */
export const scopesOf = (provider: Provider): readonly string[] => portalFor(provider)?.scopes ?? [];

const anyPortal = ({name, portalUrl}: Provider): Portal => ({
	place: name,
	steps: [
		{
			id: 'application',
			title: 'Register an application of your own',
			how: [`How ${name} wants it is not known here. Look for its developer pages.`],
			...(portalUrl === undefined ? {} : {page: portalUrl}),
		},
		{
			id: 'redirect-uri',
			title: 'Register the redirect URI',
			how: ['Enter it exactly as it is.'],
			puts: {value: 'redirect_uri', field: 'Redirect URI'},
		},
		{
			id: 'copy',
			title: 'Copy client ID and client secret',
			how: [],
			showsSecret: true,
		},
	],
	scopes: [],
	trial: [oneUser],
});
