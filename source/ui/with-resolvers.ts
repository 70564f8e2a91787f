type Resolvers = {
	promise: Promise<unknown>;
	resolve: (value: unknown) => void;
	reject: (reason: unknown) => void;
};
type Constructor = PromiseConstructor & {withResolvers?: () => Resolvers};

// Ink calls it, and Node has it only since version 22.
(Promise as Constructor).withResolvers ??= () => {
	const resolvers: Partial<Resolvers> = {};
	resolvers.promise = new Promise((resolve, reject) => Object.assign(resolvers, {resolve, reject}));
	return resolvers as Resolvers;
};

export {};
