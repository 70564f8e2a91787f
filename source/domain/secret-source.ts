/** Where a secret, or details that hold some, come from. Never the secret itself. */
export type SecretSource =
	| {readonly kind: 'stdin'}
	| {readonly kind: 'file'; readonly path: string}
	| {readonly kind: 'environment'; readonly name: string}
	| {readonly kind: 'command'; readonly command: string};
