import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../shared';

/** A record of a data plan; `@name` in a reference field stands for another record. */
export interface PlanRecord {
  /** Name by which other records refer to it: `Account1`. */
  readonly referenceId: string;
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const recordSchema = z
  .looseObject({ attributes: z.object({ type: z.string(), referenceId: z.string() }) })
  .transform(({ attributes, ...values }, context): PlanRecord => {
    const parsed = z.record(z.string(), scalar).safeParse(values);
    if (parsed.success) return { referenceId: attributes.referenceId, values: parsed.data };
    context.addIssue({
      code: 'custom',
      message: `${attributes.referenceId}: ${z.prettifyError(parsed.error)}`,
    });
    return z.NEVER;
  });

const planSchema = z.array(
  z.object({
    sobject: z.string(),
    saveRefs: z.boolean().default(false),
    resolveRefs: z.boolean().default(false),
    files: z.array(z.string()).min(1),
  }),
);

const fileSchema = z.object({ records: z.array(recordSchema) });

/** The records of one object, in the plan's order. */
export interface PlanEntry {
  readonly sobject: string;
  readonly records: readonly PlanRecord[];
}

/**
 * Reads a plan in the format of `sf data import tree --plan`, with the records of its files.
 * @throws ConfigurationError `PLAN_MISSING`, `PLAN_INVALID`
 * @see https://developer.salesforce.com/docs/atlas.en-us.sfdx_cli_reference.meta/sfdx_cli_reference/cli_reference_data_commands_unified.htm
 */
export function readDataPlan(path: string): PlanEntry[] {
  const folder = dirname(path);
  return parseFile(path, planSchema).map(({ sobject, files }) => ({
    sobject,
    records: files.flatMap((file) => parseFile(join(folder, file), fileSchema).records),
  }));
}

function parseFile<T>(path: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ConfigurationError(
      missing ? 'PLAN_MISSING' : 'PLAN_INVALID',
      `${path} ${missing ? 'does not exist' : 'is not JSON'}`,
      {
        cause,
        actions: ['Check the path after --plan and the files that the plan names'],
      },
    );
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new ConfigurationError('PLAN_INVALID', `${path}: ${z.prettifyError(parsed.error)}`, {
    actions: ['Correct the file'],
  });
}
