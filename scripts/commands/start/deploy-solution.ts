import { RequestRejectedError } from '../../shared';
import type { SfCli } from './sf-cli';

/** One row of the CLI's deploy result. */
interface DeployedFile {
  readonly fullName: string;
  readonly type: string;
  /** `Created`, `Changed`, `Unchanged`, `Deleted`, `Failed`. */
  readonly state: string;
  readonly error?: string;
  readonly lineNumber?: number;
  readonly filePath?: string;
}

interface DeployAnswer {
  readonly status: string;
  readonly numberComponentsDeployed: number;
  readonly files: readonly DeployedFile[];
}

/** What a deploy changed. */
export interface DeploySummary {
  readonly components: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Components by metadata type. */
  readonly byType: Readonly<Record<string, number>>;
}

/**
 * Deploys source folders with `sf project deploy start`.
 * @throws RequestRejectedError DEPLOY_FAILED listing the components that were refused
 */
export async function deploySolution(
  sf: SfCli,
  targetOrg: string,
  sourceDirectories: readonly string[],
  signal?: AbortSignal,
): Promise<DeploySummary> {
  const sources = sourceDirectories.flatMap((directory) => ['--source-dir', directory]);
  const args = ['project', 'deploy', 'start', ...sources, '--target-org', targetOrg, '--wait', '10'];
  const answer = (await sf.run(args, signal).catch((error: unknown) => {
    throw deployFailure(error);
  })) as DeployAnswer;
  const components = new Map(answer.files.map((file) => [`${file.type}:${file.fullName}`, file]));
  const states = [...components.values()].map((file) => file.state);
  const byType: Record<string, number> = {};
  for (const { type } of components.values()) byType[type] = (byType[type] ?? 0) + 1;
  return {
    components: components.size,
    created: states.filter((state) => state === 'Created').length,
    changed: states.filter((state) => state === 'Changed').length,
    unchanged: states.filter((state) => state === 'Unchanged').length,
    byType,
  };
}

function deployFailure(error: unknown): unknown {
  const files = (error as { cause?: { result?: Partial<DeployAnswer> } }).cause?.result?.files ?? [];
  const failed = files.filter((file) => file.state === 'Failed');
  if (failed.length === 0) return error;
  const lines = failed.map(
    (f) => `${f.type} ${f.fullName}${f.lineNumber ? `, line ${f.lineNumber}` : ''}: ${f.error ?? ''}`,
  );
  return new RequestRejectedError(
    'DEPLOY_FAILED',
    `${failed.length} components were refused\n${lines.join('\n')}`,
    0,
    {
      cause: error,
      actions: ['Correct the components above and run npm start again; the org is as it was before'],
    },
  );
}
