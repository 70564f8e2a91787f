import {apply} from './apply.ts';
import {check} from './check/check.ts';
import {exportManifest} from './export.ts';
import {plan} from './plan.ts';

/** The commands about manifests, loaded together. */
export const forManifests = {plan, apply, export: exportManifest, check};
