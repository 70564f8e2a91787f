import {useRef, useState} from 'react';
import {type ForwarderKind, forwarderKinds, platforms} from '../../../domain/forwarder.ts';
import {sentencesOf} from '../../../domain/problem.ts';
import {useConversation} from '../../conversation.ts';
import {useMasking} from '../../hooks/use-known-secrets.ts';
import {Menu} from '../../prompts/menu.tsx';
import {TextPrompt} from '../../prompts/text-prompt.tsx';
import {Remarks} from '../../remarks.tsx';
import {useRowsOfHelp} from '../../step-view.tsx';

type Writing = {
	/** Told where the file is. */
	readonly onWritten: (path: string) => void;
	readonly onBack: () => void;
};

/** Asks what the forwarder is to run on and for a folder, and writes it there. */
export function ForwarderWriting({onWritten, onBack}: Writing) {
	const [kind, setKind] = useState<ForwarderKind>();
	const [last, setLast] = useState<ForwarderKind>('worker');
	useRowsOfHelp();
	if (kind !== undefined) {
		return <FolderQuestion kind={kind} onWritten={onWritten} onBack={() => setKind(undefined)} />;
	}
	return (
		<Remarks remarks={[{tone: 'plain', text: purpose, isSpare: true}]} least={kinds.length}>
			<Menu
				items={kinds}
				initial={last}
				onChoose={chosen => {
					setLast(chosen);
					setKind(chosen);
				}}
				onBack={onBack}
			/>
		</Remarks>
	);
}

const purpose =
	'A small file to deploy on your domain. It forwards to Junction with 307, the query as it came. What is it to run on?';

const kinds = forwarderKinds.map(kind => {
	const {name, file} = platforms[kind];
	return {value: kind, label: `${name} (${file})`};
});

function FolderQuestion({kind, onWritten, onBack}: Writing & {readonly kind: ForwarderKind}) {
	const {services} = useConversation();
	const isMasked = useMasking(undefined);
	const [refused, setRefused] = useState<{readonly folder: string; readonly problem: string}>();
	const [tries, setTries] = useState(0);
	const isWriting = useRef(false);
	const write = (text: string): string | undefined => {
		const folder = text.trim() || here;
		if (isMasked(folder)) return 'This looks like a secret, so no folder is named by it.';
		if (isWriting.current) return undefined;
		isWriting.current = true;
		void services.writeForwarder(kind, folder).then(result => {
			isWriting.current = false;
			if (result.ok) return onWritten(result.value);
			setRefused({folder, problem: sentencesOf(result.problem)});
			setTries(count => count + 1);
		});
		return undefined;
	};
	const question = `The folder for ${platforms[kind].file}. It is made if it is missing; a file that is there is left alone.`;
	return (
		<Remarks remarks={[{tone: 'plain', text: question, isSpare: true}]} least={2}>
			<TextPrompt
				key={tries}
				initial={refused?.folder ?? here}
				isReplaced={refused === undefined}
				said={refused?.problem}
				onSubmit={write}
				onBack={onBack}
			/>
		</Remarks>
	);
}

/** The folder that byoo was started in. */
const here = '.';
