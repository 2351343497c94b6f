import type { Field, SObjectType } from '../../schema';

/** Records that hang on an account and share with it in both directions. */
export interface AccountChild {
  readonly object: string;
  /** The field that points to the account. */
  readonly reference: string;
  /** Column of UserRole: what the owner of an account may do with such records of the account. */
  readonly roleAccess: string;
}

/** The object whose records share with what hangs on them. */
export const SHARING_ROOT = 'Account';

/**
 * Access to a child gives read access to its account ("implicit sharing"); roles and account rules open the children
 * of an account.
 * @see https://help.salesforce.com/s/articleView?id=sf.security_sharing_built_in.htm
 */
const ACCOUNT_CHILDREN: readonly AccountChild[] = [
  { object: 'Opportunity', reference: 'AccountId', roleAccess: 'OpportunityAccessForAccountOwner' },
  { object: 'Case', reference: 'AccountId', roleAccess: 'CaseAccessForAccountOwner' },
  { object: 'Contact', reference: 'AccountId', roleAccess: 'ContactAccessForAccountOwner' },
];

/** The field whose parent decides access to a record, for objects that are controlled by their parent. */
export function controllingReference(type: SObjectType): Field | undefined {
  const { sharingParent } = type.definition;
  return sharingParent
    ? type.field(sharingParent)
    : type.fields.find((field) => field.relationship?.kind === 'masterDetail');
}

/** Children through which the object's records are opened for reading. */
export function implicitChildren(objectName: string): readonly AccountChild[] {
  return objectName === SHARING_ROOT ? ACCOUNT_CHILDREN : [];
}

/** How an object hangs on an account; undefined when it does not. */
export function accountChild(objectName: string): AccountChild | undefined {
  return ACCOUNT_CHILDREN.find((child) => child.object === objectName);
}

/** The share table of an object and its column that points to the shared record. */
export function shareTable(type: SObjectType): { table: string; parent: string; accessLevel: string } {
  return type.definition.custom
    ? { table: type.name.replace(/__c$/, '__Share'), parent: 'ParentId', accessLevel: 'AccessLevel' }
    : { table: `${type.name}Share`, parent: `${type.name}Id`, accessLevel: `${type.name}AccessLevel` };
}
