import type { RecordValues } from '../../core';
import { objectsOf, textOf, type ComponentStore } from '../../metadata';
import type { SObjectType } from '../../schema';

/** Objects that a conversion makes, in the order in which it does. */
export const CONVERSION_TARGETS = ['Account', 'Contact', 'Opportunity'] as const;

/** One of the objects that a conversion makes. */
export type ConversionTarget = (typeof CONVERSION_TARGETS)[number];

const same = (...names: string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, name]));

const address = (prefix: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      'Street',
      'City',
      'State',
      'StateCode',
      'PostalCode',
      'Country',
      'CountryCode',
      'Latitude',
      'Longitude',
      'GeocodeAccuracy',
    ].map((part) => [part, prefix + part]),
  );

/**
 * Standard fields of a lead by where they go.
 * @see https://help.salesforce.com/s/articleView?id=sf.lead_conversion_mapping.htm
 */
const STANDARD: Readonly<Record<ConversionTarget, Readonly<Record<string, string>>>> = {
  Account: {
    Company: 'Name',
    ...same('Phone', 'Fax', 'Website', 'Industry', 'AnnualRevenue', 'NumberOfEmployees', 'Rating'),
    LeadSource: 'AccountSource',
    ...address('Billing'),
  },
  Contact: {
    ...same(
      'Salutation',
      'FirstName',
      'MiddleName',
      'LastName',
      'Suffix',
      'Title',
      'Email',
      'Phone',
      'MobilePhone',
    ),
    ...same('Fax', 'LeadSource', 'Description', 'DoNotCall', 'HasOptedOutOfEmail', 'HasOptedOutOfFax'),
    ...address('Mailing'),
  },
  Opportunity: same('LeadSource'),
};

/**
 * The values of a lead for one of the objects made from it: standard fields, and those that the org maps itself.
 * Blank values are left out, so that defaults apply.
 */
export function mappedValues(
  components: ComponentStore,
  lead: Readonly<RecordValues>,
  target: SObjectType,
  targetName: ConversionTarget,
): RecordValues {
  const pairs = [...Object.entries(STANDARD[targetName]), ...customMapping(components, targetName)];
  return Object.fromEntries(
    pairs.flatMap(([from, to]) => {
      const value = lead[from];
      const field = target.field(to);
      return field && value !== null && value !== undefined && value !== false ? [[field.name, value]] : [];
    }),
  );
}

/** Of the mapped values those that an existing record has none for. */
export function valuesForBlanks(
  mapped: Readonly<RecordValues>,
  existing: Readonly<RecordValues>,
  overwritten: ReadonlySet<string>,
): RecordValues {
  return Object.fromEntries(
    Object.entries(mapped).filter(([name, value]) => {
      const present = existing[name];
      const isBlank = present === null || present === undefined || present === false;
      return value !== present && (isBlank || overwritten.has(name));
    }),
  );
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_leadconvertsettings.htm */
function customMapping(components: ComponentStore, targetName: ConversionTarget): [string, string][] {
  return components
    .all('LeadConvertSettings')
    .flatMap(({ content }) => objectsOf(content, 'objectMapping'))
    .filter((mapping) => textOf(mapping, 'outputObject') === targetName)
    .flatMap((mapping) => objectsOf(mapping, 'mappingFields'))
    .map((entry) => [textOf(entry, 'inputField') ?? '', textOf(entry, 'outputField') ?? '']);
}
