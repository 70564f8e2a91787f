const longestPath = 4096;

/**
The path of a file as a terminal types it when the file is dropped: absolute, from `~/` or as `file:///`; in quotes, or
with its spaces escaped. Undefined for anything else, another host's file among it. The last name has a dot in it, as
files of credentials have: base64 may begin with a slash. It is still to be asked about before it is read.
*/
export function droppedPath(text: string): string | undefined {
	const line = text.trim();
	if (line.length > longestPath || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(line)) return undefined;
	const path = plainPath(line);
	const isLocal = path !== undefined && /^(?:\/(?!\/)|~\/|[A-Za-z]:[\\/])/.test(path);
	return isLocal && /(?:^|[\\/])[^\\/]*\.[A-Za-z][^\\/.]*$/.test(path) ? path : undefined;
}

/** Without the marks around it, and with its escapes undone. */
function plainPath(line: string): string | undefined {
	const quoted = /^(["'])(.+)\1$/s.exec(line)?.[2];
	if (quoted !== undefined) return quoted;
	if (!line.startsWith('file:')) return isOfWindows(line) ? line : unescaped(line);
	if (!line.startsWith('file:///')) return undefined;
	try {
		return decodeURIComponent(line.slice(isOfWindows(line.slice(8)) ? 8 : 7));
	} catch {
		return undefined;
	}
}

const isOfWindows = (path: string): boolean => /^[A-Za-z]:[\\/]/.test(path);

/** A space that no backslash stands before is the end of a path, and there is more: no path alone. */
const unescaped = (line: string): string | undefined =>
	/(?<!\\)\s/.test(line) ? undefined : line.replace(/\\(.)/g, '$1');
