/** The text of `byoo --help`. Plain, so that it needs nothing loaded. */
export const help = `byoo gives a Vital (Junction) team its own OAuth application for a wearable provider.

  byoo [flags]     the wizard; flags answer steps in advance
  byoo demo        the wizard on an embedded API: no account needed, nothing leaves this computer

Answer in advance
  --org ID                       the organization
  --env sandbox|production       the environment
  --region us|eu                 the region
  --team ID|NAME                 the team; a name, if exactly one team has it
  --provider SLUG                the provider, by the API's name, such as strava or google_health
  --client-id ID                 the client ID of your application
  --redirect-url-override URL    where users return to your own domain first
  --detail PATH=VALUE            a detail that is no secret, such as project_number=123 (repeatable)
  --allow-unknown-provider       take a provider that this version does not know

Guiding someone
  --present                      presenter mode: identifiers hidden, nothing revealed (Ctrl+T too)
  --report FILE                  write a page about each save: what was set, what is left to do

Which API
  --api vital|junction           the first or today's address of the Management API
  --api-url URL                  another address, https only

  --no-color   --help   --version

The organization key is read from JUNCTION_MANAGEMENT_KEY or VITAL_ORG_KEY, or asked for, masked.
The client secret is always asked for, masked. No flag takes a secret.
BYOO_CONFIG_DIR is where recent organizations are remembered. NO_COLOR is honoured.

Exit codes: 0 done · 1 failed · 2 wrong usage, nothing sent · 130 left
`;
