import {type DOMElement, measureElement, useCursor} from 'ink';
import {type RefObject, useLayoutEffect, useRef, useState} from 'react';

/**
Puts the terminal's own cursor into the element, `cells` from its left edge, for input methods and screen
readers. The element's place is known only after layout, so a moved element costs one more render.
*/
export function useCaret(cells: number | undefined): RefObject<DOMElement | null> {
	const element = useRef<DOMElement | null>(null);
	const [origin, setOrigin] = useState<{readonly x: number; readonly y: number}>();
	const {setCursorPosition} = useCursor();
	setCursorPosition(
		origin === undefined || cells === undefined ? undefined : {x: origin.x + cells, y: origin.y},
	);
	useLayoutEffect(() => {
		if (!element.current) return;
		const {x, y} = measureElement(element.current);
		setOrigin(known => (known?.x === x && known.y === y ? known : {x, y}));
	});
	return element;
}
