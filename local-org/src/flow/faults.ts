import type { Interview } from './interview/interview';
import type { FlowServices } from './services';

/** An e-mail about a flow that failed, held until the transaction is over. */
interface HeldEmail {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly recordId: string | null;
  readonly source: string;
}

/**
 * Error e-mails of flows. The save that failed is rolled back, so they are kept in memory until no transaction is
 * open, and only then go to the outbox.
 *
 * DEVIATION: they go to the running user; the platform writes to the admin who changed the flow last.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_troubleshoot_email.htm
 */
export class FlowFaults {
  private held: HeldEmail[] = [];

  constructor(private readonly services: Pick<FlowServices, 'store' | 'ports' | 'clock'>) {}

  /** Writes the e-mail about an interview that ended with an error. */
  report(interview: Interview): void {
    if (!this.services.ports.outbox) return;
    const reason = interview.error?.message ?? '';
    if (this.held.length === 0) queueMicrotask(() => this.send());
    this.held.push({
      recipient: interview.run.context.user.id,
      subject: `Error Occurred During Flow "${interview.flow.name}": ${reason}`.slice(0, 255),
      body: bodyOf(interview, reason),
      recordId: interview.trigger?.record.id ?? null,
      source: `Flow ${interview.flow.name}`,
    });
  }

  /** Sends what is held, unless a transaction is open. */
  send(): void {
    const { store, ports } = this.services;
    if (store.inTransaction || this.held.length === 0) return;
    const emails = this.held;
    this.held = [];
    if (!store.database.isOpen) return;
    for (const { recipient, subject, body, recordId, source } of emails) {
      ports.outbox?.send({
        kind: 'email',
        recipients: [recipient],
        subject,
        body,
        relatedRecordId: recordId,
        source,
      });
    }
  }
}

function bodyOf(interview: Interview, reason: string): string {
  const { flow, run } = interview;
  const element = flow.elements.get((interview.elementName ?? '').toLowerCase());
  return [
    `Error element ${element?.name ?? ''} (${element?.typeName ?? 'FlowStart'}).`,
    reason,
    '',
    'Flow Details',
    `Flow API Name: ${flow.name}`,
    `Type: ${flow.processType}`,
    'Version: 1',
    `Status: ${flow.status}`,
    '',
    'Flow Interview Details',
    `Interview Label: ${flow.label}`,
    `Interview GUID: ${interview.guid}`,
    `Current User: ${run.context.user.username} (${run.context.user.id.slice(0, 15)})`,
    `Start time: ${new Date(run.startMs).toISOString()}`,
  ].join('\n');
}
