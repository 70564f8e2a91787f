import {placeRows} from './destinations.ts';
import {javascriptFile} from './javascript.ts';

// Not a route: Next.js writes the query of an address anew before it hands it to a route (seen with 15.5 and 16.4), and so
// it does for a proxy, but from 16.2 on not with that setting.
const heading = {
	deploy: [
		'With your app on Next.js 16.2 or newer, as proxy.js beside the folder app, and in next.config.js:',
		'  skipProxyUrlNormalize: true',
		'Without that, and in older ones, Next.js writes the query anew, and byoo says so. Where there is a proxy.js already, let it begin with what this one does.',
	],
	mind: [
		'Nothing is logged here. next dev and some hosts log whole addresses, codes included.',
		`The query is forwarded as the proxy is handed it, which is how browsers send it: ' " < > come as %27 %22 %3C %3E, and a question mark that no query follows is left out.`,
		'Dots and slashes too many in a path are taken out by Next.js itself, slashes by a 308.',
	],
};

const reading = String.raw`
  // As it came: nextUrl, and any parsed URL, may write the query anew.
  const [, path, query] = /^https?:\/\/[^/?#]*([^?]*)(.*)$/s.exec(request.url);
  const answer = answerTo(request.method, path, query);`;

const matching = (paths: readonly string[]): string =>
	`export const config = { matcher: [${paths.map(path => `"${path}"`).join(', ')}] };`;

const environments = [...new Set(placeRows.map(([place]) => place.split('/')[0] ?? ''))];

const plain = `
export function proxy(request) {${reading}
  return new Response(null, answer);
}

// What comes by here. All other paths are your app's.
${matching(environments.map(environment => `/${environment}/:region/:provider`))}
`;

const shared = `
export function proxy(request) {${reading}
  if (answer) return new Response(null, answer);
  // YOUR OWN CODE GOES ON from here: whatever is not Junction's is handed to your route of this path.
}

// What comes by here: the paths of your callbacks. All others are your app's alone.
${matching(['/callback/:provider'])}
`;

/** `proxy.js`, for Next.js. */
export const nextjsFile = (isShared: boolean): string => javascriptFile(heading, {plain, shared}, isShared);
