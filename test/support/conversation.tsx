import type {ReactNode} from 'react';
import {Secret} from '../../source/domain/secret.ts';
import {App} from '../../source/ui/app.tsx';
import {type Conversation, ConversationProvider} from '../../source/ui/conversation.ts';
import {frameFor} from '../../source/ui/frame.ts';
import {keyStream} from '../../source/ui/key-stream.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import type {Launch} from '../../source/wizard/launch.ts';
import {startWizard} from '../../source/wizard/wizard.ts';
import type {Size} from './emulator.ts';
import {fakeServices} from './fake-services.ts';
import {neverSuspended} from './job-control.ts';
import {mount} from './screen.ts';

/** A component as if it stood on a screen of the app. */
const neverStops = new AbortController().signal;

export function inConversation(node: ReactNode, changes: Partial<Conversation> = {}) {
	const conversation: Conversation = {
		wizard: startWizard(),
		dispatch: () => startWizard(),
		frame: frameFor(80, 24, 0),
		services: fakeServices().services,
		leave() {},
		onTyped() {},
		isPresenting: false,
		veil: text => text,
		isCovered: false,
		openHelp() {},
		stand() {},
		...changes,
	};
	return <ConversationProvider value={conversation}>{node}</ConversationProvider>;
}

const stdin = (terminal: NodeJS.ReadStream) => keyStream(terminal) as unknown as NodeJS.ReadStream;

/** A screen that is sent nothing before it hears keys, which is a moment after it is drawn. */
function attentive(app: ReturnType<typeof mount>): ReturnType<typeof mount> {
	return {
		...app,
		async press(...pieces) {
			await app.settle();
			await app.press(...pieces);
		},
		async paste(text) {
			await app.settle();
			await app.paste(text);
		},
	};
}

/** A prompt on an emulated terminal, with its keys handed out as the app does. */
export const mountPrompt = (node: ReactNode, changes: Partial<Conversation> = {}) =>
	attentive(mount(inConversation(node, changes), {stdin}));

/** The whole app with these answers given, so that it stands at the step after them. */
export const mountApp = (
	preset: Answers,
	services = fakeServices().services,
	{launch = {}, ...size}: Partial<Size> & {launch?: Launch} = {},
) =>
	attentive(
		mount(
			<App
				preset={preset}
				services={services}
				launch={launch}
				stopSignal={neverStops}
				jobControl={neverSuspended}
				onEnd={() => {}}
				paintAnew={() => {}}
			/>,
			{
				rows: 30,
				...size,
				stdin,
			},
		),
	);

const organizationId = '0b6e8a1e-1111-4a4a-8a8a-000000000001';

/** The answers up to a step. */
export const answered = {
	organization: {organization: {id: organizationId, isDemo: false}},
	get key(): Answers {
		const secret = new Secret('mg_canary');
		const address = {generation: 'junction', url: 'https://api.management.junction.com'} as const;
		return {...this.organization, 'organization-key': {secret, organizationId, ...address}};
	},
	get region(): Answers {
		return {...this.key, environment: 'sandbox', region: 'us'};
	},
	get team(): Answers {
		return {...this.region, team: {id: '0b6e8a1e-2222-4a4a-8a8a-000000000001', name: 'Ashbourne'}};
	},
	get everything(): Answers {
		return {
			...this.team,
			provider: {slug: 'oura'},
			register: {steps: []},
			'client-id': {kind: 'given', value: 'an-application'},
			'client-secret': {kind: 'given', value: new Secret('a-client-secret')},
			'redirect-url-override': {kind: 'empty'},
		};
	},
};

/** Types a text that may be taken for a paste, which is held back for a moment, and waits until it is shown. */
export async function typeInto(app: ReturnType<typeof mount>, text: string): Promise<void> {
	await app.press(text);
	await app.waitFor(`❯ ${text}`.trimEnd());
}
