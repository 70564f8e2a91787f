import assert from 'node:assert/strict';
import {once} from 'node:events';
import {PassThrough} from 'node:stream';
import {suite, type TestContext, test} from 'node:test';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {useInput, usePaste} from 'ink';
import {createElement, useLayoutEffect, useState} from 'react';
import {unstable_NormalPriority, unstable_scheduleCallback} from 'scheduler';
import {keyStream} from '../../source/ui/key-stream.ts';
import {keyRunOf} from '../fuzz/key-play.ts';
import {bracketed, keys} from '../support/keys.ts';
import {mount} from '../support/screen.ts';

/** Hears keys and pastes as the wizard does. */
function Listener({onKey}: {readonly onKey: (key: string) => void}) {
	useInput((input, key) => onKey(key.ctrl ? `ctrl+${input}` : input));
	usePaste(() => onKey('paste'));
	return null;
}

/** A stream of keys, read as Ink reads it: all there is, whenever there is something. */
function read(t: TestContext) {
	const terminal = Object.assign(new PassThrough(), {isTTY: true});
	const stream = keyStream(terminal);
	const pieces: string[] = [];
	stream.on('readable', () => {
		for (let piece = stream.read(); piece !== null; piece = stream.read()) pieces.push(String(piece));
	});
	t.after(() => stream.dispose());
	/** The pieces, once so many characters were read. */
	const readAll = async (text: string) => {
		while (pieces.join('').length < text.length) await once(stream, 'readable');
		return pieces;
	};
	return {terminal, stream, pieces, readAll};
}

suite('keys of one chunk', () => {
	test('are read one by one', async t => {
		const {terminal, readAll} = read(t);
		const typed = [keys.down, keys.down, keys.enter, keys.left, 'x', keys.escape];
		terminal.write(typed.join(''));
		assert.deepEqual(await readAll(typed.join('')), typed);
	});

	test('have a turn of the event loop each, in which a frame can be drawn', async t => {
		const {terminal, stream, pieces} = read(t);
		terminal.write(keys.down + keys.up);
		await once(stream, 'readable');
		await nextTurn();
		const seen = pieces.length;
		assert.ok(seen <= 2, `${seen} keys were read at once`);
		while (pieces.length < 2) await once(stream, 'readable');
		assert.deepEqual(pieces, [keys.down, keys.up]);
	});

	test('keep their order when more arrive meanwhile', async t => {
		const {terminal, readAll} = read(t);
		const typed = Array.from({length: 30}, (_, index) => (index % 2 === 0 ? keys.down : String(index)));
		for (const key of typed) terminal.write(key);
		assert.deepEqual(await readAll(typed.join('')), typed);
	});
});

suite('Return held down', () => {
	test('is heard at once, also where it comes in a run: kept back, it would seem to have been pressed calmly', async t => {
		t.mock.timers.enable({apis: ['setTimeout']});
		const {terminal, readAll} = read(t);
		const run = keys.enter.repeat(20);
		terminal.write(run);
		assert.deepEqual(await readAll(run), [run]);
	});
});

suite('a paste without brackets', () => {
	test('of 10 kB in three chunks is one piece, and its final line break presses nothing', async t => {
		t.mock.timers.enable({apis: ['setTimeout']});
		const {terminal, readAll} = read(t);
		const text = 'c2VjcmV0'.repeat(1280);
		for (const chunk of [text.slice(0, 4096), text.slice(4096), keys.enter]) {
			terminal.write(chunk);
			await nextTurn();
		}
		t.mock.timers.tick(1000);
		assert.deepEqual(await readAll(`${text}\r`), [`${text}\r`]);
	});

	test('is followed by a Return of its own once it is over', async t => {
		const {terminal, readAll} = read(t);
		const text = 'a-long-enough-secret';
		terminal.write(text);
		await readAll(text);
		terminal.write(keys.enter);
		assert.deepEqual(await readAll(`${text}\r`), [text, keys.enter]);
	});

	test('with wide characters that are cut between chunks is whole', async t => {
		const {terminal, readAll} = read(t);
		const bytes = Buffer.from('geheimnis-🔑-漢字');
		for (const byte of bytes) terminal.write(Buffer.from([byte]));
		assert.equal((await readAll('geheimnis-🔑-漢字')).join(''), 'geheimnis-🔑-漢字');
	});
});

