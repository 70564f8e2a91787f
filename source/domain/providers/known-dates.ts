import type {ProviderDate} from './provider.ts';

// What happened long ago and asks nothing of anybody any more is left out: a version 1 or an OAuth 1 that is gone.

const junctionDocs = 'https://github.com/tryVital/docs';

const junctionFitbit = `${junctionDocs}/blob/e3e95fe0a42204284141a1e824faf80a99e35c95/docs/wearables/guides/fitbit.mdx`;

export const fitbitDates: readonly ProviderDate[] = [
	{
		date: '2026-05-04',
		what: 'New applications can no longer be registered in the Fitbit portal.',
		source: 'Implementers who tried: https://github.com/TraceApps/nutritrace/issues/8',
		certainty: 'reported',
	},
	{
		date: '2026-09',
		what: 'Junction’s documentation names this month as the end of the Fitbit Web API.',
		source: `Junction, Fitbit guide, as of August 2026: ${junctionFitbit}`,
		certainty: 'documented',
		otherEnd: true,
	},
	{
		date: '2026-09-30',
		what: 'Google gives no more fixes or help; its newsletter of August 2026 called it the day of the switch-off.',
		source: 'Google Health API, About, and its newsletter: https://developers.google.com/health/newsletters',
		certainty: 'documented',
		otherEnd: true,
	},
	{
		date: '2026-10-30',
		what: 'Older copies of Google’s page name this day as the end of the Fitbit Web API.',
		source: 'Google Health API, About, an older copy: https://developers.google.com/health/about',
		certainty: 'documented',
		otherEnd: true,
	},
	{
		date: '2026-11-02',
		what: 'Google turns off the Fitbit Web API and Fitbit’s OAuth, which answer 410 Gone from then on.',
		advice: 'Set up Google Health instead: every user consents anew, for tokens cannot move.',
		source: 'Google Health API, About: https://developers.google.com/health/about',
		certainty: 'documented',
		ends: true,
	},
];

export const googleHealthDates: readonly ProviderDate[] = [
	{
		date: '2026-09',
		what: 'Google’s pages say that no new projects are being taken in.',
		advice:
			'Read the notice on developers.google.com/health first; Junction’s own application is the other way.',
		source:
			'Google Health API, notice on the reference pages, as others quote it: https://developers.google.com/health',
		certainty: 'reported',
	},
	{
		date: '2026-11-02',
		what: 'Google Health takes the place of the Fitbit Web API, which is turned off.',
		advice: 'Users of Fitbit consent anew.',
		source: 'Google Health API, About: https://developers.google.com/health/about',
		certainty: 'documented',
	},
];

export const googleFitDates: readonly ProviderDate[] = [
	{
		date: '2024-05-01',
		what: 'Google takes no new sign-ups for the Fit APIs.',
		advice: 'Only a project that signed up before can be used.',
		source: 'Google Fit documentation: https://developers.google.com/fit/rest/v1/authorization',
		certainty: 'documented',
	},
	{
		date: '2025-06-30',
		what: 'Google first named this day as the end of the Fit APIs, and later moved it into 2026.',
		source: 'InsideHook, May 2024: https://www.insidehook.com/gear/google-fit-api-shutdown-fitness-devices',
		certainty: 'reported',
	},
	{
		date: '2026',
		what: 'Google ends the Fit APIs.',
		advice: 'No day was published. Move to Health Connect on the phone, or to Google Health.',
		source: 'Google Fit documentation: https://developers.google.com/fit/rest/v1/authorization',
		certainty: 'documented',
		ends: true,
	},
];

