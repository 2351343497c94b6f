import type { FieldType, SObjectType } from '../../../schema';

/** Labels of layout items that differ from those of their fields. */
const ITEM_LABELS: Readonly<Record<string, (type: SObjectType) => string>> = {
  OwnerId: (type) => `${type.definition.label} Owner`,
  CreatedById: () => 'Created By',
  LastModifiedById: () => 'Last Modified By',
  RecordTypeId: (type) => `${type.definition.label} Record Type`,
};
/** Names of standard objects that describes call otherwise: `Name` of an opportunity, `Full Name` of a contact. */
const NAME_LABELS: Readonly<Record<string, (type: SObjectType) => string>> = {
  Name: (type) => `${type.definition.label} Name`,
  'Full Name': () => 'Name',
};
/** Types whose standard fields stand on layouts without the object's name: `Phone` for `Account Phone`. */
const SHORTENED_TYPES: ReadonlySet<FieldType> = new Set(['phone', 'picklist', 'textarea']);

/**
 * The label of a field on a layout, in a list or in a related list: `Account Owner` for `Owner ID`, `Phone` for
 * `Account Phone`.
 * UNVERIFIED: the labels of standard fields are derived by rule, as they are not documented.
 */
export function layoutLabel(
  type: SObjectType,
  field: {
    readonly name: string;
    readonly label: string;
    readonly type: FieldType;
    readonly custom: boolean;
  },
): string {
  const own = ITEM_LABELS[field.name];
  if (own) return own(type);
  if (field.custom) return field.label;
  const ofName = field.name === 'Name' && !type.definition.custom ? NAME_LABELS[field.label] : undefined;
  if (ofName) return ofName(type);
  if (field.type === 'reference') return field.label.replace(/ ID$/, '');
  const prefix = `${type.definition.label} `;
  return SHORTENED_TYPES.has(field.type) && field.label.startsWith(prefix)
    ? field.label.slice(prefix.length)
    : field.label;
}
