import {useConversation} from '../../conversation.ts';

/** Leaves a proof: none is wanted any more, and what is under way ends. */
export function useClosing(onBack: () => void): () => void {
	const {dispatch} = useConversation();
	return () => {
		dispatch({type: 'proof-wanted'});
		onBack();
	};
}
