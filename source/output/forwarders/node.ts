import {javascriptFile} from './javascript.ts';

const heading = {
	deploy: [
		'  PORT=8080 HOST=127.0.0.1 node server.mjs',
		'It speaks HTTP: put it behind what ends TLS for your domain. Without HOST it listens everywhere.',
	],
	mind: ['Nothing is logged here. See that what is in front of it keeps no queries: they hold codes.'],
};

const imports = ['import { createServer } from "node:http";'];

const reading = `
  // As it came: a parsed URL would write the query anew.
  const [, path, query] = /^([^?]*)(.*)$/s.exec(request.url);
  const answer = answerTo(request.method, path, query);`;

const listening = `
server.listen(process.env.PORT ?? 8080, process.env.HOST, () => {
  console.log("Listening at port " + server.address().port);
});
`;

const plain = `
const server = createServer((request, response) => {${reading}
  response.writeHead(answer.status, answer.headers).end();
});
${listening}`;

const shared = `
const server = createServer((request, response) => {${reading}
  if (answer) response.writeHead(answer.status, answer.headers).end();
  else own(request, response);
});

// YOUR OWN CODE GOES HERE: whatever is not Junction's.
function own(request, response) {
  response.writeHead(404).end("Not found");
}
${listening}`;

/** `server.mjs`, for Node by itself. */
export const nodeFile = (isShared: boolean): string =>
	javascriptFile(heading, {imports, plain, shared}, isShared);
