import {forwardedPath, ownDomain} from '../../../domain/forwarder.ts';
import type {Answers} from '../../../wizard/answers.ts';
import {useConversation} from '../../conversation.ts';
import type {Remark} from '../../layout.ts';
import {Menu} from '../../prompts/menu.tsx';
import {Remarks} from '../../remarks.tsx';

/** Asked first where a forwarder is needed and none is known, with the reason. */
export function ForwarderLead({
	why,
	onWrite,
	onEnter,
}: {
	readonly why: string;
	readonly onWrite: () => void;
	readonly onEnter: () => void;
}) {
	const {back} = useConversation();
	return (
		<Remarks remarks={[{tone: 'warning', text: why}]} least={2}>
			<Menu
				items={[
					{value: 'write', label: 'Write a forwarder'},
					{value: 'enter', label: 'Enter its address'},
				]}
				onChoose={choice => (choice === 'write' ? onWrite() : onEnter())}
				onBack={back}
			/>
		</Remarks>
	);
}

/** What to do with a forwarder that was written, until its address can be entered. */
export function afterWriting(path: string, {environment, region, provider}: Answers): readonly Remark[] {
	const below = environment && region && provider ? forwardedPath({environment, region}, provider.slug) : '';
	return [
		{tone: 'good', text: `The forwarder is in ${path}.`},
		{tone: 'plain', text: `Deploy it, as it says at its top. Then enter its address: ${ownDomain}${below}`},
	];
}
