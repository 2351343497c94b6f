import { scheduleDailyJobs } from './daily-jobs';

const sfThatSays = (line: string) => ({
  run: () =>
    Promise.resolve({
      success: true,
      logs: `67.0 APEX_CODE,DEBUG\n12:00:00.0 (1)|USER_DEBUG|[2]|DEBUG|${line}\n12:00:00.0 (2)|EXECUTION_FINISHED\n`,
    }),
});

describe('scheduleDailyJobs', () => {
  it('answers with the jobs that the org says it scheduled', async () => {
    expect(await scheduleDailyJobs(sfThatSays('Scheduled: ["Forecast Snapshot"]'), 'org')).toEqual([
      'Forecast Snapshot',
    ]);
    expect(await scheduleDailyJobs(sfThatSays('Scheduled: []'), 'org')).toEqual([]);
  });

  it('fails when the log does not say so', async () => {
    await expect(scheduleDailyJobs(sfThatSays('something else'), 'org')).rejects.toMatchObject({
      code: 'SF_FAILED',
      actions: [expect.stringContaining('npx sf apex run')],
    });
  });
});
