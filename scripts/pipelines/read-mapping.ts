import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../shared';
import { mappingSchema, type Mapping } from './mapping-schema';

/**
 * Reads and checks a mapping file.
 * @throws ConfigurationError `MAPPING_MISSING` or `MAPPING_INVALID` with every fault and its place
 */
export function readMapping(path: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const text = cause instanceof Error ? cause.message : String(cause);
    throw missing
      ? new ConfigurationError('MAPPING_MISSING', `${path} does not exist`, {
          actions: ['Check the path after --mapping'],
        })
      : invalid(path, text);
  }
  const parsed = mappingSchema.safeParse(json);
  if (!parsed.success) throw invalid(path, z.prettifyError(parsed.error));
  const faults = crossFaults(parsed.data);
  if (faults.length > 0) throw invalid(path, faults.join('; '));
  return parsed.data;
}

/** Reads every mapping of a folder, in order of file names. */
export function readMappings(folder: string): Mapping[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => readMapping(join(folder, file)));
}

function invalid(path: string, text: string): ConfigurationError {
  return new ConfigurationError('MAPPING_INVALID', `${path}: ${text}`, {
    actions: ['Correct the mapping file'],
  });
}

/** Names that a mapping uses but does not define. */
function crossFaults(mapping: Mapping): string[] {
  const faults: string[] = [];
  const stepsSoFar = new Set<string>();
  for (const step of mapping.steps) {
    stepsSoFar.add(step.name);
    const table = mapping.tables[step.table];
    if (!table) {
      faults.push(`step ${step.name} uses table ${step.table}, which is not defined`);
      continue;
    }
    for (const column of usedColumns(step)) {
      if (!(column in table.columns))
        faults.push(`step ${step.name} uses column ${column}, which table ${step.table} does not define`);
    }
    for (const [field, rule] of Object.entries(step.fields)) {
      if (rule.reference && !stepsSoFar.has(rule.reference.step)) {
        faults.push(
          `${step.name}.${field} refers to step ${rule.reference.step}, which does not stand before it`,
        );
      }
    }
  }
  return faults;
}

function usedColumns(step: Mapping['steps'][number]): string[] {
  const columns = [...step.key.from];
  for (const rule of Object.values(step.fields)) {
    columns.push(...(rule.column ?? []));
    for (const match of (rule.template ?? '').matchAll(/\{([^}]+)\}/g)) columns.push(match[1] ?? '');
    for (const fallback of rule.default) {
      if (fallback.column) columns.push(fallback.column);
      if (fallback.daysAfter) columns.push(fallback.daysAfter.column);
      if (fallback.lookup) columns.push(fallback.lookup.equals);
    }
  }
  return columns;
}
