import { ApiError } from '../../../core';
import type { SObjectType } from '../../../schema';
import { layoutPaths, recordLayout } from '../layouts/record-layout';
import {
  LAYOUT_MODES,
  LAYOUT_TYPES,
  type LayoutMode,
  type LayoutType,
} from '../layouts/layout-representation';
import { booleanParameter, choiceOf, listParameter, numberParameter } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';
import { addPaths, emptyFieldTree, type FieldTree } from './field-tree';

/** What a request wants to know of records. */
export interface RecordQuery {
  /** `Account.Name`; an error when the user may not read one. */
  readonly fields: readonly string[];
  /** Left out when the user may not read them. */
  readonly optionalFields: readonly string[];
  readonly layoutTypes: readonly LayoutType[];
  readonly modes: readonly LayoutMode[];
  /** `Account.Contacts`, `Account.Contacts.Email` */
  readonly childRelationships: readonly string[];
  /** Children of each relationship. */
  readonly pageSize: number;
  readonly updateMru: boolean;
}

const CHILD_PAGE = { fallback: 5, min: 1, max: 2000 };

/** Reads the parameters of a request for records. @throws ApiError ILLEGAL_QUERY_PARAMETER_VALUE */
export function readRecordQuery(query: URLSearchParams): RecordQuery {
  const modes = listParameter(query, 'modes').map((text) => choiceOf(text, 'modes', LAYOUT_MODES));
  return {
    fields: listParameter(query, 'fields'),
    optionalFields: listParameter(query, 'optionalFields'),
    layoutTypes: listParameter(query, 'layoutTypes').map((text) =>
      choiceOf(text, 'layoutTypes', LAYOUT_TYPES),
    ),
    modes: modes.length === 0 ? ['View'] : modes,
    childRelationships: listParameter(query, 'childRelationships'),
    pageSize: numberParameter(query, 'pageSize', CHILD_PAGE),
    updateMru: booleanParameter(query, 'updateMru'),
  };
}

/**
 * Refuses a request that says nothing of the fields it wants.
 * UNVERIFIED: the text.
 * @throws ApiError ILLEGAL_QUERY_PARAMETER_VALUE
 */
export function requireFieldChoice({ fields, optionalFields, layoutTypes }: RecordQuery): void {
  if (fields.length + optionalFields.length + layoutTypes.length === 0) {
    throw new ApiError(
      'ILLEGAL_QUERY_PARAMETER_VALUE',
      'Specify at least one of fields, optionalFields, layoutTypes.',
    );
  }
}

/** Fields that a query wants of records of an object and record type. @throws ApiError INVALID_FIELD */
export function queriedFields(
  ui: UiRequest,
  type: SObjectType,
  recordTypeId: string | null,
  query: RecordQuery,
): FieldTree {
  const tree = emptyFieldTree(type);
  for (const layoutType of query.layoutTypes) {
    for (const mode of query.modes) {
      const layout = recordLayout(ui, type, { layoutType, mode, recordTypeId });
      addPaths(ui, tree, layoutPaths(ui, type, layout), true);
    }
  }
  addPaths(ui, tree, pathsOf(type, query.fields), false);
  addPaths(ui, tree, pathsOf(type, query.optionalFields), true);
  return tree;
}

/**
 * Paths of an object's fields, without the object: `Account.Owner.Name` of an account is `Owner.Name`. Fields of other
 * objects are left out, since a request may be about records of several.
 */
export function pathsOf(type: SObjectType, names: readonly string[]): string[] {
  const prefix = `${type.name.toLowerCase()}.`;
  return names
    .filter((name) => name.toLowerCase().startsWith(prefix))
    .map((name) => name.slice(prefix.length));
}
