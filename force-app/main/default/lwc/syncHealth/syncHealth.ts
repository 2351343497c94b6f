import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { countText, fill, timeText } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import type { ListRow } from 'c/recordList';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import getHealth from '@salesforce/apex/SyncHealthController.getHealth';
import conflictsLabel from '@salesforce/label/c.Sync_Open_Conflicts';
import countsLabel from '@salesforce/label/c.Sync_Run_Counts';
import emptyLabel from '@salesforce/label/c.Sync_Health_Empty';
import errorsLabel from '@salesforce/label/c.Sync_Errors';
import runsLabel from '@salesforce/label/c.Sync_Runs';
import titleLabel from '@salesforce/label/c.Sync_Health_Title';

/** How the synchronisation does: its last runs, and what is open. */
export default class SyncHealth extends LightningElement {
  labels = { empty: emptyLabel, runs: runsLabel, title: titleLabel };

  @wire(getHealth) health?: WireResult<Apex.SyncHealthController.Health | null>;

  get state(): FrameState {
    return frameState(
      this.health,
      ({ runs, openConflicts, errors }) => !runs?.length && !openConflicts && !errors.length,
    );
  }
  /** End of the last run; the freshness of the whole. */
  get lastFinished(): string | null {
    return this.health?.data?.runs?.find(({ Finished_At__c }) => Finished_At__c)?.Finished_At__c ?? null;
  }
  get tiles() {
    const { openConflicts, errors = [] } = this.health?.data ?? {};
    const failed = errors.reduce((sum, { count }) => sum + (count ?? 0), 0);
    return [
      { label: conflictsLabel, value: countText(openConflicts), detail: '' },
      { label: errorsLabel, value: countText(failed), detail: errors.map(({ code }) => code).join(', ') },
    ];
  }
  get rows(): readonly ListRow[] {
    return (this.health?.data?.runs ?? []).map((run) => ({
      key: run.Id ?? '',
      recordId: run.Id,
      title: `${run.Name ?? ''} · ${run.Lane__c ?? ''}`,
      value: timeText(run.Started_At__c),
      badge: run.Status__c ?? undefined,
      facts: [
        fill(
          countsLabel,
          countText(run.Read__c),
          countText(run.Created__c),
          countText(run.Updated__c),
          countText((run.Rejected__c ?? 0) + (run.Failed__c ?? 0)),
        ),
      ],
    }));
  }

  handleRetry(): void {
    void refreshApex(this.health);
  }
}
