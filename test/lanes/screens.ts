import {runLane} from '../support/lanes.ts';

runLane('screens');
