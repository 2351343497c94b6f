import type { BindValue, ResultRecord } from '../../../query';
import type { UiRequest } from '../request/ui-request';
import type { FieldTree } from './field-tree';
import { selectedPaths } from './select-fields';

/** Which records of an object are wanted, in which order. */
export interface RecordSelection {
  readonly where: string | undefined;
  readonly binds: Readonly<Record<string, BindValue>>;
  /** `CloseDate DESC, Id ASC` */
  readonly orderBy: string;
  readonly offset: number;
  readonly limit: number;
}

/** Reads the records of a selection, through SOQL in user mode. */
export function queryUiRecords(
  ui: UiRequest,
  tree: FieldTree,
  { where, binds, orderBy, offset, limit }: RecordSelection,
): readonly ResultRecord[] {
  const soql =
    `SELECT ${selectedPaths(tree).join(', ')} FROM ${tree.type.name}` +
    `${where === undefined ? '' : ` WHERE ${where}`} ORDER BY ${orderBy} LIMIT ${limit}` +
    `${offset === 0 ? '' : ` OFFSET ${offset}`}`;
  return ui.deps.org.query.query(soql, { context: ui.context, binds }).records;
}
