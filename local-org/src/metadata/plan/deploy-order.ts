/** Types in the order a deploy takes them: what others refer to comes first. Types not listed come after these. */
const ORDER = [
  'Settings',
  'StandardValueSet',
  'GlobalValueSet',
  'CustomPermission',
  'CustomObject',
  'CustomField',
  'BusinessProcess',
  'RecordType',
  'CompactLayout',
  'FieldSet',
  'ValidationRule',
  'ListView',
  'CustomLabels',
  'CustomLabel',
  'CustomMetadata',
  'Role',
  'Group',
  'Queue',
  'Layout',
  'CustomTab',
  'CustomApplication',
];

const LAST = ['PermissionSet', 'MutingPermissionSet', 'PermissionSetGroup', 'Profile'];

/** The rank of a type in a deploy, for sorting. */
export function deployRank(type: string): number {
  const first = ORDER.indexOf(type);
  if (first >= 0) return first;
  const last = LAST.indexOf(type);
  return last >= 0 ? 1000 + last : ORDER.length;
}
