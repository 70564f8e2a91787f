import type {CommandName} from './flags/command-table.ts';
import type {Run} from './shared/terminal.ts';

/** Each command is loaded when it is called, so that none pays for another. */
export const loaders: Readonly<Record<CommandName | 'unknown', () => Promise<Run>>> = {
	wizard: async () => (await import('./wizard.ts')).wizard,
	set: async () => (await import('./set/set.ts')).set,
	list: async () => (await import('./list.ts')).list,
	delete: async () => (await import('./delete.ts')).remove,
	prepare: async () => (await import('./prepare.ts')).prepare,
	plan: async () => (await import('./plan.ts')).plan,
	apply: async () => (await import('./apply.ts')).apply,
	export: async () => (await import('./export.ts')).exportManifest,
	providers: async () => (await import('./providers.ts')).listProviders,
	organizations: async () => (await import('./organizations.ts')).organizations,
	demo: async () => (await import('./demo.ts')).demo,
	unknown: async () => (await import('./unknown.ts')).unknown,
};
