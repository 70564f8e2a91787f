import {remove} from './delete.ts';
import {forwarder} from './forwarder.ts';
import {list} from './list.ts';
import {organizations} from './organizations.ts';
import {prepare} from './prepare.ts';
import {prove} from './prove.ts';
import {listProviders} from './providers.ts';
import {set} from './set/set.ts';
import {teams} from './teams.ts';
import {unknown} from './unknown.ts';

/** The commands about credentials one by one, loaded together. */
export const forCredentials = {
	set,
	list,
	delete: remove,
	prepare,
	prove,
	providers: listProviders,
	organizations,
	teams,
	forwarder,
	unknown,
};