suite('a bracketed paste', () => {
	test('in chunks is one piece, wherever it is cut', async t => {
		const paste = bracketed('line one\r\nline two\r');
		for (const cut of [6, 10, paste.length - 3]) {
			const {terminal, readAll} = read(t);
			terminal.write(paste.slice(0, cut));
			await nextTurn();
			terminal.write(paste.slice(cut) + keys.enter);
			assert.deepEqual(await readAll(paste + keys.enter), [paste, keys.enter]);
		}
	});

	test('that never ends still lets Ctrl+C be heard', async t => {
		const {terminal, readAll} = read(t);
		terminal.write('\u001b[200~half a secret');
		await nextTurn();
		terminal.write(keys.ctrlC);
		const all = bracketed('half a secret') + keys.ctrlC;
		assert.deepEqual(await readAll(all), [bracketed('half a secret'), keys.ctrlC]);
	});
});

suite('Ctrl+C', () => {
	const open = '\u001b[200~';
	const twice = [keys.ctrlC, keys.ctrlC];
	// What random keys found: the chunks as they came, and the keys they are.
	const rows: Readonly<
		Record<string, {readonly chunks: readonly string[]; readonly heard: readonly string[]}>
	> = {
		'glued to a letter in an unfinished paste': {
			chunks: [`${open}half`, `x${keys.ctrlC}`],
			heard: [bracketed('halfx'), keys.ctrlC],
		},
		'twice in one chunk in an unfinished paste': {
			chunks: [`${open}half`, keys.ctrlC + keys.ctrlC],
			heard: [bracketed('half'), ...twice],
		},
		'between letters in an unfinished paste that ends in an escape': {
			chunks: [`${keys.up}${open}${keys.up}${keys.escape}`, `x${keys.ctrlC}`, `${keys.ctrlC}y`],
			heard: [keys.up, bracketed(`${keys.up}${keys.escape}x`), ...twice, 'y'],
		},
		'before a paste that is unfinished': {chunks: [`${keys.ctrlC}${open}half`], heard: [keys.ctrlC]},
		'in a paste that follows an unfinished one': {
			chunks: [`${open}half`, `x${keys.ctrlC}${open}more${keys.ctrlC}`],
			heard: [bracketed('halfx'), keys.ctrlC, bracketed('more'), keys.ctrlC],
		},
		'right after Escape': {
			chunks: [keys.escape + keys.ctrlC + keys.ctrlC],
			heard: [keys.escape, ...twice],
		},
		'right after the beginning of a sequence': {
			chunks: [`${keys.escape}[${keys.ctrlC}`, `${keys.escape}O${keys.ctrlC}`],
			heard: [`${keys.escape}[`, keys.ctrlC, `${keys.escape}O`, keys.ctrlC],
		},
		'after a mark of a paste that was cut at its Escape': {
			chunks: [keys.escape, '[200~half', keys.ctrlC],
			heard: [bracketed('half'), keys.ctrlC],
		},
	};
	for (const [name, {chunks, heard}] of Object.entries(rows)) {
		test(`is heard ${name}`, async t => {
			const {terminal, readAll} = read(t);
			for (const chunk of chunks) {
				terminal.write(chunk);
				await nextTurn();
			}
			assert.deepEqual(await readAll(heard.join('')), heard);
		});
	}

	test('does not wait behind a torrent of other keys', async t => {
		const {terminal, stream, pieces} = read(t);
		for (let chunk = 0; chunk < 50; chunk++) terminal.write((keys.escape + keys.up).repeat(100));
		await once(stream, 'readable');
		terminal.write(keys.ctrlC + keys.ctrlC);
		while (pieces.at(-2) !== keys.ctrlC) await once(stream, 'readable');
		assert.deepEqual(pieces.slice(-2), twice);
		assert.ok(pieces.length < 5000, `${pieces.length} keys were read`);
	});

	test('in a paste that has its end is a part of it', async t => {
		const {terminal, readAll} = read(t);
		const paste = bracketed(`a${keys.ctrlC}b`);
		for (const chunk of [paste.slice(0, 8), paste.slice(8)]) terminal.write(chunk);
		assert.deepEqual(await readAll(paste), [paste]);
	});

	test('is heard by Ink after whatever came before it', async t => {
		const heard: string[] = [];
		const app = mount(createElement(Listener, {onKey: key => heard.push(key)}), {
			stdin: terminal => keyStream(terminal) as unknown as NodeJS.ReadStream,
		});
		t.after(() => app.unmount());
		await app.settle();
		for (let seed = 1; seed <= 40; seed++) {
			const {plays} = keyRunOf(seed, 12);
			for (const play of plays) if (play.kind === 'write') app.write(play.bytes);
			heard.length = 0;
			app.write(keys.ctrlC + keys.ctrlC);
			await app.waitFor(() => heard.slice(-2).join(' ') === 'ctrl+c ctrl+c');
		}
	});
});

