import {type DOMElement, measureElement, useCursor} from 'ink';
import {type RefObject, useLayoutEffect, useRef, useState} from 'react';

type Origin = {readonly x: number; readonly y: number};

/**
Puts the terminal's own cursor into the element, `cells` from its left edge, for input methods and screen
readers. The element's place is known only after layout, so a moved element costs one more render.
*/
export function useCaret(cells: number | undefined): RefObject<DOMElement | null> {
	const element = useRef<DOMElement | null>(null);
	const [origin, setOrigin] = useState<Origin>();
	const known = useRef<Origin>(undefined);
	const {setCursorPosition} = useCursor();
	setCursorPosition(
		origin === undefined || cells === undefined ? undefined : {x: origin.x + cells, y: origin.y},
	);
	useLayoutEffect(() => {
		if (!element.current) return;
		const {x, y} = measureElement(element.current);
		// React would draw once more even for the same one.
		if (known.current?.x === x && known.current.y === y) return;
		known.current = {x, y};
		setOrigin(known.current);
	});
	return element;
}
