import {select} from '@inquirer/prompts';

await select({message: 'Which one?', choices: [{value: 'the first'}, {value: 'the second'}]});
