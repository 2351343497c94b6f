import type { SfCli } from './sf-cli';

const FILE = 'scripts/apex/take-forecast-snapshot.apex';

/**
 * Takes the forecast snapshot of today, which the daily job would take in the coming morning only.
 * @throws RequestRejectedError SF_FAILED
 */
export async function takeForecastSnapshot(
  sf: Pick<SfCli, 'run'>,
  targetOrg: string,
  signal?: AbortSignal,
): Promise<void> {
  await sf.run(['apex', 'run', '--file', FILE, '--target-org', targetOrg], signal);
}
