import type { Field, SObjectType } from '../../../schema';
import { noSuchColumn } from '../../rest/object-access';
import { isReadable } from '../request/find-object';
import type { UiRequest } from '../request/ui-request';
import type { ComparedField } from './field-comparison';

/**
 * The field at the end of a path, which the user must be allowed to read all along: `Account.Owner.Name`.
 * @throws ApiError INVALID_FIELD
 */
export function resolveFieldPath(ui: UiRequest, type: SObjectType, path: string): ComparedField {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const canonical: string[] = [];
  let current = type;
  for (const name of names) {
    const reference = current.parentField(name);
    const parent = reference && isReadable(ui, current, reference) ? parentOf(ui, reference) : undefined;
    if (!reference || !parent) throw noSuchColumn(path, type);
    canonical.push(reference.relationship?.relationshipName ?? name);
    current = parent;
  }
  const field = current.field(last);
  if (!field || !isReadable(ui, current, field)) throw noSuchColumn(path, type);
  return { path: [...canonical, field.name].join('.'), field };
}

/** What a reference leads to: the object, or the names that several objects have in common. */
function parentOf(ui: UiRequest, { relationship }: Field): SObjectType | undefined {
  const targets = relationship?.referenceTo ?? [];
  return ui.deps.org.schema().find(targets.length > 1 ? 'Name' : (targets[0] ?? ''));
}
