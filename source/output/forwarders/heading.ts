import {forwardedPath, ownDomain} from '../../domain/forwarder.ts';
import {prose} from '../wrapping.ts';
import {audienceRows} from './destinations.ts';

/**
What a kind says of itself, beside what all say. A text is a paragraph; one that begins with two spaces is a
command.
*/
export type Heading = {
	/** What begins a line of comment. */
	readonly sign: '//' | '#';
	readonly deploy: readonly string[];
	/** What the platform writes down of a query, or writes in another way. */
	readonly mind: readonly string[];
};

/** The comment at the top of a file: what it does, how to deploy it, and how to try it. */
export function headingLines({sign, deploy, mind}: Heading, isShared: boolean): readonly string[] {
	const lines = [
		...(isShared ? sharedPurpose : purpose),
		'',
		...labelled('Deploy', deploy),
		...(isShared ? sharedTrial : trial),
		...labelled('Mind', mind),
	];
	return lines.map(line => `${sign} ${line}`.trimEnd());
}

/** Columns of a line, without the sign of the comment. */
const width = 107;

const labelled = (label: string, texts: readonly string[]): readonly string[] =>
	texts
		.flatMap(text => (text.startsWith(command) ? [text.slice(command.length)] : prose(text, width - indent)))
		.map((line, index) => `${(index === 0 ? label : '').padEnd(indent)}${line}`);

const indent = 9;

/** What begins a text that is not broken, and not shown. */
const command = '  ';

const purpose = prose(
	'Takes the callbacks of providers on a domain of yours, and forwards them to Junction: with 307, the query as it came. What is forwarded, and where to, stands in the tables below; nothing of a request decides it.',
	width,
);

const example = `${ownDomain}${forwardedPath({environment: 'production', region: 'us'}, 'google_health')}`;

const trial = [
	...labelled('Address', [
		`${ownDomain}/{environment}/{region}/{provider}`,
		`It is what you register with the provider, and the redirect URL override: such as ${example}`,
	]),
	...labelled('Try', [
		'  byoo prepare --org ORG --env production --region us --team TEAM --provider google_health \\',
		`    --redirect-url-override ${example}`,
	]),
];

const sharedPurpose = prose(
	'Takes callbacks that your own flow and Junction share. Those of Junction are forwarded: with 307, the query as it came, to where the tables below say. All others are for your own code, at the place that is marked.',
	width,
);

const base64url = (text: string): string =>
	btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const [[audience] = ['']] = audienceRows;

/** In the form of a link token, and signed by nobody. */
const madeUpState = `e30.${base64url(JSON.stringify({aud: audience}))}.x`;

const sharedTrial = [
	...labelled('Address', [
		`${ownDomain}/callback/{provider}, or those that you write into the first table`,
		'It is registered with the provider already; enter it as the redirect URL override too.',
	]),
	...labelled('Try', [
		`  curl -si '${ownDomain}/callback/strava?code=x&state=${madeUpState}'`,
		"It has to answer 307, to api.sandbox.us.junction.com. With any other state your own code answers, also to byoo prepare, whose made-up state is none of Junction's.",
	]),
];
