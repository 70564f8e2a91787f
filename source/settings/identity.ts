import {createHash} from 'node:crypto';

/** The name of an organization's files, without what comes after it: the API's address and the organization's ID. */
export const fileNameOf = ({url, id}: {readonly url: string; readonly id: string}): string =>
	createHash('sha256').update(`${url}\n${id}`).digest('hex').slice(0, 32);

export const settingsName = (name: string): string => `${name}.json`;

/** Another name than that of any settings, so that versions that know no ticks leave it alone. */
export const ticksName = (name: string): string => `${name}.ticks.jsonl`;

export const testUsersName = (name: string): string => `${name}.test-users.jsonl`;
