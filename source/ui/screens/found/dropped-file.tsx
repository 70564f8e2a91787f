import {useEffect, useRef, useState} from 'react';
import type {Problem} from '../../../domain/problem.ts';
import type {Secret} from '../../../domain/secret.ts';
import {shownInvisible} from '../../../domain/values/signs.ts';
import {useConversation} from '../../conversation.ts';
import {Offer, Refused} from './offer.tsx';

/** A file is read only after a question: a path may have been typed by whatever was dropped. */
export function DroppedFile({
	path,
	onRead,
	onInstead,
}: {
	readonly path: string;
	readonly onRead: (text: Secret) => void;
	readonly onInstead: () => void;
}) {
	const {problem, read} = useReading(path, onRead);
	if (problem) return <Refused {...problem} onInstead={onInstead} />;
	return (
		<Offer
			remarks={[{tone: 'plain', text: `This is the path of a file: ${shownInvisible(path)}`}]}
			items={[{value: 'read', label: 'Read the file'}]}
			onChoose={read}
			onInstead={onInstead}
		/>
	);
}

/** Reads the file once, and says why it cannot be read; nothing any more once the question is gone. */
function useReading(path: string, onRead: (text: Secret) => void) {
	const {services} = useConversation();
	const [problem, setProblem] = useState<Problem>();
	const isGone = useRef(false);
	const isAsked = useRef(false);
	useEffect(() => {
		isGone.current = false;
		return () => {
			isGone.current = true;
		};
	}, []);
	const read = async () => {
		if (isAsked.current) return;
		isAsked.current = true;
		const result = await services.readDropped(path);
		if (isGone.current) return;
		if (result.ok) onRead(result.value);
		else setProblem(result.problem);
	};
	return {problem, read};
}