suite('a screen that was just painted', () => {
	test('hears the next key, however busy React is before it listens', async t => {
		const heard: string[] = [];
		let arrive: () => void = () => undefined;
		function Screen() {
			// Longer than React works in one turn, and in its queue before the effects of this screen.
			for (let task = 0; task < 8; task++)
				unstable_scheduleCallback(unstable_NormalPriority, () => {
					for (const from = performance.now(); performance.now() - from < 6; );
				});
			useLayoutEffect(() => app.write(keys.ctrlU + keys.ctrlA), []);
			return createElement(Listener, {onKey: key => heard.push(key)});
		}
		function Screens() {
			const [isPainted, setIsPainted] = useState(false);
			arrive = () => setIsPainted(true);
			useInput(() => undefined);
			return isPainted ? createElement(Screen) : null;
		}
		const app = mount(createElement(Screens), {
			stdin: terminal => keyStream(terminal) as unknown as NodeJS.ReadStream,
		});
		t.after(() => app.unmount());
		await app.settle();
		arrive();
		await app.waitFor(() => heard.at(-1) === 'ctrl+a');
		assert.deepEqual(heard, ['ctrl+u', 'ctrl+a']);
	});
});

suite('the stream', () => {
	test('passes raw mode and references on to the terminal', t => {
		const calls: unknown[] = [];
		const terminal = Object.assign(new PassThrough(), {
			isTTY: true,
			setRawMode: (isRaw: boolean) => calls.push(isRaw),
			ref: () => calls.push('ref'),
			unref: () => calls.push('unref'),
		});
		const stream = keyStream(terminal);
		t.after(() => stream.dispose());
		stream.setRawMode?.(true);
		stream.ref?.();
		stream.unref?.();
		assert.deepEqual([stream.isTTY, calls], [true, [true, 'ref', 'unref']]);
	});

	test('lets go of the terminal when it is disposed of, and hands out nothing more', async t => {
		t.mock.timers.enable({apis: ['setTimeout']});
		const {terminal, stream, pieces} = read(t);
		terminal.write('a paste that waits for its end');
		await nextTurn();
		stream.dispose();
		assert.equal(terminal.listenerCount('data'), 0);
		assert.ok(terminal.isPaused());
		terminal.write(keys.enter);
		t.mock.timers.tick(1000);
		for (let turn = 0; turn < 20; turn++) await nextTurn();
		assert.deepEqual(pieces, []);
	});
});
