/** Fields of a lead that stand for those of a contact, and the other way round, where their names differ. */
const LEAD_TO_CONTACT: readonly (readonly [lead: string, contact: string])[] = [
  ['Company', 'Account.Name'],
  ['Street', 'MailingStreet'],
  ['City', 'MailingCity'],
  ['State', 'MailingState'],
  ['PostalCode', 'MailingPostalCode'],
  ['Country', 'MailingCountry'],
];

const MAPPINGS: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  'Lead>Contact': new Map(LEAD_TO_CONTACT.map(([lead, contact]) => [contact, lead])),
  'Contact>Lead': new Map(LEAD_TO_CONTACT),
};

/** The field of the saved object for a field of the searched one. */
export function standardMapping(savedObject: string, searchedObject: string, field: string): string {
  return MAPPINGS[`${savedObject}>${searchedObject}`]?.get(field) ?? field;
}
