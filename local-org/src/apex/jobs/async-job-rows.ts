import { formatDatetime, type RecordValues } from '../../core';
import type { ApexRuntime } from '../runtime/apex-runtime';
import { classIdOf } from './class-rows';

export type AsyncJobType = 'Queueable' | 'Future' | 'BatchApex' | 'ScheduledApex';
export type AsyncJobStatus =
  'Queued' | 'Preparing' | 'Processing' | 'Completed' | 'Failed' | 'Aborted' | 'Holding';

/**
 * Rows of AsyncApexJob.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_asyncapexjob.htm
 */
export class AsyncJobRows {
  constructor(private readonly runtime: ApexRuntime) {}

  /** Adds a job. @returns its id */
  add(jobType: AsyncJobType, className: string, userId: string, more: RecordValues = {}): string {
    const { store } = this.runtime.org;
    const type = this.type();
    const [id = ''] = store.newIds(type, 1);
    store.insert(type, [
      {
        Id: id,
        JobType: jobType,
        ApexClassId: classIdOf(this.runtime, className),
        Status: 'Queued' satisfies AsyncJobStatus,
        JobItemsProcessed: 0,
        TotalJobItems: 0,
        NumberOfErrors: 0,
        CreatedDate: formatDatetime(this.runtime.now()),
        CreatedById: userId,
        ...more,
      },
    ]);
    return id;
  }

  update(id: string, values: RecordValues): void {
    this.runtime.org.store.update(this.type(), id, values);
  }

  finish(id: string, status: AsyncJobStatus, extendedStatus: string | null = null): void {
    this.update(id, {
      Status: status,
      ExtendedStatus: extendedStatus,
      CompletedDate: formatDatetime(this.runtime.now()),
    });
  }

  find(id: string): RecordValues | undefined {
    return this.runtime.org.store.find(this.type(), id);
  }

  private type(): NonNullable<ReturnType<ReturnType<ApexRuntime['org']['schema']>['find']>> {
    const type = this.runtime.org.schema().find('AsyncApexJob');
    if (!type) throw new Error('The schema has no AsyncApexJob');
    return type;
  }
}
