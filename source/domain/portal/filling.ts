/** What commands and pages of Google are filled in with. What is absent is not known yet. */
export type Known = {
	readonly serviceAccountEmail?: string | undefined;
	/** The principal to which Junction wants access, as the API spells it. */
	readonly principal?: string | undefined;
};

/** A command in one text, and the names in it that are not known yet. */
export type FilledCommand = {readonly text: string; readonly missing: readonly string[]};

/** What the names that commands leave open stand for. */
export const placeholderWords: Readonly<Record<string, string>> = {
	PROJECT_ID: 'the ID of the Google Cloud project',
	SERVICE_ACCOUNT_EMAIL: 'the address of the service account',
	IAM_PRINCIPAL: 'the principal that Junction names',
};

const email = /^([a-z][a-z0-9-]*)@([a-z][a-z0-9-]*)\.iam\.gserviceaccount\.com$/;

// Of what a server or somebody says only this gets into a command, so that no shell takes it for more than a word.
const word = /^[\w.@:/-]+$/;

/** Fills in the names in capitals. Those that are not known stand as they are. */
export function filledCommand(lines: readonly string[], known: Known): FilledCommand {
	const values = valuesOf(known);
	const missing = new Set<string>();
	const text = lines.join('\n').replaceAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g, name => {
		const value = values.get(name);
		if (value === undefined) missing.add(name);
		return value ?? name;
	});
	return {text, missing: [...missing]};
}

/** The page of the project where it is known, and the one on which it is chosen where it is not. */
export function filledPage(page: string, known: Known): string {
	const id = projectIdOf(known);
	return id === undefined
		? page.replace(/[?&]project=\{project\}/, '')
		: page.replace('{project}', encodeURIComponent(id));
}

/** The project ID is a part of the service account's address: `NAME@PROJECT_ID.iam.gserviceaccount.com`. */
const projectIdOf = ({serviceAccountEmail = ''}: Known): string | undefined =>
	email.exec(serviceAccountEmail)?.[2];

function valuesOf(known: Known): ReadonlyMap<string, string> {
	const {serviceAccountEmail = '', principal = ''} = known;
	const account = email.exec(serviceAccountEmail);
	const values: readonly (readonly [string, string | undefined])[] = [
		['PROJECT_ID', projectIdOf(known)],
		['SERVICE_ACCOUNT_EMAIL', account?.[0]],
		// Any name will do for one that is still to be made.
		['SERVICE_ACCOUNT_NAME', account?.[1] ?? 'junction-health'],
		['IAM_PRINCIPAL', word.test(principal) ? memberOf(principal) : undefined],
	];
	return new Map(values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** An address alone is that of a service account. */
const memberOf = (principal: string): string =>
	principal.includes(':') ? principal : `serviceAccount:${principal}`;
