import {createContext, use} from 'react';
import type {ManagementApi} from '../domain/ports.ts';
import type {Wizard, WizardEvent} from '../wizard/state.ts';
import type {Frame} from './frame.ts';
import type {DemoSession, Services, Settled} from './services.ts';

/** What every screen has at hand. */
export type Conversation = {
	readonly wizard: Wizard;
	readonly dispatch: (event: WizardEvent) => Wizard;
	/** Goes one step back; missing where there is none. */
	readonly back?: () => void;
	readonly frame: Frame;
	readonly services: Services;
	readonly settled: Settled;
	/** The demo, once it runs, whether asked for by the command or from the first screen. */
	readonly demo?: DemoSession;
	readonly startDemo: () => void;
	/** The API of the organization whose key was accepted. */
	readonly api?: ManagementApi;
	/** Ends the program. */
	readonly leave: () => void;
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
