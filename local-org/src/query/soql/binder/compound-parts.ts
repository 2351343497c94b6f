import type { Field, SObjectType } from '../../../schema';

/** Parts of addresses and geolocations, at the end of their fields' names. */
const PART =
  /(Street|City|State|StateCode|PostalCode|Country|CountryCode|Latitude|Longitude|GeocodeAccuracy)(__s)?$/;

/**
 * The parts of a compound field, by their names in answers; null for a plain field.
 *
 * BillingAddress has `{ name: 'city', field: BillingCity }` and so on, in alphabetical order.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/compound_fields.htm
 */
export function compoundParts(type: SObjectType, field: Field): { name: string; field: Field }[] | null {
  if (field.type !== 'address' && field.type !== 'location') return null;
  const parts = type.fields
    .filter((part) => part.compoundFieldName === field.name && part !== field)
    .flatMap((part) => {
      const name = PART.exec(part.name)?.[1];
      return name ? [{ name: name.charAt(0).toLowerCase() + name.slice(1), field: part }] : [];
    });
  return parts.sort((a, b) => (a.name < b.name ? -1 : 1));
}
