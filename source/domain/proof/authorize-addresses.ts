/**
Where users of a provider consent, by the provider's documentation, first what is used most. Hosts are compared whole, with
their port. A provider without an address here publishes none.
*/
export const authorizeAddresses: Readonly<Record<string, readonly string[]>> = {
	strava: ['https://www.strava.com/oauth/authorize'],
	whoop_v2: ['https://api.prod.whoop.com/oauth/oauth2/auth'],
	google_health: ['https://accounts.google.com/o/oauth2/v2/auth'],
	google_fit: ['https://accounts.google.com/o/oauth2/v2/auth'],
	fitbit: ['https://www.fitbit.com/oauth2/authorize'],
	oura: [
		'https://cloud.ouraring.com/oauth/authorize',
		'https://moi.ouraring.com/oauth/v2/ext/oauth-authorize',
	],
	garmin: ['https://connect.garmin.com/oauth2Confirm'],
	withings: ['https://account.withings.com/oauth2_user/authorize2'],
	polar: ['https://flow.polar.com/oauth2/authorization'],
	dexcom_v3: [
		'https://api.dexcom.com/v2/oauth2/login',
		'https://sandbox-api.dexcom.com/v2/oauth2/login',
		'https://api.dexcom.eu/v2/oauth2/login',
		'https://api.dexcom.jp/v2/oauth2/login',
	],
	wahoo: ['https://api.wahooligan.com/oauth/authorize'],
	ultrahuman: ['https://auth.ultrahuman.com/authorise'],
	omron: [
		'https://prd-oauth-website.ohiomron.com/connect/authorize',
		'https://stg-oauth-website.ohiomron.com/connect/authorize',
	],
	my_fitness_pal_v2: ['https://api.myfitnesspal.com/v2/oauth2/auth'],
	map_my_fitness: ['https://www.mapmyfitness.com/v7.1/oauth2/authorize/'],
	runkeeper: ['https://runkeeper.com/apps/authorize'],
	ihealth: ['https://api.ihealthlabs.com:8443/OpenApiV2/OAuthv2/userauthorization/'],
};

/** The hosts at which users of a provider consent, each with its port where that is another than 443. */
export const authorizeHosts = (slug: string): readonly string[] =>
	(Object.hasOwn(authorizeAddresses, slug) ? (authorizeAddresses[slug] ?? []) : []).map(
		address => new URL(address).host,
	);
