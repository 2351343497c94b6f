import type { FieldPermission, Grants, ObjectPermission } from './permission-sets';

type ObjectFlag = Exclude<keyof ObjectPermission, 'object'>;
const OBJECT_FLAGS: readonly ObjectFlag[] = [
  'create',
  'read',
  'edit',
  'delete',
  'viewAll',
  'modifyAll',
  'viewAllFields',
];

/** Lists of names among the grants. */
type NameList = Exclude<keyof Grants, 'objectPermissions' | 'fieldPermissions' | 'recordTypes'>;
const NAME_LISTS: readonly NameList[] = [
  'userPermissions',
  'customPermissions',
  'apexClasses',
  'apexPages',
  'flows',
  'applications',
  'tabs',
  'customMetadataTypes',
  'customSettings',
];

/**
 * What a permission set group grants: everything of its permission sets, less what is muted.
 * @see https://help.salesforce.com/s/articleView?id=sf.perm_set_groups_muting.htm
 */
export function groupGrants(sets: readonly Grants[], muted: readonly Grants[]): Grants {
  const names = Object.fromEntries(
    NAME_LISTS.map((list) => {
      const taken = new Set(muted.flatMap((grants) => grants[list]).map(lower));
      return [
        list,
        [...byName(sets.flatMap((grants) => grants[list])).values()].filter((n) => !taken.has(lower(n))),
      ];
    }),
  ) as Record<NameList, string[]>;
  return {
    ...names,
    objectPermissions: objectPermissions(sets, muted),
    fieldPermissions: fieldPermissions(sets, muted),
    recordTypes: sets.flatMap((grants) => grants.recordTypes),
  };
}

function objectPermissions(sets: readonly Grants[], muted: readonly Grants[]): ObjectPermission[] {
  const mutedByObject = mergedObjects(muted);
  return [...mergedObjects(sets).values()].map((granted) => {
    const taken = mutedByObject.get(lower(granted.object));
    if (!taken) return granted;
    const flags = OBJECT_FLAGS.map((flag) => [flag, granted[flag] && !taken[flag]] as const);
    return { object: granted.object, ...(Object.fromEntries(flags) as Record<ObjectFlag, boolean>) };
  });
}

function mergedObjects(all: readonly Grants[]): Map<string, ObjectPermission> {
  const merged = new Map<string, ObjectPermission>();
  for (const permission of all.flatMap((grants) => grants.objectPermissions)) {
    const key = lower(permission.object);
    const other = merged.get(key);
    const flags = OBJECT_FLAGS.map((flag) => [flag, permission[flag] || (other?.[flag] ?? false)] as const);
    merged.set(key, {
      object: permission.object,
      ...(Object.fromEntries(flags) as Record<ObjectFlag, boolean>),
    });
  }
  return merged;
}

function fieldPermissions(sets: readonly Grants[], muted: readonly Grants[]): FieldPermission[] {
  const mutedByField = mergedFields(muted);
  return [...mergedFields(sets)].map(([key, granted]) => {
    const taken = mutedByField.get(key);
    if (!taken) return granted;
    const readable = granted.readable && !taken.readable;
    return { ...granted, readable, editable: readable && granted.editable && !taken.editable };
  });
}

function mergedFields(all: readonly Grants[]): Map<string, FieldPermission> {
  const merged = new Map<string, FieldPermission>();
  for (const permission of all.flatMap((grants) => grants.fieldPermissions)) {
    const key = lower(`${permission.object}.${permission.field}`);
    const other = merged.get(key);
    merged.set(key, {
      object: permission.object,
      field: permission.field,
      readable: permission.readable || (other?.readable ?? false),
      editable: permission.editable || (other?.editable ?? false),
    });
  }
  return merged;
}

function byName(names: readonly string[]): Map<string, string> {
  return new Map(names.map((name) => [lower(name), name]));
}

function lower(text: string): string {
  return text.toLowerCase();
}
