import {type Edit, without} from '../edits.ts';
import {isValueName, readName, spacedLabel, wordsOfName} from '../names.ts';

/** What comes before a name in shells, files of settings and build files. */
const before = /^(?:export[ \t]+|set[ \t]+|setx[ \t]+|declare[ \t]+-x[ \t]+|env[ \t]+|\$env:|-e[ \t]+|--)/i;

/** `CLIENT_ID=`, `Client ID: `, `"client_id": ` and what is like them, before anything else. */
export function nameBefore(text: string): readonly Edit[] {
	const [shell = ''] = before.exec(text) ?? [];
	const found = /^(["'`]?)([A-Za-z_][\w .()-]{0,80}?)\1[ \t]*([=:])[ \t]*/.exec(text.slice(shell.length));
	if (!found) return labelBefore(text);
	const [whole, , name = '', separator] = found;
	const rest = text.charAt(shell.length + whole.length);
	if (rest === '' || rest === '=') return [];
	const reading = readName(name);
	const isWritten = isValueName(name) && (separator === '=' || reading !== undefined);
	const isLabel = reading !== undefined && (reading.isStrong || wordsOfName(name).length > 1);
	return isWritten || isLabel ? [without(0, shell.length + whole.length)] : labelBefore(text);
}

/** `Client ID 12345` and `Client ID - 12345`: what a line of a page or of a chat is like. */
function labelBefore(text: string): readonly Edit[] {
	const [, label = '', name = ''] = spacedLabel.exec(text) ?? [];
	return readName(name)?.isStrong ? [without(0, label.length)] : [];
}
