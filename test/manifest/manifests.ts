import assert from 'node:assert/strict';
import {readManifest} from '../../source/manifest/read-manifest.ts';
import {teamId} from '../support/credentials.ts';

const strict = {allowsLiteralSecrets: false, allowsUnknownProviders: false};

export const read = (text: string, options = {}) => readManifest(text, {...strict, ...options});

export function rows(text: string, options = {}) {
	const reading = read(text, options);
	assert.ok(reading.ok, JSON.stringify(reading));
	return reading.manifest.rows;
}

/** Each problem as `line:column path: message`. */
export function problems(text: string, options = {}): readonly string[] {
	const reading = read(text, options);
	assert.ok(!reading.ok, 'There is no problem.');
	return reading.problems.map(({line, column, path, message}) => `${line}:${column} ${path}: ${message}`);
}

/** A manifest of one row, with these lines beside its target. */
export const manifest = (provider: string, ...lines: readonly string[]): string =>
	[
		'version: 1',
		'credentials:',
		`  - team: ${teamId}`,
		'    env: sandbox',
		'    region: us',
		`    provider: ${provider}`,
		...lines.map(line => `    ${line}`),
	].join('\n');

export const secretLine = 'client_secret: {env: STRAVA_SECRET}';
