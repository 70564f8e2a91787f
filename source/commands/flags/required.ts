import {hasKey} from '../shared/organization-keys.ts';
import type {Context} from '../shared/scripted.ts';
import {type Missing, missingFlag} from './missing.ts';
import type {TargetFlags} from './target-flags.ts';

/** What is read from the flags that name a target. */
const valuesOfFlags = {
	org: 'organizationId',
	env: 'environment',
	region: 'region',
	team: 'team',
	provider: 'provider',
} as const;

type TargetFlag = keyof typeof valuesOfFlags;

/** The flags of which those named are certainly there. */
export type With<Name extends TargetFlag> = TargetFlags &
	Required<Pick<TargetFlags, (typeof valuesOfFlags)[Name]>>;

type Needed<Name extends TargetFlag> =
	| {readonly ok: true; readonly flags: With<Name>}
	| {readonly ok: false; readonly missing: readonly Missing[]};

type RequiredOptions = {
	/** Flags that only this call needs, of which nothing more is promised. */
	readonly also?: readonly TargetFlag[];
	/** Says more of what is missing, or adds to it. */
	readonly told?: (missing: readonly Missing[]) => readonly Missing[];
};

/** The flags without which a command that speaks to the API cannot go on, or all that is missing, the key too. */
export function required<Name extends TargetFlag>(
	{command, values, terminal}: Context,
	flags: TargetFlags,
	names: readonly Name[],
	{also = [], told = missing => missing}: RequiredOptions = {},
): Needed<Name> {
	const missing = told([
		...[...names, ...also].filter(name => !isThere(flags, name)).map(name => missingFlag(command, name)),
		...(hasKey(values, terminal, flags.generation) ? [] : [missingKey]),
	]);
	return missing.length === 0 && areThere(flags, names) ? {ok: true, flags} : {ok: false, missing};
}

const isThere = (flags: TargetFlags, name: TargetFlag): boolean => flags[valuesOfFlags[name]] !== undefined;

const areThere = <Name extends TargetFlag>(flags: TargetFlags, names: readonly Name[]): flags is With<Name> =>
	names.every(name => isThere(flags, name));

const missingKey: Missing = {
	field: 'key',
	how: 'JUNCTION_MANAGEMENT_KEY',
	what: 'the organization key, in this variable or in VITAL_ORG_KEY; or --key-command CMD. No flag takes it',
};
