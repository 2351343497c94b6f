import type { Picklist } from '../types';
import type { PicklistEntry } from './describe-results';

/**
 * The values of a picklist as describe gives them.
 * UNVERIFIED: that values which are no longer active are left out.
 * @param controllingValues API names of the controlling field's values, in order; empty when nothing controls it
 */
export function picklistEntries(
  picklist: Picklist | undefined,
  controllingValues: readonly string[],
): PicklistEntry[] {
  return (picklist?.values ?? [])
    .filter((value) => value.active)
    .map(({ active, defaultValue, label, value, validFor }) => ({
      active,
      defaultValue,
      label,
      validFor:
        picklist?.controllingField === undefined ? null : encodeValidFor(validFor ?? [], controllingValues),
      value,
    }));
}

/**
 * Packs positions into a bit set, first position in the highest bit, and writes it in base64.
 * `encodeValidFor(['b'], ['a', 'b'])` is `'QAAA'`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describesobjects_describesobjectresult.htm (Dependent Picklists)
 */
export function encodeValidFor(validFor: readonly string[], controllingValues: readonly string[]): string {
  const bytes = Buffer.alloc(
    BYTES_PER_BLOCK * Math.max(1, Math.ceil(controllingValues.length / VALUES_PER_BLOCK)),
  );
  controllingValues.forEach((value, position) => {
    if (validFor.includes(value)) {
      const index = position >> 3;
      bytes.writeUInt8(bytes.readUInt8(index) | (0x80 >> (position & 7)), index);
    }
  });
  return bytes.toString('base64');
}

/** Bit sets are multiples of three bytes, so that base64 needs no padding. UNVERIFIED: beyond 24 values. */
const BYTES_PER_BLOCK = 3;
const VALUES_PER_BLOCK = 8 * BYTES_PER_BLOCK;
