import {uuid} from '../domain/field-values.ts';
import {organizationsJson, organizationsLines} from '../output/organization-table.ts';
import {openMemory} from '../settings/memory.ts';
import {openTestUsers} from '../settings/test-users.ts';
import {exitCodes} from './shared/exit-codes.ts';
import {badFlags, type Context, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';
import {meantBy} from './unknown.ts';

/** `byoo organizations`: what is remembered, and `forget ID`, which removes it. */
export const organizations: Run = (argv, terminal) => scripted('organizations', argv, terminal, run);

const usersLeft =
	'A test user of it is left at Junction. Its note is kept, so that byoo prove with this organization deletes it.';

async function run({operands, terminal, voice}: Context): Promise<number> {
	const [verb, id] = operands;
	const forgotten = verb === undefined ? undefined : uuid.safeParse(id ?? '').data;
	if (verb !== undefined && (verb !== 'forget' || forgotten === undefined)) {
		const meant = verb === 'forget' ? '' : meantBy(verb, ['forget'], 'byoo organizations');
		const message = `It takes nothing, or forget and the ID of an organization.${meant}`;
		return voice.fail(badFlags([{field: 'org', message}]));
	}
	const memory = openMemory(terminal.configFolder);
	voice.note(...memory.warnings);
	const gone = memory.remembered.filter(organization => organization.id.toLowerCase() === forgotten);
	for (const organization of gone) {
		// They stay at Junction, so their note stays too.
		if (openTestUsers(terminal.configFolder, terminal).left(organization).length > 0) voice.note(usersLeft);
		const warning = await memory.forget(organization);
		if (warning !== undefined) {
			return voice.fail({
				kind: 'unavailable',
				message: warning,
				advice: 'Check the folder of BYOO_CONFIG_DIR.',
			});
		}
	}
	if (forgotten !== undefined) voice.note(gone.length > 0 ? 'Forgotten.' : 'It was not remembered.');
	const left = memory.remembered.filter(organization => !gone.includes(organization));
	voice.data(
		() => organizationsLines(left, {...voice, now: terminal.now()}),
		() => organizationsJson(left),
	);
	return exitCodes.done;
}
