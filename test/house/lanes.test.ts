import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {suite, test} from 'node:test';
import {filesOf, laneNames, strayPlaces, testFiles, testFolder} from '../support/lanes.ts';
import {root} from './source-files.ts';

const laneFolder = path.join(testFolder, 'lanes');

suite('the lanes of the tests', () => {
	test('have every file of tests, and each in one lane only', () => {
		const all = laneNames.flatMap(filesOf);
		assert.deepEqual(all.toSorted(), testFiles());
		assert.ok(all.includes('house/lanes.test.ts'));
	});

	test('name no file or folder that is not there', () => {
		assert.deepEqual(strayPlaces(), []);
	});

	test('are all begun by a file of their own, and npm test runs all of these', () => {
		assert.deepEqual(readdirSync(laneFolder).sort(), laneNames.map(name => `${name}.ts`).toSorted());
		for (const name of laneNames) {
			assert.match(
				readFileSync(path.join(laneFolder, `${name}.ts`), 'utf8'),
				new RegExp(`^runLane\\('${name}'\\);$`, 'm'),
			);
		}
		const {scripts} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
		assert.match(scripts.test, /&& npm run test:all$/);
		assert.match(scripts['test:all'], / test\/lanes\/\*\.ts$/);
	});
});
