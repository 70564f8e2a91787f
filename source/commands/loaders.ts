import type {CommandName} from './flags/command-table.ts';
import type {Run} from './shared/terminal.ts';

// The build makes a file of whatever the same imports below share. The fewer they are, the fewer files the wizard has to
// load for its first frame.

const forCredentials = async () => (await import('./for-credentials.ts')).forCredentials;
const forManifests = async () => (await import('./for-manifests.ts')).forManifests;

/** A command is loaded when it is called, with those of its kind, so that the wizard pays for none of them. */
export const loaders: Readonly<Record<CommandName | 'unknown', () => Promise<Run>>> = {
	wizard: async () => (await import('./wizard.ts')).wizard,
	demo: async () => (await import('./demo.ts')).demo,
	set: async () => (await forCredentials()).set,
	list: async () => (await forCredentials()).list,
	delete: async () => (await forCredentials()).delete,
	prepare: async () => (await forCredentials()).prepare,
	prove: async () => (await forCredentials()).prove,
	providers: async () => (await forCredentials()).providers,
	organizations: async () => (await forCredentials()).organizations,
	teams: async () => (await forCredentials()).teams,
	forwarder: async () => (await forCredentials()).forwarder,
	unknown: async () => (await forCredentials()).unknown,
	plan: async () => (await forManifests()).plan,
	apply: async () => (await forManifests()).apply,
	export: async () => (await forManifests()).export,
	check: async () => (await forManifests()).check,
};
