import { Command } from 'commander';
import { runCommand } from './run-command';
import { startHub, type StartOptions } from './start/start-hub';

/** `npm start`: local org up, solution deployed, people set up, sample data migrated, summary printed. */
const program = new Command('npm start --')
  .description(
    'Starts the local org with the solution in it and migrates the sample workbook. Ctrl-C stops it.',
  )
  .option('--exit', 'stop when everything is done instead of staying up', false)
  .option('--json', 'print the summary as one JSON object', false)
  .option('--port <number>', 'port of the local org on 127.0.0.1; 0 takes a free one', Number, 7070)
  .option('--state <dir>', 'folder for database, keys and results', '.local')
  .option('--source <path>', 'workbook or folder of .csv files to migrate', 'data/sample-pipeline.xlsx')
  .option('--target-org <alias>', 'deploy to and fill an org of the Salesforce CLI instead of the local one')
  .action((options: StartOptions) => runCommand(() => startHub(options)));

void program.parseAsync();
