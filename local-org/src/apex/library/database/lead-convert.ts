import { PlatformStruct } from '../../runtime/values/platform-struct';
import { method, type PlatformClass } from '../platform-class';
import { accessorMethods, settableProperty } from '../settable';

const PROPERTIES = [
  ['Id', 'LeadId'],
  ['Id', 'AccountId'],
  ['Id', 'ContactId'],
  ['Id', 'OpportunityId'],
  ['Id', 'OwnerId'],
  ['String', 'ConvertedStatus'],
  ['String', 'OpportunityName'],
  ['Boolean', 'DoNotCreateOpportunity'],
  ['Boolean', 'OverwriteLeadSource'],
  ['Boolean', 'SendNotificationEmail'],
] as const;

/** Checkboxes of the conversion are not set. */
const NOTHING_CHOSEN: Readonly<Record<string, false>> = Object.fromEntries(
  PROPERTIES.filter(([type]) => type === 'Boolean').map(([, name]) => [name, false]),
);

/** What is to become of a lead. */
export const leadConvertClass: PlatformClass = {
  name: 'Database.LeadConvert',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Database_LeadConvert.htm',
  members: [
    method('new()', () => new PlatformStruct('Database.LeadConvert', { ...NOTHING_CHOSEN })),
    ...PROPERTIES.flatMap(([type, name]) => [...accessorMethods(type, name), settableProperty(type, name)]),
  ],
};
