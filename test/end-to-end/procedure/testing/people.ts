/** The people of `config/local-org.json` who take part in the tests. */
export const USERNAMES = {
  rep: 'amara.okafor@opportunity-hub.example',
  otherRep: 'ben.castellan@opportunity-hub.example',
  /** Manager of both reps. */
  manager: 'dana.whitlock@opportunity-hub.example',
  /** Manager of the manager. */
  executive: 'victoria.stahl@opportunity-hub.example',
  operations: 'kevin.marsh@opportunity-hub.example',
  /** Has the permission Bypass Opportunity Rules until the cutover is over. */
  integration: 'integration@opportunity-hub.example',
} as const;

/** One of them, by what they do. */
export type Person = keyof typeof USERNAMES;
