/** What a message is. */
export type MessageKind = 'email' | 'notification' | 'chatter';

/** A message to be kept. Nothing leaves the machine. */
export interface NewMessage {
  readonly kind: MessageKind;
  /** Ids of users, groups and records, and e-mail addresses. */
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Record the message is about; null when there is none. */
  readonly relatedRecordId: string | null;
  /** What sent it: `Approval process Opportunity.Review`, `Flow Notify_Owner: Send_Alert`. */
  readonly source: string;
}

export interface Message extends NewMessage {
  /** Ascending from 1. */
  readonly id: number;
  /** When it was sent on the org's clock: `2026-11-22T11:01:25.000+0000`. */
  readonly sentDate: string;
}

/** Which messages to read. */
export interface MessageFilter {
  /** Only those after this id. */
  readonly since?: number;
  readonly kind?: MessageKind;
  /** User id, group id or address among the recipients. */
  readonly recipient?: string;
  readonly relatedRecordId?: string;
  /** Default 2,000. */
  readonly limit?: number;
}

/** The e-mails, custom notifications and posts that the org would have sent. */
export interface Outbox {
  /** Keeps a message, in the transaction under way if there is one. Returns its id. */
  send(message: NewMessage): number;
  /** Messages by id. */
  list(filter?: MessageFilter): Message[];
}
