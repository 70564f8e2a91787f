import {usePaste} from 'ink';
import {useConversation} from '../conversation.ts';

/** Hears pastes that the terminal marks as such, whole; not under the help. */
export function usePasted(onPaste: (text: string) => void, isActive = true): void {
	const {isCovered} = useConversation();
	usePaste(onPaste, {isActive: isActive && !isCovered});
}
