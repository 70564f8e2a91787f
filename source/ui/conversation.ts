import {createContext, use} from 'react';
import type {Wizard, WizardEvent} from '../wizard/state.ts';
import type {Frame} from './frame.ts';
import type {Services} from './services.ts';

/** What every screen has at hand. */
export type Conversation = {
	readonly wizard: Wizard;
	readonly dispatch: (event: WizardEvent) => Wizard;
	/** Goes one step back; missing where there is none. */
	readonly back?: () => void;
	readonly frame: Frame;
	readonly services: Services;
	/** Ends the program. */
	readonly leave: () => void;
	/** Whether identifiers are hidden, for a screen that others see. */
	readonly isPresenting: boolean;
	/** The text as it may be shown: in presenter mode without identifiers. */
	readonly veil: (text: string) => string;
	/** Whether the help covers the step, which then hears no keys. */
	readonly isCovered: boolean;
	readonly openHelp: () => void;
	/** Whether the step stands alone on the screen, or among what is above it, as it usually does. */
	readonly stand: (how: 'alone' | 'among') => void;
	/** Told when something was typed that leaving would lose. */
	readonly onTyped: () => void;
};

const ConversationContext = createContext<Conversation | undefined>(undefined);

export const ConversationProvider = ConversationContext.Provider;

export function useConversation(): Conversation {
	const conversation = use(ConversationContext);
	if (!conversation) throw new TypeError('A screen is drawn only inside of the app.');
	return conversation;
}
