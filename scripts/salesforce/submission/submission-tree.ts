import type { FieldName, ObjectName, RecordInput } from 'opportunity-hub/records';
import type { FieldValue, QueryRow, RecordData } from '../../shared';
import type { GraphNode, RecordTree } from '../composite-graph';
import type { CheckedSubmission } from './opportunity-submission';

/** The external id of every object that a submission writes. */
export const KEY_FIELD = 'External_Id__c';

/** Keys (lower case) of records that the org holds, with what it holds. */
export type HeldRecords = ReadonlyMap<string, QueryRow>;

/** What the org holds of the records that submissions name, by object. */
export interface HeldBySubmissions {
  readonly Account: HeldRecords;
  readonly Contact: HeldRecords;
  readonly Opportunity: HeldRecords;
}

/** Fields of the opportunity by the property that fills them. */
const OPPORTUNITY_FIELDS = {
  name: 'Name',
  stage: 'StageName',
  closeDate: 'CloseDate',
  amount: 'Amount',
  probability: 'Probability',
  probabilityReason: 'Probability_Reason__c',
  nextStep: 'NextStep',
  description: 'Description',
  leadSource: 'LeadSource',
  type: 'Type',
  sourceSystem: 'Source_System__c',
} as const satisfies Partial<Record<keyof CheckedSubmission, FieldName<'Opportunity'>>>;

/** Fields that an object has, with any value: the org judges what other systems send. */
type Fields<Name extends ObjectName> = Readonly<
  Partial<Record<keyof RecordInput<Name>, FieldValue | undefined>>
>;

/** Names of the fields that are read of an opportunity, to say in what it differs. */
export const COMPARED_FIELDS: readonly string[] = [
  ...Object.values(OPPORTUNITY_FIELDS),
  `Account.${KEY_FIELD}`,
  `Owner.${KEY_FIELD}`,
];

const ACCOUNT = 'account';
const CONTACT = 'contact';
/** Node of the opportunity in each tree. */
export const OPPORTUNITY_NODE = 'opportunity';

/**
 * The records that a submission makes, parents first. Accounts and contacts that are there are referred to by key and
 * stay as they are; every node is an upsert, so a call that is repeated makes nothing twice.
 */
export function submissionTree(submission: CheckedSubmission, held: HeldBySubmissions): RecordTree {
  const { account, primaryContact: contact } = submission;
  const accountIsHeld = held.Account.has(account.externalId.toLowerCase());
  const ofAccount: RecordData = accountIsHeld
    ? { Account: { [KEY_FIELD]: account.externalId } }
    : { AccountId: `@{${ACCOUNT}.id}` };
  const nodes: GraphNode[] = [];
  if (!accountIsHeld) nodes.push(accountNode(submission));
  nodes.push(
    upsertNode(OPPORTUNITY_NODE, 'Opportunity', submission.externalId, {
      ...opportunityFields(submission),
      ...ofAccount,
      Owner: { [KEY_FIELD]: submission.owner },
    }),
  );
  if (!contact) return nodes;
  const contactIsHeld = held.Contact.has(contact.externalId.toLowerCase());
  if (!contactIsHeld) nodes.push(contactNode(submission, ofAccount));
  nodes.push(roleNode(submission, contactIsHeld));
  return nodes;
}

/**
 * The fields in which an opportunity of the org differs from its submission: it went on since, or the submission was
 * changed. @example ['StageName', 'Amount']
 */
export function differences(submission: CheckedSubmission, held: QueryRow): string[] {
  const wanted: Readonly<Record<string, unknown>> = opportunityFields(submission);
  const different = Object.keys(wanted).filter((field) => !isSame(wanted[field], held[field]));
  if (!isSame(submission.account.externalId, keyOf(held['Account']))) different.push('AccountId');
  if (!isSame(submission.owner, keyOf(held['Owner']))) different.push('OwnerId');
  return different;
}

function opportunityFields(submission: CheckedSubmission): Fields<'Opportunity'> {
  const fields: Partial<Record<FieldName<'Opportunity'>, FieldValue>> = {};
  for (const [property, field] of Object.entries(OPPORTUNITY_FIELDS)) {
    const value = submission[property as keyof typeof OPPORTUNITY_FIELDS];
    if (value !== undefined) fields[field] = value;
  }
  return fields;
}

function accountNode({ account, sourceSystem }: CheckedSubmission): GraphNode {
  const { name, website, phone, industry } = account;
  return upsertNode(ACCOUNT, 'Account', account.externalId, {
    Name: name,
    Website: website,
    Phone: phone,
    Industry: industry,
    Source_System__c: sourceSystem,
  });
}

function contactNode({ primaryContact, sourceSystem }: CheckedSubmission, ofAccount: RecordData): GraphNode {
  return upsertNode(CONTACT, 'Contact', primaryContact?.externalId ?? '', {
    FirstName: primaryContact?.firstName,
    LastName: primaryContact?.lastName,
    Email: primaryContact?.email,
    Phone: primaryContact?.phone,
    Source_System__c: sourceSystem,
    ...ofAccount,
  });
}

function roleNode({ externalId, primaryContact }: CheckedSubmission, contactIsHeld: boolean): GraphNode {
  const contactKey = primaryContact?.externalId ?? '';
  const contact: RecordData = contactIsHeld
    ? { Contact: { [KEY_FIELD]: contactKey } }
    : { ContactId: `@{${CONTACT}.id}` };
  return upsertNode('role', 'OpportunityContactRole', `${externalId}:primary`, {
    OpportunityId: `@{${OPPORTUNITY_NODE}.id}`,
    ...contact,
    Role: primaryContact?.role,
    IsPrimary: true,
  });
}

/** What is undefined does not travel. */
function upsertNode<Name extends ObjectName>(
  referenceId: string,
  object: Name,
  value: string,
  record: Fields<Name>,
): GraphNode {
  return { referenceId, object, externalId: { field: KEY_FIELD, value }, record };
}

const keyOf = (parent: unknown): unknown =>
  (parent as Record<string, unknown> | null | undefined)?.[KEY_FIELD];

function isSame(wanted: unknown, held: unknown): boolean {
  if (typeof wanted === 'number') return Math.abs(wanted - Number(held)) < 0.005;
  return normalise(wanted) === normalise(held);
}

const normalise = (value: unknown): string =>
  String(value ?? '')
    .replaceAll('\r\n', '\n')
    .trim()
    .toLowerCase();
