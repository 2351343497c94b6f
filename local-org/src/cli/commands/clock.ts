import { Command } from 'commander';
import { parseDuration } from '../duration';
import { stateOption } from '../options';
import { controlRequest } from '../running-org';

/** `clock [show]`, `clock advance DURATION`: shows or moves the clock of a running org. */
export const clockCommand = new Command('clock')
  .description('show the clock of a running org, or move it')
  .addCommand(
    new Command('show')
      .description('print the time of the org')
      .addOption(stateOption())
      .action(async (options: { readonly state: string }) => {
        print(await controlRequest(options.state, 'GET', 'clock'));
      }),
    { isDefault: true },
  )
  .addCommand(
    new Command('advance')
      .description('move the clock forward: 30s, 90m, 12h, 14d, 4w')
      .argument('<duration>')
      .addOption(stateOption())
      .action(async (duration: string, options: { readonly state: string }) => {
        print(await controlRequest(options.state, 'POST', 'clock', { advanceMs: parseDuration(duration) }));
      }),
  );

function print(answer: unknown): void {
  process.stdout.write(`${(answer as { now: string }).now}\n`);
}
