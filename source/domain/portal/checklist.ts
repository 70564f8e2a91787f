import type {Environment, Region} from '../credential.ts';
import type {FieldId} from '../field.ts';
import type {PreparationStep} from '../ports.ts';
import type {Provider} from '../providers/provider.ts';
import type {Statement} from './portal.ts';

/** What the steps are filled in with. What is absent is not known yet. */
export type ChecklistContext = {
	readonly provider: Provider;
	readonly environment: Environment;
	readonly region?: Region;
	/** What the API names; undefined where it was not asked or did not answer. */
	readonly prepared?: readonly PreparationStep[];
	/** The customer's own address, which is registered in place of Junction's. */
	readonly redirectOverride?: string;
	/** `details.project_number` and `details.service_account_email` of google_health. */
	readonly projectNumber?: string;
	readonly serviceAccountEmail?: string;
};

/** A value for a field of the portal. Without `value` it is not known yet, and `missing` says where it comes from. */
export type Placed = {
	readonly field: string;
	/** Which of several, where the API names more than one. */
	readonly label?: string;
	readonly value?: string;
	readonly missing?: string;
};

/** One step as it is shown: only what applies, its values filled in. */
export type ChecklistStep = {
	readonly id: string;
	readonly title: string;
	readonly isReported: boolean;
	readonly how: readonly Statement[];
	readonly page?: string;
	readonly puts: readonly Placed[];
	/** The whole block, and the names in it that are not known yet. */
	readonly command?: {readonly text: string; readonly missing: readonly string[]};
	readonly answers?: FieldId;
	readonly right?: Statement;
	readonly traps: readonly Statement[];
};
