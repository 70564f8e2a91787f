import {runLane} from '../support/lanes.ts';

runLane('faults');
