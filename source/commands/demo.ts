import type {FieldProblem} from '../domain/problem.ts';
import {readCommandLine} from './flags/command-line.ts';
import {commandNamed} from './flags/command-table.ts';
import {wholeNumber} from './flags/whole-number.ts';
import {badFlags, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';

/** `byoo demo`: the wizard on the embedded API, or with `--serve` that API by itself. */
export const demo: Run = async (argv, terminal) => {
	const line = readCommandLine(commandNamed('demo'), argv);
	if (!line.ok || !line.values.serve) {
		const {wizard} = await import('./wizard.ts');
		return wizard(argv, terminal, true);
	}
	return scripted('demo', argv, terminal, async ({values, voice}) => {
		const problems: FieldProblem[] = [];
		const port = wholeNumber('port', values.port, {from: 1, to: 65_535}, problems);
		if (problems.length > 0) return voice.fail(badFlags(problems));
		const {startDemo} = await import('../demo/server.ts');
		const {serveDemo} = await import('./demo-server.ts');
		const write = (text: string) => void terminal.stdout.write(text);
		const fail = (text: string) => void terminal.stderr.write(text);
		const start: typeof startDemo = options => startDemo({...options, wait: terminal.wait});
		return serveDemo({port: port ?? 0, write, fail, onStop: terminal.onStop, start});
	});
};
