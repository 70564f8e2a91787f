// Which words before a name say whose it is. The catalogue of providers knows its own; these are about all others.

const words = (...lines: readonly string[]): ReadonlySet<string> =>
	new Set(lines.flatMap(line => line.split(' ')));

/** What names carry that are of no application: of frameworks, of programs, of protocols, of plain English. */
const common = words(
	'my our your their his her the a an this that these own of for in on at to from by with and or is are here s',
	'oauth auth authentication authorization sso oidc openid nextauth login connect social',
	'api apis rest app apps application applications client clients consumer',
	'credential credentials cred creds secret secrets key keys token config configuration conf cfg settings setting env',
	'environment var vars variable variables tf value values name id ids access data param params input output',
	'next nextjs nuxt public private vite react expo vue gatsby ng angular svelte spring security registration quarkus',
	'junction vital tryvital byoo health wearable wearables device devices fitness sync',
	'web website site mobile ios android native desktop server backend frontend service services svc worker',
	'provider providers vendor integration integrations partner developer dev registered account portal dashboard console',
	'default main primary user customer team company organization org tenant project workspace v',
);

/** Which of several applications of one owner it is. Two halves that differ in them are of two. */
const qualifiers = words(
	'prod production dev development staging stage test testing qa uat sandbox live local preview demo',
	'old new previous current us eu uk',
);

/** Services with OAuth applications of their own, that nothing here is for. */
const elsewhere = words(
	'slack github gitlab bitbucket facebook instagram twitter linkedin pinterest reddit tiktok snapchat discord twitch',
	'spotify microsoft azure entra office365 apple amazon aws cognito okta auth0 onelogin keycloak firebase supabase',
	'stripe paypal square plaid shopify salesforce hubspot zendesk intercom mailchimp sendgrid twilio zoom dropbox',
	'notion atlassian jira trello asana xero quickbooks docusign calendly yahoo line kakao wechat epic cerner',
);

/** `oauth2` is `oauth`. */
const withoutNumber = (word: string): string => word.replace(/\d+$/, '');

export const isQualifier = (word: string): boolean => /^\d+$/.test(word) || qualifiers.has(word);

/** Whether a word before a name says whose it is. */
export const isTelling = (word: string): boolean =>
	elsewhere.has(word) || !(isQualifier(word) || common.has(word) || common.has(withoutNumber(word)));

/** Whether it is a service that is known, and none of the catalogue. */
export const isElsewhere = (word: string): boolean => elsewhere.has(word);
