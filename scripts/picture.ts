/**
Draws the pictures of the readme from the real program: the built wizard runs on a real terminal, on the demo, and what
is on its screen is written as SVG into `docs/pictures/`, one still for each main screen and one film of a whole walk.
Run it with `npm run picture` after a change that can be seen.
*/
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {film} from './picture/film.ts';
import {openStage} from './picture/stage.ts';
import {still} from './picture/still.ts';
import {googleWalk, stravaWalk} from './picture/walks.ts';

const folder = 'docs/pictures';

const first = await openStage();
const {stills, poster} = await stravaWalk(first);
await first.close();
const second = await openStage();
const more = await googleWalk(second);
await second.close();

rmSync(folder, {recursive: true, force: true});
mkdirSync(folder, {recursive: true});
for (const {name, title, screen} of [...stills, ...more]) save(name, still(screen, title));
const title = 'A whole walk: from the list of organizations to a saved credential for Strava';
save('walk', film({title, frames: first.frames, poster}));

function save(name: string, svg: string): void {
	writeFileSync(`${folder}/${name}.svg`, svg);
	console.log(`${folder}/${name}.svg  ${Math.ceil(svg.length / 1000)} kB`);
}
