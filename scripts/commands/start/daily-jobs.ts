import { z } from 'zod';
import { RequestRejectedError } from '../../shared';
import type { SfCli } from './sf-cli';

const FILE = 'scripts/apex/schedule-daily-jobs.apex';

/** What the block writes into the log: `...|USER_DEBUG|[2]|DEBUG|Scheduled: ["Forecast Snapshot"]`. */
const SCHEDULED = /\|DEBUG\|Scheduled: (\[.*\])$/m;

const answerSchema = z.looseObject({ logs: z.string() });

/**
 * Schedules the jobs of the solution that run every day; those that are scheduled already stay as they are.
 *
 * @returns names of the jobs that were scheduled now, as the org says in its log
 * @throws RequestRejectedError SF_FAILED when the block failed or does not say what it scheduled
 */
export async function scheduleDailyJobs(
  sf: Pick<SfCli, 'run'>,
  targetOrg: string,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const result = await sf.run(['apex', 'run', '--file', FILE, '--target-org', targetOrg], signal);
  const answer = answerSchema.safeParse(result);
  const [, names] = SCHEDULED.exec(answer.data?.logs ?? '') ?? [];
  if (names !== undefined) return z.array(z.string()).parse(JSON.parse(names));
  throw new RequestRejectedError('SF_FAILED', `${FILE} did not say which jobs it scheduled`, 0, {
    actions: [`Run it yourself for details: npx sf apex run --file ${FILE} --target-org ${targetOrg}`],
  });
}
