import { isJsonObject } from '../../rest/record-input';
import type { UiRequest } from '../request/ui-request';
import type { ListView } from './find-list-view';
import type { ListColumn } from './list-columns';

/** One column that a list is ordered by. */
export interface ListOrder {
  readonly fieldApiName: string;
  readonly isAscending: boolean;
}

/** What a user has set for a list; -1 and false where the user has set nothing. */
export interface ListPreferences {
  readonly columnWidths: Readonly<Record<string, number>>;
  readonly columnWrap: Readonly<Record<string, boolean>>;
  readonly orderedBy: readonly ListOrder[] | null;
}

const NO_PREFERENCES: ListPreferences = { columnWidths: {}, columnWrap: {}, orderedBy: null };
const DEFAULT_WIDTH = -1;

/** Which preferences: of a list view, or of a related list. */
export type PreferenceKind = 'listPreferences' | 'relatedListPreferences';

/** What the user has set for a list. */
export function storedPreferences(ui: UiRequest, kind: PreferenceKind, name: string): ListPreferences {
  const stored = ui.userState.get(ui.context.user.id, kind, name);
  return isJsonObject(stored) ? (stored as unknown as ListPreferences) : NO_PREFERENCES;
}

/** Changes what a request names; null sets it back. */
export function updatePreferences(ui: UiRequest, kind: PreferenceKind, name: string, body: unknown): void {
  const input = isJsonObject(body) ? body : {};
  const stored = storedPreferences(ui, kind, name);
  const merged = <T>(known: Readonly<Record<string, T>>, given: unknown): Readonly<Record<string, T>> =>
    given === undefined ? known : isJsonObject(given) ? { ...known, ...(given as Record<string, T>) } : {};
  const { orderedBy } = input;
  ui.userState.set(ui.context.user.id, kind, name, {
    columnWidths: merged(stored.columnWidths, input['columnWidths']),
    columnWrap: merged(stored.columnWrap, input['columnWrap']),
    orderedBy:
      orderedBy === undefined
        ? stored.orderedBy
        : Array.isArray(orderedBy)
          ? orderedBy.filter(isOrder)
          : null,
  });
}

function isOrder(entry: unknown): entry is ListOrder {
  return isJsonObject(entry) && typeof entry['fieldApiName'] === 'string';
}

/** Widths and wraps of all columns of a list. */
export function columnPreferences(
  { columnWidths, columnWrap }: ListPreferences,
  columns: readonly ListColumn[],
): Pick<ListPreferences, 'columnWidths' | 'columnWrap'> {
  const paths = columns.map(({ path }) => path);
  return {
    columnWidths: Object.fromEntries(paths.map((path) => [path, columnWidths[path] ?? DEFAULT_WIDTH])),
    columnWrap: Object.fromEntries(paths.map((path) => [path, columnWrap[path] ?? false])),
  };
}

/** Name under which the preferences of a list view are kept. */
export function preferencesName({ type, definition }: ListView): string {
  return `${type.name}.${definition.name}`;
}
