import {createHash} from 'node:crypto';
import type {Region} from '../domain/credential.ts';
import {haldenMoss, quillfeather} from './seed-organizations.ts';

export type DemoTeam = {
	readonly id: string;
	readonly organizationId: string;
	readonly name: string;
	readonly region: Region;
	/** ISO 8601. */
	readonly createdOn: string;
};

const places = [
	...['Ashbourne', 'Łódź', 'Copper Hollow', 'São Bento', 'Glenmarrow', 'Zürichberg', 'Pinewater', 'Malmö'],
	...['Fox Island', 'Reykjanes', 'Marigold', 'Côte Bleue', 'Sandhaven', 'Ørsta', 'Tillamere', 'Ñandú'],
	...['Larkmoor', 'Çamlık', 'Halfmoon Bay', 'Ístra', 'Brindle Creek', 'Győrfalu', 'Northlight', 'Šumava'],
	...['Driftwood', 'Ettrick', 'Kōyō', 'Wren Valley', 'Åsgård', 'Juniper Flats', 'Bellwether', 'Dúnmore'],
	...['Ember Ridge', 'Quartz Point', 'Vilnelė', 'Saffron Hill', 'Thornbury', 'Élan', 'Mistral', 'Oak & Iron'],
];

const kinds = [
	...['Cardiology', 'Running Club', 'Sleep Lab', 'Wellness', 'Diabetes Care'],
	...['Physiotherapy', 'Research', 'Sports Medicine', 'Family Practice', 'Digital'],
];

/** Names that a list must cope with, by the team's place in it. Numbers 7 and 31 share name and region. */
const unusualNames: ReadonlyMap<number, string> = new Map([
	[3, 'Clínica São Bento'],
	[5, '東京ウェルネス研究所'],
	[7, 'Riverside Clinic'],
	[12, 'مركز الرياض الصحي'],
	[17, 'Ελληνικό Κέντρο Άθλησης'],
	[22, 'Smith & Søn, Physiotherapy (O’Hare)'],
	[27, '  Aurora 🌙   Sleep Lab  '],
	[31, 'Riverside Clinic'],
	[41, `${'Interdisciplinary Centre for Rehabilitation, '.repeat(3)}Endurance and Sleep`],
	[33, '\u202Ethgilnoom\u202C\r\nMoonlight \u001B[31mClinic\u001B[0m\u0007'],
]);

/** Both regions mixed, so that the region filter has something to do. */
const quillfeatherTeams = Array.from({length: 260}, (_, index) => ({
	id: idFrom(`team ${index}`),
	organizationId: quillfeather.id,
	name: unusualNames.get(index) ?? nameOf(index),
	region: index % 5 < 3 ? ('us' as const) : ('eu' as const),
	createdOn: dateOf(index),
}));

const haldenMossTeams = Array.from({length: 60}, (_, index) => ({
	id: idFrom(`team ${260 + index}`),
	organizationId: haldenMoss.id,
	name: nameOf(260 + index),
	region: 'eu' as const,
	createdOn: dateOf(260 + index),
}));

/** Every team of both organizations, in the order they are listed. The same at every start. */
export const demoTeams: readonly DemoTeam[] = [...quillfeatherTeams, ...haldenMossTeams];

/** A version 4 UUID that follows from the text. */
export function idFrom(seed: string): string {
	const hex = createHash('sha256').update(`byoo demo ${seed}`).digest('hex');
	const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
	return [...parts, hex.slice(20, 32)].join('-');
}

/** Different for each number below 400. */
function nameOf(index: number): string {
	const round = Math.floor(index / places.length);
	return `${places[index % places.length]} ${kinds[(index * 3 + round) % kinds.length]}`;
}

function dateOf(index: number): string {
	const aDay = 24 * 60 * 60 * 1000;
	return new Date(Date.UTC(2024, 0, 9, 8, (index * 17) % 60) + index * 2 * aDay).toISOString();
}
