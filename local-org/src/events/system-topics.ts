/**
 * Topics that the org itself publishes on, for the tools of developers. An event's payload is `{ Id }`, the record it is
 * about; its channel has the same name.
 */
export const SYSTEM_TOPICS = {
  /** A debug log was kept: id of the ApexLog. */
  logging: '/systemTopic/Logging',
  /** A test run went on: id of its AsyncApexJob. */
  testResult: '/systemTopic/TestResult',
} as const;

const NAMES: ReadonlySet<string> = new Set(Object.values(SYSTEM_TOPICS));

/** Whether a channel is one of the org's own. */
export function isSystemTopic(channel: string): boolean {
  return NAMES.has(channel);
}
