/**
Draws the pictures of the readme from the real program: the built wizard runs on a real terminal, on the demo, and what
is on its screen is written as SVG into `docs/pictures/`, one still for each main screen and one film of a whole walk.
Run it with `npm run picture` after a change that can be seen.
*/
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {film} from './picture/film.ts';
import {openStage} from './picture/stage.ts';
import {still} from './picture/still.ts';
import {googleWalk, play, stravaWalk} from './picture/walks.ts';

const folder = 'docs/pictures';

const strava = await played(stravaWalk);
const google = await played(googleWalk);
const stills = [...strava.stills, ...google.stills];
const poster = stills.find(({name}) => name === 'review')?.screen;
const title = 'A whole walk: from the list of organizations to a saved credential for Strava';

rmSync(folder, {recursive: true, force: true});
mkdirSync(folder, {recursive: true});
for (const {name, title, screen} of stills) save(name, still(screen, title));
save('walk', film({title, frames: strava.frames, poster}));

async function played(scenes: typeof stravaWalk) {
	const stage = openStage();
	try {
		return {stills: await play(stage, scenes), frames: stage.frames};
	} finally {
		await stage.close();
	}
}

function save(name: string, svg: string): void {
	writeFileSync(`${folder}/${name}.svg`, svg);
	console.log(`${folder}/${name}.svg  ${Math.ceil(Buffer.byteLength(svg) / 1000)} kB`);
}
