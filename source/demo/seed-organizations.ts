/** An organization of the demo. `expiresInDays` counts from the server's start; null is never. */
export type DemoOrganization = {
	readonly id: string;
	readonly name: string;
	/** Opens nothing but the demo on this machine: the key is public, made up, and no other server knows it. */
	readonly key: string;
	readonly expiresInDays: number | null;
};

/** Teams in both regions, never expires. */
export const quillfeather: DemoOrganization = {
	id: 'b0f5c1de-7a41-4c7e-9d0a-3f6e2b8a1c01',
	name: 'Quillfeather Health',
	key: 'mg_demo_quillfeather',
	expiresInDays: null,
};

/** Teams in the EU only, expires soon. */
export const haldenMoss: DemoOrganization = {
	id: '5e2d9a34-1f0b-4b6d-8c57-9a70d4e6f202',
	name: 'Halden & Moss',
	key: 'mg_demo_halden_moss',
	expiresInDays: 9,
};

export const demoOrganizations: readonly DemoOrganization[] = [quillfeather, haldenMoss];
