/**
 * A value of a component's content, typed by the element tables: `'Text'`, `true`, `255`, an element with children, or
 * a repeated element.
 */
export type MetadataValue =
  string | number | boolean | TypedValue | MetadataObject | readonly MetadataValue[];

/** An element's children by element name; repeated elements are arrays, in the order of the file. */
export interface MetadataObject {
  readonly [element: string]: MetadataValue;
}

/** Content of an element whose type the file states itself, as in custom metadata: `{ xsiType: 'xsd:double', text: '5' }`. */
export interface TypedValue {
  /** `xsd:string`, `xsd:boolean`, `xsd:double`, `xsd:date`, `xsd:dateTime`, `xsd:picklist`; null when not stated. */
  readonly xsiType: string | null;
  /** Null for `xsi:nil="true"`. */
  readonly text: string | null;
}

/** A file beside a component's XML: a class body, the files of a bundle, a certificate. */
export interface ContentFile {
  /** Path in the package: `classes/Billing.cls`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Which component: `{ type: 'CustomField', fullName: 'Account.Rating__c' }`. */
export interface ComponentId {
  readonly type: string;
  readonly fullName: string;
}

/** A metadata component as the org keeps it. Children of objects, labels and rules are components of their own. */
export interface Component extends ComponentId {
  /** Path of its file in a package: `objects/Account.object`. */
  readonly fileName: string;
  /** Its elements, without those of child components. */
  readonly content: MetadataObject;
  readonly files: readonly ContentFile[];
}

/** The key of a component in maps; names are case-insensitive: `CustomField:account.rating__c`. */
export function componentKey(id: ComponentId): string {
  return `${id.type}:${id.fullName.toLowerCase()}`;
}

/** The part of a child's name before the dot (`Account` of `Account.Rating__c`); the whole name when there is none. */
export function parentName(fullName: string): string {
  const dot = fullName.indexOf('.');
  return dot < 0 ? fullName : fullName.slice(0, dot);
}

/** The part of a child's name after the dot (`Rating__c` of `Account.Rating__c`); the whole name when there is none. */
export function childName(fullName: string): string {
  return fullName.slice(fullName.indexOf('.') + 1);
}
