import type {PortalStep} from './portal.ts';

/** What a callback on one's own domain has to do, by Junction's page on hosting them. */
export const forwarding: PortalStep = {
	id: 'forwarding',
	title: 'Host the callback that answers 307 to Junction',
	how: [
		'Answer every GET at once with 307 and this address, followed by the query string exactly as it came.',
		'byoo forwarder writes a small file that does it.',
	],
	puts: {value: 'forward_target', field: 'Location'},
	right: 'Called with ?code=x&state=y it answers 307, to this address with the same query. byoo can try it.',
	traps: ['It has to be 307, not 302, and the query is neither read nor written anew.'],
};

/** Where a pair of client ID and secret comes from whoever runs the programme, and from no page. */
export const keepPair: PortalStep = {
	id: 'copy',
	title: 'Keep the client ID and secret that you were given',
	how: ['The two belong together. byoo asks for them next.'],
	showsSecret: true,
};

export const oneUser = 'Connect one user through Junction Link.';
