/** A page of the Apex Reference Guide: `referencePage('apex_methods_system_string')`. */
export function referencePage(page: string): string {
  return `https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/${page}.htm`;
}
