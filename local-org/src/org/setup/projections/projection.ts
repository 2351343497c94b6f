import type { ComponentStore } from '../../../metadata';
import type { DesiredRows, SetupTarget } from '../setup-rows';
import { syncSetupRows } from '../setup-rows';

/** What a projection works with. */
export interface ProjectionContext {
  readonly target: SetupTarget;
  readonly components: ComponentStore;
  /** The metadata that the rows show so far: what it names and `components` does not is removed. */
  readonly previous: ComponentStore;
}

/**
 * Keeps the setup records of some metadata types equal to what is deployed. Projections run in order; a later one may
 * look up the rows of an earlier one.
 */
export type Projection = (context: ProjectionContext) => void;

/** Writes the rows and returns their ids by the first key field, in lower case. */
export function syncByName(context: ProjectionContext, desired: DesiredRows): ReadonlyMap<string, string> {
  const ids = syncSetupRows(context.target, desired);
  const [name = ''] = desired.key;
  return new Map(desired.rows.map((row, i) => [String(row[name]).toLowerCase(), ids[i] ?? '']));
}

/**
 * Ids of existing rows by a text column, in lower case.
 * @param type only rows whose Type is this
 */
export function idsByName(
  context: ProjectionContext,
  objectName: string,
  nameField: string,
  type?: string,
): ReadonlyMap<string, string> {
  const ofType = type === undefined ? '' : `AND "Type" = '${type}'`;
  const rows = context.target.store
    .prepare(
      `SELECT "Id" AS id, "${nameField}" AS name FROM "${objectName}" WHERE "${nameField}" IS NOT NULL ${ofType}`,
    )
    .all() as { id: string; name: string }[];
  return new Map(rows.map((row) => [row.name.toLowerCase(), row.id]));
}

/**
 * Tells rows that stand for a component of a type, now or before the deploy, from rows that were made as records:
 * a role created through the API stays when metadata is deployed.
 */
export function isComponentName(context: ProjectionContext, type: string): (name: unknown) => boolean {
  const { components, previous } = context;
  return (name) => typeof name === 'string' && [components, previous].some((store) => store.find(type, name));
}
