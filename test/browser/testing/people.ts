/** The people of `config/local-org.json` who work in the browser. */
export const PEOPLE = {
  rep: 'amara.okafor@opportunity-hub.example',
  otherRep: 'elin.sorby@opportunity-hub.example',
  /** Manager of the rep. */
  manager: 'dana.whitlock@opportunity-hub.example',
  executive: 'victoria.stahl@opportunity-hub.example',
  operations: 'kevin.marsh@opportunity-hub.example',
  administrator: 'admin@opportunity-hub.example',
} as const;
