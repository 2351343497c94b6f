/** Fields that say who made or changed a record, and when: an insert may be given them. */
export const AUDIT_FIELDS: ReadonlySet<string> = new Set([
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
]);
