import {javascriptFile} from './javascript.ts';

const heading = {
	deploy: [
		'As a Cloudflare Worker:',
		'  npx wrangler deploy worker.mjs --name junction-callback --compatibility-date 2026-01-01',
		'Then give it your domain in the dashboard, under Settings, Domains & Routes.',
	],
	mind: [
		'Nothing is logged here. Leave Workers Logs off: they keep whole addresses, codes included.',
		'The query is forwarded as the Worker is handed it, which is how browsers send it. What no browser sends as it is, such as " or <, may be refused or come as %22 or %3C.',
	],
};

const reading = String.raw`
    // As it came: a parsed URL may write the query anew.
    const [, path, query] = /^https?:\/\/[^/?#]*([^?]*)(.*)$/s.exec(request.url);
    const answer = answerTo(request.method, path, query);`;

const plain = `
export default {
  fetch(request) {${reading}
    return new Response(null, answer);
  },
};
`;

const shared = `
export default {
  fetch(request) {${reading}
    return answer ? new Response(null, answer) : own(request);
  },
};

// YOUR OWN CODE GOES HERE: whatever is not Junction's. Where a server of yours is behind this Worker,
// fetch(request) asks it.
function own(request) {
  return new Response("Not found", { status: 404 });
}
`;

/** `worker.mjs`, for Cloudflare Workers. */
export const workerFile = (isShared: boolean): string => javascriptFile(heading, {plain, shared}, isShared);
