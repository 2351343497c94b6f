/**
 * Writes a message to the log. The platform sends it to Event Monitoring; here it goes to the browser's console.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-logger.html
 */
export function log(message: unknown): void {
  console.info(message);
}
