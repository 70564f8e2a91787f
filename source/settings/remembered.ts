import * as z from 'zod/mini';
import {apiGenerations} from '../domain/api-generation.ts';
import {environments, regions} from '../domain/credential.ts';
import type {RememberedOrganization} from '../domain/ports.ts';

const optional = <Schema extends z.core.$ZodType>(schema: Schema) => z.catch(z.optional(schema), undefined);

const schema = z.object({
	id: z.guid(),
	name: optional(z.string()),
	generation: z.enum(apiGenerations),
	url: z.url(),
	environment: optional(z.enum(environments)),
	region: optional(z.enum(regions)),
	team: optional(z.object({id: z.string(), name: z.optional(z.string())})),
	provider: optional(z.string()),
	lastUsed: z.iso.datetime(),
});

/**
A settings file's text as an organization, or undefined where it is damaged. A value that is unknown, from a
later version perhaps, is left out; what makes the file useless is damage.
*/
export function parseRemembered(text: string): RememberedOrganization | undefined {
	const parsed = schema.safeParse(parseJson(text));
	if (!parsed.success) return undefined;
	const known = Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined));
	return known as RememberedOrganization;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
