/**
 * Values for the fields of a new record, as text for the state of a page reference.
 *
 * `encodeDefaultFieldValues({ Name: 'Acme, Inc' })` gives `Name=Acme%2C%20Inc`.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-pagereferenceutils.html
 */
export function encodeDefaultFieldValues(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value ?? ''))}`)
    .join(',');
}

/** The values that such a text holds. */
export function decodeDefaultFieldValues(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      return [decodeURIComponent(pair.slice(0, equals)), decodeURIComponent(pair.slice(equals + 1))];
    }),
  );
}
