import type {PlacedCredential} from '../../source/domain/credential.ts';
import {type Attention, subjectOf} from '../../source/domain/watch/attention.ts';
import {betweenEnvironments} from '../../source/domain/watch/environments.ts';
import type {OverrideSeen} from '../../source/domain/watch/override.ts';
import {overrideAttention, overrideOf} from '../../source/domain/watch/overrides.ts';
import {proofAttention} from '../../source/domain/watch/proofs.ts';
import {providerDates, providerEnd} from '../../source/domain/watch/providers.ts';
import {finderIn} from '../../source/domain/watch/targets.ts';
import {placed} from '../output/placed.ts';

const everywhere = (['sandbox', 'production'] as const).flatMap(environment =>
	(['us', 'eu'] as const).map(region => ({environment, region})),
);

const slugs = [
	'fitbit',
	'strava',
	'google_health',
	'omron',
	'map_my_fitness',
	'oura',
	'garmin',
	'freestyle_libre',
];
const names = [
	'Ashbourne Cardiology',
	'Łódź Wellness',
	'東京ウェルネス研究所',
	'مركز الرياض الصحي',
	'Night Runners of the Interdisciplinary Centre for Rehabilitation',
];

/** Fifty credentials of ten teams, some of one name, over all places, a third of them with an override. */
export const fifty: readonly PlacedCredential[] = Array.from({length: 50}, (_, index) => {
	const place = everywhere[index % 4];
	const team = Math.floor(index / 4) % 10;
	return placed(
		{
			id: `c${index}`,
			teamId: `0b6e8a1e-2222-4a4a-8a8a-0000000000${team + 10}`,
			provider: slugs[Math.floor(index / 3) % slugs.length] ?? '',
			redirect_url_override: index % 3 === 0 ? `https://connect-${index}.example.com/oauth/callback` : null,
		},
		{...place, teamName: names[team % names.length] ?? ''},
	);
});

/** What a watch has to say of them on a day, with something of each kind of override and proof. */
export function attentionOf(credentials: readonly PlacedCredential[], today: Date): readonly Attention[] {
	const find = finderIn(credentials);
	const seen: readonly OverrideSeen[] = [
		{kind: 'unusable'},
		{kind: 'unasked', why: 'proxy'},
		{kind: 'not-public', of: 'shared', byName: true},
		{
			kind: 'asked',
			judge: () => ({
				deviations: [
					{
						kind: 'unreachable',
						message: 'connect.example.com did not answer within 10 seconds.',
						advice: 'Check that the endpoint forwards at once, without waiting for anything else.',
					},
				],
			}),
		},
	];
	return [
		...credentials.flatMap(one => providerEnd(one, find, today)),
		...providerDates(credentials, today),
		...credentials.flatMap(one => betweenEnvironments(one, find, everywhere)),
		...credentials.flatMap((one, index) => {
			const override = overrideOf(one);
			const saw = seen[index % seen.length];
			return override && saw ? overrideAttention(one, override, saw, one.place) : [];
		}),
		...credentials.slice(0, 2).flatMap(one =>
			proofAttention(subjectOf(one), 'pair', {
				verdict: 'refuted',
				message: 'The provider knows no such pair.',
			}),
		),
	];
}
