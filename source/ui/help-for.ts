import {apis} from '../domain/api-generation.ts';
import type {Provider} from '../domain/providers/provider.ts';
import type {Answers, StepId, TargetStepId} from '../wizard/answers.ts';
import {providerOf, stepsFor} from '../wizard/steps.ts';

/** What the help says of a step: what it is, where to find it, and where to read on. */
export type Help = {
	readonly title: string;
	readonly texts: readonly string[];
	/** Of the screen alone. */
	readonly onScreen: readonly string[];
	readonly link?: string;
};

/** What stands in place of a step's screen, or after all of them. */
type OtherScreen = 'review' | 'saved' | 'left-users';

const titles: Readonly<Record<OtherScreen, string>> = {
	review: 'Review',
	saved: 'Saved',
	'left-users': 'Test users that are left',
};

const targetHelp: Readonly<Record<TargetStepId | OtherScreen, readonly string[]>> = {
	organization: [
		'The organization that the team belongs to, by its ID. It is in the Junction dashboard, in the organization’s settings.',
		'Organizations used before are offered first.',
	],
	'organization-key': [
		'A management key, which begins with mg_: one of the organization, made by its Org Admins in the Junction Dashboard (menu at the top left, Org Config), or one of a single team, made in the Team Config of that team. A team’s key is proved by the team’s ID; that it may store credentials is reported, not documented.',
		'A team’s API key is another thing and is refused: it begins with pk_ (production) or sk_ (sandbox), then us or eu for its region.',
		`It is read from ${apis.map(api => api.keyVariable).join(' or ')}, or asked for, masked. It is never stored here.`,
		'Keys that begin with mg_ belong to Junction’s address, others to Vital’s, the older one.',
	],
	environment: [
		'Sandbox is for tests. Production serves real users, and asks for the team’s name before anything is saved.',
		'Each environment has its own credential and its own redirect URI.',
	],
	region: ['The region that the team’s data live in. A team lives in one region only.'],
	team: [
		'The team whose users will connect with your application. Type a part of its name or ID to find it.',
		'Where the list cannot be read, its ID does as well. A team that is created here cannot be deleted by byoo.',
	],
	provider: [
		'The provider whose OAuth application you bring. Badges say what it asks of you.',
		'Some take no application of your own; each of them says why.',
	],
	register: [
		'The steps at the provider’s portal, in its order. Values differ by environment and region.',
		'Going on is always possible.',
	],
	review: [
		'Nothing is saved before you choose Submit. Just before the write, what is stored is read once more.',
	],
	saved: [
		'It is stored; the first line says how that is known. What is left to do at the provider is below it.',
		'Another provider keeps the organization and the team. Same provider elsewhere asks for another place or team.',
		'The report is a page for whoever goes on, without secrets.',
	],
	'left-users': [
		'A proof makes a test user at Junction and deletes it at the end. One that was killed, or lost its connection, could not do that; byoo noted the user before it was made.',
		'Before it is deleted it is looked at: what is not byoo’s own stays. Not now asks again the next time.',
	],
};

/** What there is on the screen alone: its keys, and what is not offered in lines. */
const screenHelp: Readonly<Partial<Record<StepId | OtherScreen, readonly string[]>>> = {
	organization: ['Ctrl+X forgets one on this computer.'],
	'organization-key': ['Tab changes the address, where that is not settled.'],
	provider: ['Those are folded at the end of the list.'],
	register: [
		'Enter copies what a step has, Space ticks it, Ctrl+O opens its page. To go on: End, then Enter.',
	],
	review: [
		'Enter on a line changes it and comes back here.',
		'Where it is offered, the provider can be asked first whether client ID and secret belong together; WHOOP also about ID, redirect URI and scopes, without the secret.',
	],
	saved: [
		'Prove the application compares where Junction sends users with what was saved; Connect one account, offered after that, tries it with a person.',
		'A proof makes a test user of its own at Junction, and deletes it at the end. ✖ says what is to be mended, ! that nobody knows.',
	],
};

/** The help of the step that is asked now. */
export function helpFor(step: StepId | OtherScreen, answers: Answers): Help {
	const provider = providerOf(answers);
	const found = stepsFor(answers).find(({id}) => id === step);
	if (found?.kind === 'field') {
		const {help, moreHelp = programmeOf(provider)} = found.field;
		return {title: found.title, texts: [help, ...moreHelp], onScreen: [], ...linkOf(provider)};
	}
	const texts = step in targetHelp ? targetHelp[step as keyof typeof targetHelp] : [];
	const isOfProvider = step === 'register';
	return {
		title: found?.title ?? titles[step as OtherScreen],
		texts,
		onScreen: screenHelp[step] ?? [],
		...(isOfProvider ? linkOf(provider) : {}),
		...(step === 'organization-key' ? {link: dashboardUrl} : {}),
	};
}

/** Where management keys are made. The addresses of their own pages are not documented. */
export const dashboardUrl = 'https://app.junction.com';

const programmeOf = (provider: Provider | undefined): readonly string[] =>
	provider?.programme === undefined ? [] : [provider.programme.note];

function linkOf(provider: Provider | undefined): {readonly link?: string} {
	const link = provider?.portalUrl ?? provider?.docsUrl;
	return link === undefined ? {} : {link};
}
