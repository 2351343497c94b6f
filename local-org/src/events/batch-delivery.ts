import { LocalOrgError } from '../core';
import type { SubscriptionChange } from './subscription-table';
import type { EventDelivery, EventMessage, Subscription } from './types';

/** One delivery of a batch: what the subscriber is told, and where it goes on. */
export class BatchDelivery implements EventDelivery {
  readonly retries: number;
  readonly lastError: string | null;
  private checkpoint: number | null = null;

  constructor(
    private readonly events: readonly EventMessage[],
    subscription: Subscription,
  ) {
    this.retries = subscription.retries;
    this.lastError = subscription.lastError;
  }

  setResumeCheckpoint(replayId: number): void {
    if (!this.events.some((event) => event.replayId === replayId)) {
      throw new LocalOrgError('INVALID_REPLAY_ID', `The batch has no event with the ReplayId ${replayId}`, {
        actions: ['Set the checkpoint to the ReplayId of an event that was delivered in this batch'],
      });
    }
    this.checkpoint = replayId;
  }

  /** The subscription after a delivery that is not to be repeated: it goes on after the checkpoint, or the batch. */
  passed(lastError: string | null): SubscriptionChange {
    const position = this.checkpoint ?? this.events.at(-1)?.replayId ?? 0;
    return { position, state: 'Running', retries: 0, lastError, dueMs: null };
  }
}
