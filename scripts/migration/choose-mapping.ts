import type { Mapping } from '../pipelines';
import { ConfigurationError } from '../shared';
import { assignTables, type AssignedTables } from './assign-tables';
import type { Source } from './source/read-source';

/** A mapping and the tables that it found in the source. */
export interface ChosenMapping {
  readonly mapping: Mapping;
  readonly assigned: AssignedTables;
}

/**
 * Takes the mapping whose tables the source holds; of several the one that leaves fewest columns over.
 * @throws ConfigurationError `MAPPING_NOT_FOUND` when none fits
 */
export function chooseMapping(source: Source, mappings: readonly Mapping[]): ChosenMapping {
  const fitting = mappings
    .map((mapping) => ({ mapping, assigned: assignTables(source, mapping) }))
    .filter(({ assigned }) => assigned.missingTables.length === 0)
    .sort((a, b) => leftOver(a.assigned) - leftOver(b.assigned));
  const chosen = fitting[0];
  if (chosen) return chosen;
  const sheets = source.sheets.map(({ name }) => name).join(', ');
  const hidden = source.sheets.filter((sheet) => sheet.hidden).map(({ name }) => name);
  throw new ConfigurationError(
    'MAPPING_NOT_FOUND',
    `No mapping fits the columns of ${source.path} (${sheets})`,
    {
      actions: [
        ...(hidden.length > 0
          ? [`Hidden sheets are not loaded; unhide what belongs to it: ${hidden.join(', ')}`]
          : []),
        `Known mappings: ${mappings.map(({ name }) => name).join(', ')}`,
        'Write a mapping file (see data/mapping) and name it: --mapping FILE',
      ],
    },
  );
}

const leftOver = ({ sheets }: AssignedTables): number =>
  sheets.reduce(
    (sum, sheet) => sum + sheet.unmappedColumns.length + (sheet.table === null ? sheet.rows : 0),
    0,
  );

/**
 * Refuses a mapping that would lose columns without a word, or whose tables are not there.
 * @throws ConfigurationError `TABLE_MISSING`, `COLUMN_NOT_MAPPED`
 */
export function assertComplete({ mapping, assigned }: ChosenMapping): void {
  if (assigned.missingTables.length > 0) {
    throw new ConfigurationError(
      'TABLE_MISSING',
      `The source has no sheet for ${assigned.missingTables.join(', ')}`,
      {
        actions: [`Compare the headings with the columns in mapping ${mapping.name}`],
      },
    );
  }
  const lost = assigned.sheets.filter(({ unmappedColumns }) => unmappedColumns.length > 0);
  if (lost.length > 0) {
    const names = lost
      .map(({ sheet, unmappedColumns }) => `${sheet}: ${unmappedColumns.join(', ')}`)
      .join('; ');
    throw new ConfigurationError('COLUMN_NOT_MAPPED', `Columns that no rule uses: ${names}`, {
      actions: [`Map them in mapping ${mapping.name}, or list them under "waived" with the reason`],
    });
  }
}
