import {correction, generate} from 'lean-qr';

/** Modules around the code without which readers do not find it. The standard asks for four, in every direction. */
const quiet = 4;

/**
A QR code as rows of half blocks, two modules in each character from top to bottom. Light modules are drawn and dark ones
left blank, so it is read on a dark ground. Undefined for a text that is too long for any code.
*/
export function qrRows(text: string): readonly string[] | undefined {
	try {
		const code = generate(text, {minCorrectionLevel: correction.L});
		const size = code.size + 2 * quiet;
		const isLight = (x: number, y: number) => y < size && !code.get(x - quiet, y - quiet);
		return Array.from({length: Math.ceil(size / 2)}, (_, row) =>
			Array.from({length: size}, (_, x) => halves(isLight(x, 2 * row), isLight(x, 2 * row + 1))).join(''),
		);
	} catch {
		return undefined;
	}
}

function halves(isTopLight: boolean, isBottomLight: boolean): string {
	if (isTopLight) return isBottomLight ? '█' : '▀';
	return isBottomLight ? '▄' : ' ';
}
