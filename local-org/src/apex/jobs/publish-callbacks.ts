import type { JobPayload } from '../../jobs';
import { tellPublication } from '../library/system/event-callbacks';
import type { ApexValue } from '../runtime/values/apex-value';
import type { JobHost } from './job-host';
import { outcomeOf } from './job-outcome';
import { decodeValue, encodeValue, type ValueGraph } from './value-graph';

/** What waits for the commit of a transaction that published events. */
interface WaitingCallback extends JobPayload {
  readonly callback: ValueGraph;
  readonly eventUuids: readonly string[];
}

const PUBLISHED = 'apex.eventsPublished';

/**
 * Callbacks of `EventBus.publish`: a copy of the object is told of the success once the transaction has committed, in a
 * transaction of its own. The bus of the org takes whatever it is given, so only tests see failures.
 * @see https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_publish_callback.htm
 */
export class PublishCallbacks {
  constructor(private readonly host: JobHost) {
    host.runtime.org.jobs.handle(PUBLISHED, (payload) => {
      this.run(payload as WaitingCallback);
    });
  }

  note(callback: ApexValue, eventUuids: readonly string[]): void {
    const { runtime } = this.host;
    const { jobs, clock } = runtime.org;
    const payload: WaitingCallback = { callback: encodeValue(runtime, callback), eventUuids };
    jobs.schedule({ kind: PUBLISHED, runAtMs: clock.now(), payload });
  }

  /** What a callback throws ends it and nothing else: nobody waits for it. */
  private run({ callback, eventUuids }: WaitingCallback): void {
    const { runtime } = this.host;
    const user = runtime.org.automationUser();
    outcomeOf(runtime, () => {
      this.host.transaction({ kind: 'platformEvent', user }, () => {
        tellPublication(runtime, 'Success', decodeValue(runtime, callback), eventUuids);
      });
    });
  }
}
