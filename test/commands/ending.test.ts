import assert from 'node:assert/strict';
import {test} from 'node:test';
import {endingBy} from '../../source/commands/shared/exit-codes.ts';

test('a screen that was told to stop ends by the signal, but for one that leaves its memory behind', () => {
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
	for (const system of ['linux', 'darwin'])
		assert.deepEqual(
			signals.map(signal => endingBy(signal, system)),
			['SIGINT', 'SIGTERM', 'SIGHUP', 131],
		);
});

test('on Windows, where no shell sees a signal, it ends by the code', () => {
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
	assert.deepEqual(
		signals.map(signal => endingBy(signal, 'win32')),
		[130, 130, 129],
	);
});
