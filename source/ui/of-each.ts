/** What is made of a thing, once for each: of thousands only those that are new are looked at. */
export function ofEach<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
	const made = new WeakMap<Thing, Made>();
	return thing => {
		const one = made.get(thing) ?? make(thing);
		made.set(thing, one);
		return one;
	};
}
