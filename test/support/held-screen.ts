import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

// Screens have times by the clock of the computer.
process.env.TZ = 'UTC';

const folder = path.join(import.meta.dirname, '../ui/screens');

/**
Holds the text of a screen against the one agreed on, in `test/ui/screens`. BYOO_UPDATE_GOLDEN=1 writes it anew:
look at what changes before you commit it.
*/
export function assertScreen(name: string, screen: string): void {
	const file = path.join(folder, `${name}.txt`);
	const actual = `${screen}\n`;
	if (process.env.BYOO_UPDATE_GOLDEN) writeFileSync(file, actual);
	assert.equal(actual, readFileSync(file, 'utf8'));
}
