/** Ways in which components name fields and objects to wires, brought into one. */

/** A field by a text (`Account.Name`) or an import of `@salesforce/schema`. */
export type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };
/** An object by a text or an import of `@salesforce/schema`. */
export type ObjectReference = string | { readonly objectApiName: string };
/** One or several. */
export type OneOrMany<T> = T | readonly T[];

/** `Account.Name` of any way to write it. */
export function fieldName(field: FieldReference): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

/** The name without the object: `Name` of `Account.Name`; empty when there is none. */
export function plainFieldName(field: FieldReference | undefined): string {
  if (field === undefined) return '';
  const name = fieldName(field);
  return name.slice(name.indexOf('.') + 1);
}

/** `Account` of any way to write it; empty when there is none. */
export function objectName(object: ObjectReference | undefined | null): string {
  return typeof object === 'object' ? (object?.objectApiName ?? '') : (object ?? '');
}

/** The names of fields; none when they are undefined. */
export function fieldNames(fields: OneOrMany<FieldReference> | undefined): string[] {
  return many(fields).map(fieldName);
}

/** One value as a list of one; none when it is undefined. */
export function many<T>(values: OneOrMany<T> | undefined): readonly T[] {
  if (values === undefined) return [];
  return isMany(values) ? values : [values];
}

function isMany<T>(values: OneOrMany<T>): values is readonly T[] {
  return Array.isArray(values);
}
