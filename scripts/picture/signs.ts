/**
Signs that fonts draw each in their own way, too narrow, with gaps between the rows or as an emoji: here as outlines in
a cell of 8.4 by 18, each from the cell's upper left corner. Lines reach a little beyond their cell, so that no hair
is seen between two of them however the picture is scaled.
*/
export const signs: Readonly<Record<string, string>> = {
	'┃': 'm3.2 -.4h2v18.8h-2z',
	'│': 'm3.7 -.4h1v18.8h-1z',
	'─': 'm-.3 8.5h9v1.1h-9z',
	'━': 'm-.3 8h9v2h-9z',
	'✔': 'm.2 9.8l1.6 -1.6l1.8 1.9l3.6 -5.7l1.7 1.2l-5 7.8z',
	'✖': 'm1 7l1.2 -1.2l2 2l2 -2l1.2 1.2l-2 2l2 2l-1.2 1.2l-2 -2l-2 2l-1.2 -1.2l2 -2z',
	'❯': 'm1.9 4.8l1.6 -1.2l3.8 5.4l-3.8 5.4l-1.6 -1.2l3 -4.2z',
	'›': 'm2.4 6.3l1.1 -.9l2.9 3.6l-2.9 3.6l-1.1 -.9l2.1 -2.7z',
	'◆': 'm4.2 4.2l4.3 4.8l-4.3 4.8l-4.3 -4.8z',
	'○': 'm.6 9a3.6 3.6 0 1 1 7.2 0a3.6 3.6 0 1 1 -7.2 0zm1.2 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0z',
	'●': 'm.6 9a3.6 3.6 0 1 1 7.2 0a3.6 3.6 0 1 1 -7.2 0z',
	'•': 'm2 9a2.2 2.2 0 1 1 4.4 0a2.2 2.2 0 1 1 -4.4 0z',
	'█': 'm0 0h8.5v18h-8.5z',
	'▏': 'm0 1h1.4v16h-1.4z',
};
