import {parseArgs} from 'node:util';
import {fuzzKeys} from './keys.ts';
import {fuzzTexts} from './texts.ts';

// npm run fuzz -- [--minutes 10] [--seed N]: random keys for the wizard, random texts for the commands. What fails is told
// with its seed, from which it can be played again.

const {values} = parseArgs({options: {minutes: {type: 'string', default: '2'}, seed: {type: 'string'}}});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const seconds = (Number(values.minutes) * 60) / 2;

console.log(`Seed ${seed}, ${values.minutes} minutes.`);
const texts = await fuzzTexts({seed, seconds});
console.log(`${texts.runs} runs of texts of each kind, ${texts.failures.length} failed.`);
for (const {kind, seed, reason} of texts.failures.slice(0, 20))
	console.log(`  ${kind}, seed ${seed}: ${reason}`);
const keys = await fuzzKeys({seed, seconds});
console.log(`${keys.runs} runs of keys, ${keys.failures.length} failed.`);
for (const {seed, reason, screen} of keys.failures.slice(0, 5))
	console.log(`  seed ${seed}: ${reason}\n${screen}`);
process.exitCode = texts.failures.length + keys.failures.length > 0 ? 1 : 0;