export const garminDates: readonly ProviderDate[] = [
	{
		date: '2026-04',
		what: 'Garmin pauses requests for new developer accounts: in spring 2026, the day is not known.',
		advice: 'Without an account, Junction’s own application is the way.',
		source:
			'open-wearables, Garmin guide, and answers of Garmin that others quote: https://github.com/the-momentum/open-wearables',
		certainty: 'documented',
	},
	{
		date: '2026-12-31',
		what: 'Garmin retires OAuth 1.',
		advice: 'Garmin’s support converts older applications until then; ask Junction which kind it expects.',
		source:
			'Garmin’s guide for the move to OAuth 2, as quoted: https://github.com/RADAR-base/RADAR-Rest-Source-Auth/issues/313',
		certainty: 'documented',
	},
];

export const ouraDates: readonly ProviderDate[] = [
	{
		date: '2025-11',
		what: 'New applications are made at developer.ouraring.com; the earlier portal is for existing ones.',
		source: 'Oura Member Care: https://support.ouraring.com/hc/en-us/articles/4415266939155-The-Oura-API',
		certainty: 'reported',
	},
	{
		date: '2026-07-30',
		what: 'Applications of the new portal are seen to fail at the token address of the earlier one.',
		advice: 'Where users cannot connect, tell Junction from which portal the application is.',
		source:
			'Implementers who tried: https://github.com/louispires/Oura-Home-Assistant-Integration/issues/61 and issue 68',
		certainty: 'documented',
	},
];

const stravaPost =
	'https://communityhub.strava.com/insider-journal-9/an-update-to-our-developer-program-13428';

const stravaPress =
	'https://wowtechtoday.com/strava-tightens-api-access-as-ai-scraping-concerns-grow-ahead-of-ipo/';

export const stravaDates: readonly ProviderDate[] = [
	{
		date: '2026-06-01',
		what: 'Any application may serve ten athletes; new developers of the Standard tier need a paid subscription.',
		advice: 'Let the account that owns the application be subscribed.',
		source: `Strava, update to the developer program: ${stravaPost}`,
		certainty: 'documented',
	},
	{
		date: '2026-06-01',
		what: 'Applications that pass data through an intermediary are no longer supported, the press says.',
		advice: 'Read Strava’s API policy, and ask Strava where in doubt; Junction leaves it to you to comply.',
		source: `WOW Tech Today, June 2026: ${stravaPress}`,
		certainty: 'reported',
	},
	{
		date: '2026-06-30',
		what: 'Earlier developers of the Standard tier need a paid subscription too.',
		advice: 'Look at the account behind an older application as well.',
		source: `WOW Tech Today, June 2026, and open-wearables, Strava guide: ${stravaPress}`,
		certainty: 'documented',
	},
	{
		date: '2027-06-01',
		what: 'The earlier call that disconnects an athlete ends; one with client credentials takes its place.',
		advice: 'Nothing for you to do: Junction makes that call.',
		source:
			'Studio Global, a summary of June 2026: https://www.studioglobal.ai/discover/answers/search-6a1e24a1bf7669ae444568e3',
		certainty: 'reported',
	},
];

export const whoopDates: readonly ProviderDate[] = [
	{
		date: '2024-01',
		what: 'Junction stops using version 1 of WHOOP’s API.',
		advice: 'WHOOP connects by OAuth instead, with an application of your own.',
		source: `Junction’s documentation: ${junctionDocs}`,
		certainty: 'documented',
		ends: true,
	},
	{
		date: '2025-10-01',
		what: 'WHOOP switches version 1 of its API off.',
		source: 'Notes of implementers who measured WHOOP’s addresses in July 2026',
		certainty: 'reported',
	},
];

export const renphoDates: readonly ProviderDate[] = [
	{
		date: '2025-07',
		what: 'Junction takes Renpho out of its documentation.',
		advice: 'The old Renpho app registers no users any more.',
		source: `Junction’s documentation: ${junctionDocs}`,
		certainty: 'documented',
		ends: true,
	},
];

export const ihealthDates: readonly ProviderDate[] = [
	{
		date: '2025-09',
		what: 'Junction takes its support for iHealth out of its documentation.',
		advice: 'Ask Junction before you set it up.',
		source: `Junction’s documentation: ${junctionDocs}`,
		certainty: 'reported',
		ends: true,
	},
];
