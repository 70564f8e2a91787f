/** The API's `Providers`. */
const providers = [
	...['oura', 'fitbit', 'garmin', 'whoop', 'strava', 'renpho', 'peloton', 'wahoo', 'zwift'],
	...['freestyle_libre', 'abbott_libreview', 'tandem_source', 'freestyle_libre_ble', 'eight_sleep'],
	...['withings', 'apple_health_kit', 'manual', 'ihealth', 'google_fit', 'beurer_api', 'beurer_ble'],
	...['omron', 'omron_ble', 'onetouch_ble', 'accuchek_ble', 'contour_ble', 'dexcom', 'dexcom_v3'],
	...['hammerhead', 'my_fitness_pal', 'health_connect', 'samsung_health', 'polar', 'cronometer'],
	...['kardia', 'whoop_v2', 'ultrahuman', 'my_fitness_pal_v2', 'map_my_fitness', 'runkeeper'],
	'google_health',
];

/** The API's `OAuthProviders`. `map_my_fitness` is missing there too. */
const oauthProviders = [
	...['oura', 'fitbit', 'garmin', 'strava', 'wahoo', 'ihealth', 'withings', 'google_fit', 'dexcom_v3'],
	...['polar', 'cronometer', 'omron', 'whoop_v2', 'my_fitness_pal_v2', 'ultrahuman', 'runkeeper'],
	'google_health',
];

const labs = [
	...['ayumetrix', 'spiriplex', 'ussl', 'quest', 'sonora_quest', 'labcorp', 'bioreference', 'us_biotek'],
	...['manual', 'sanocardio', 'ihd', 'nexus', 'my_uti', 'crl', 'mtl'],
];

const labServices = ['aftership', 'shippo', 'sanocardio', 'supera', 'twilio', 'telnyx', 'mtl'];

const appointmentProviders = ['getlabs', 'phlebfinders', 'quest', 'sonora_quest'];

/** What each operation takes as `provider`: they differ. */
export const saveable = [...new Set([...providers, ...labs, ...labServices, ...appointmentProviders])];
export const preparable = [...new Set([...providers, ...labs])];
export const filterable = [...new Set([...oauthProviders, ...labs, 'freestyle_libre'])];
