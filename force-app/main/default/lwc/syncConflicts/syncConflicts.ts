import { LightningElement, wire } from 'lwc';
import { graphql, gql, type GraphqlResult } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';
import { fill } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { showDone, showFailed } from 'c/outcomeToast';
import { queryRecords } from 'c/queryRecord';
import type { ListRow } from 'c/recordList';
import baseLabel from '@salesforce/label/c.Conflict_Base';
import doneLabel from '@salesforce/label/c.Conflict_Decided';
import emptyLabel from '@salesforce/label/c.Conflict_None';
import internalLabel from '@salesforce/label/c.Conflict_Internal';
import keepInternalLabel from '@salesforce/label/c.Conflict_Keep_Internal';
import keepSalesforceLabel from '@salesforce/label/c.Conflict_Keep_Salesforce';
import salesforceLabel from '@salesforce/label/c.Conflict_Salesforce';
import titleLabel from '@salesforce/label/c.Sync_Open_Conflicts';

/** Whose value is kept; the integration carries it out with its next run. */
const CHOICES = [
  { name: 'Salesforce', label: keepSalesforceLabel },
  { name: 'Internal', label: keepInternalLabel },
] as const;

/** Conflicts of the synchronisation that somebody has to decide, with both values and the last agreed one. */
export default class SyncConflicts extends LightningElement {
  labels = { empty: emptyLabel, title: titleLabel };
  isBusy = false;

  @wire(graphql, {
    query: gql`
      query conflicts {
        uiapi {
          query {
            Sync_Conflict__c(
              first: 50
              where: { Status__c: { eq: "Open" } }
              orderBy: { CreatedDate: { order: ASC } }
            ) {
              edges {
                node {
                  Id
                  Object_Name__c {
                    value
                  }
                  Record_Key__c {
                    value
                  }
                  Field_Name__c {
                    value
                  }
                  Base_Value__c {
                    value
                  }
                  Salesforce_Value__c {
                    value
                  }
                  Internal_Value__c {
                    value
                  }
                  Reason__c {
                    value
                  }
                }
              }
            }
          }
        }
      }
    `,
  })
  conflicts?: GraphqlResult;

  get state(): FrameState {
    return frameState(this.conflicts, () => this.rows.length === 0);
  }
  get rows(): readonly ListRow[] {
    if (!this.conflicts?.data) return [];
    return queryRecords(this.conflicts.data, 'Sync_Conflict__c').map((conflict) => ({
      key: conflict.id,
      recordId: conflict.id,
      title: `${conflict.text('Object_Name__c')}.${conflict.text('Field_Name__c')}`,
      value: conflict.text('Record_Key__c'),
      facts: [
        fill(salesforceLabel, conflict.text('Salesforce_Value__c')),
        fill(internalLabel, conflict.text('Internal_Value__c')),
        fill(baseLabel, conflict.text('Base_Value__c')),
        conflict.text('Reason__c'),
      ],
      actions: CHOICES,
    }));
  }

  handleRetry(): void {
    void this.conflicts?.refresh?.();
  }
  async handleAction({ detail: { key, name } }: CustomEvent<{ key: string; name: string }>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await updateRecord({
        fields: {
          Id: key,
          Winner__c: name,
          Status__c: 'Decided by User',
          Decided_By__c: userId,
          Decided_At__c: new Date().toISOString(),
        },
      });
      showDone(this, doneLabel);
      await this.conflicts?.refresh?.();
    } catch (error) {
      showFailed(this, error);
    } finally {
      this.isBusy = false;
    }
  }
}
