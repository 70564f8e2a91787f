import {Text} from 'ink';
import {Fragment} from 'react';
import {useConversation} from './conversation.ts';
import {glyphs, theme} from './theme.ts';
import {type TargetPart, targetOf} from './words.ts';

const between = ` ${glyphs.between} `;

/** Where the credential goes, as far as it is chosen; the environment is a badge. */
export function TargetLine() {
	const {wizard, frame, veil} = useConversation();
	const parts = targetOf(wizard.answers, frame.lineWidth, veil);
	if (parts.length === 0)
		return (
			<Text wrap="truncate" dimColor>
				Nothing is chosen yet
			</Text>
		);
	return (
		<Text wrap="truncate">
			{parts.map((part, index) => (
				<Fragment key={part.what}>
					{index > 0 && <Text dimColor>{between}</Text>}
					<Part part={part} />
				</Fragment>
			))}
		</Text>
	);
}

function Part({part: {what, text}}: {readonly part: TargetPart}) {
	if (what === 'production') {
		return (
			<Text bold {...theme.production}>
				{text}
			</Text>
		);
	}
	return (
		<Text inverse={what === 'sandbox'} bold={what === 'provider'}>
			{text}
		</Text>
	);
}
