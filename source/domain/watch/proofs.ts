import type {Finding} from '../proof/finding.ts';
import type {Attention, Subject} from './attention.ts';

/** What a proof of a pair or of an application has to say; nothing where it proved it, or nobody tried. */
export function proofAttention(
	subject: Subject,
	what: 'pair' | 'application',
	finding: Finding | undefined,
): readonly Attention[] {
	if (!finding || finding.verdict === 'proved') return [];
	const {message, advice} = finding;
	const isRefuted = finding.verdict === 'refuted';
	return [
		{
			...subject,
			code: `${what}-${finding.verdict}`,
			severity: isRefuted ? 'high' : 'unknown',
			message,
			...(advice === undefined ? {} : {advice}),
		},
	];
}
