/** Makes the built program deaf to the first request to stop, as anything that hangs would. */
export const deaf = preloaded('AbortController.prototype.abort = () => undefined');

/** Makes a server that is to be closed wait for ever. */
export const withoutEnd = preloaded(
	"(await import('node:http')).Server.prototype.close = function () { return this }",
);

/** Makes the program fail by a fault of its own at SIGUSR2. */
export const faulty = preloaded("process.on('SIGUSR2', () => { throw new RangeError('provoked') })");

function preloaded(script: string): {readonly NODE_OPTIONS: string} {
	return {NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}`};
}
