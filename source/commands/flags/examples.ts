import type {CommandName} from './command-table.ts';

/** A line of a shell, and what it does. */
export type Example = {readonly does: string; readonly line: string};

const target = '--org $ORG --env sandbox --region us';

/** What is typed most, for the help of each command. */
export const examples: Readonly<Record<CommandName, readonly Example[]>> = {
	wizard: [
		{does: 'ask for everything', line: 'byoo'},
		{does: 'answer some steps in advance, for somebody else', line: `byoo ${target} --provider strava`},
	],
	set: [
		{
			does: 'create a credential, its secret from a password manager',
			line: `byoo set ${target} --team 'Night Runners' --provider strava --client-id 12345 --client-secret-command 'op read op://oauth/strava/secret'`,
		},
		{
			does: 'rotate a secret: what is left out keeps what is stored',
			line: `byoo set ${target} --team 'Night Runners' --provider strava --client-secret-file secret.txt --yes`,
		},
		{
			does: 'look at the request first, and send nothing',
			line: `byoo set ${target} --team 'Night Runners' --provider polar --client-id abc --client-secret-env POLAR_SECRET --details-file polar.json --dry-run`,
		},
	],
	list: [
		{does: 'one environment and region', line: `byoo list ${target}`},
		{does: 'everywhere, with the gaps between sandbox and production', line: 'byoo list --org $ORG --all'},
	],
	delete: [
		{
			does: 'see what would be deleted',
			line: `byoo delete ${target} --team 'Night Runners' --provider strava --dry-run`,
		},
		{does: 'delete it', line: `byoo delete ${target} --team 'Night Runners' --provider strava --yes`},
	],
	prepare: [
		{
			does: 'what to register at the provider',
			line: `byoo prepare ${target} --team 'Night Runners' --provider google_health`,
		},
		{
			does: 'a page with the steps, for a colleague at the portal',
			line: `byoo prepare ${target} --team 'Night Runners' --provider google_health --steps steps.md`,
		},
		{
			does: 'and whether an endpoint of one’s own forwards as it must',
			line: `byoo prepare ${target} --team 'Night Runners' --provider google_health --redirect-url-override https://connect.example.com/callback`,
		},
	],
	prove: [
		{
			does: 'whether users are sent to the provider with what is saved',
			line: `byoo prove ${target} --team 'Night Runners' --provider strava`,
		},
		{
			does: 'and whether an account connects, by consenting in a browser here',
			line: `byoo prove ${target} --team 'Night Runners' --provider strava --connect`,
		},
	],
	plan: [
		{does: 'what a manifest would do', line: 'byoo plan fleet.yaml'},
		{does: 'fail a job where something would change', line: 'byoo plan fleet.yaml --detailed-exitcode'},
	],
	apply: [
		{does: 'save it, over what is stored too', line: 'byoo apply fleet.yaml --yes'},
		{
			does: 'the second of four parts, each on its own machine',
			line: 'byoo apply fleet.yaml --shard 2/4 --yes',
		},
	],
	export: [
		{does: 'everything', line: 'byoo export --org $ORG > fleet.yaml'},
		{does: 'one place of one team', line: `byoo export ${target} --team 'Night Runners' > fleet.yaml`},
		{
			does: 'the manifest to move a fleet to another provider with',
			line: 'byoo export --org $ORG --provider fitbit --as google_health > google-health.yaml',
		},
	],
	check: [
		{does: 'everything; exit code 6 where something needs attention', line: 'byoo check --org $ORG'},
		{does: 'the same against a manifest, for a job at night', line: 'byoo check fleet.yaml --json'},
		{
			does: 'with every pair and every application of the manifest tried',
			line: 'byoo check fleet.yaml --env sandbox --live-check --prove',
		},
	],
	providers: [
		{does: 'the catalogue', line: 'byoo providers'},
		{does: 'all about one', line: 'byoo providers google_health'},
	],
	organizations: [
		{does: 'what is remembered', line: 'byoo organizations'},
		{
			does: 'forget one on this computer',
			line: 'byoo organizations forget 8a1f0c3e-5b7d-4e2a-9c6f-0123456789ab',
		},
	],
	teams: [
		{does: 'every team, with its ID', line: 'byoo teams --org $ORG'},
		{
			does: 'create one',
			line: "byoo teams create --org $ORG --region us --name 'Night Runners' --yes",
		},
	],
	forwarder: [
		{does: 'for a Cloudflare Worker, into a folder', line: 'byoo forwarder --kind worker --out callback'},
		{
			does: 'for a callback that a flow of your own uses too, to look at',
			line: 'byoo forwarder --kind fastapi --shared',
		},
	],
	demo: [
		{does: 'the wizard, without an account', line: 'byoo demo'},
		{does: 'only its API, for other commands to try', line: 'byoo demo --serve --port 4010'},
	],
};
