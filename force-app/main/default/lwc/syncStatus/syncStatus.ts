import { api, LightningElement, wire } from 'lwc';
import { graphql, gql, type GraphqlResult } from 'lightning/graphql';
import { getFieldValue, getRecord, type RecordWireResult } from 'lightning/uiRecordApi';
import { fill, timeText } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { queryRecords } from 'c/queryRecord';
import type { ListRow } from 'c/recordList';
import EXTERNAL_ID from '@salesforce/schema/Opportunity.External_Id__c';
import LAST_SYNCED from '@salesforce/schema/Opportunity.Last_Synced__c';
import SOURCE from '@salesforce/schema/Opportunity.Source_System__c';
import conflictsLabel from '@salesforce/label/c.Sync_Open_Conflicts';
import keyLabel from '@salesforce/label/c.Sync_Key';
import lastLabel from '@salesforce/label/c.Sync_Last';
import sourceLabel from '@salesforce/label/c.Sync_Source';
import titleLabel from '@salesforce/label/c.Sync_Title';

/** How an opportunity stands with the internal database: when it was synced, and what is in conflict. */
export default class SyncStatus extends LightningElement {
  @api recordId?: string;

  labels = { conflicts: conflictsLabel, title: titleLabel };

  @wire(getRecord, { recordId: '$recordId', optionalFields: [EXTERNAL_ID, LAST_SYNCED, SOURCE] })
  deal?: RecordWireResult;

  @wire(graphql, {
    query: gql`
      query openConflicts($recordId: ID) {
        uiapi {
          query {
            Opportunity(first: 1, where: { Id: { eq: $recordId } }) {
              edges {
                node {
                  Id
                  Sync_Conflicts__r(first: 20, where: { Status__c: { eq: "Open" } }) @optional {
                    edges {
                      node {
                        Id
                        Field_Name__c {
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
          }
        }
      }
    `,
    variables: '$variables',
  })
  found?: GraphqlResult;

  get variables() {
    return this.recordId ? { recordId: this.recordId } : undefined;
  }
  get state(): FrameState {
    return frameState(this.deal);
  }
  get lastSynced(): string | null {
    return (getFieldValue(this.deal?.data, LAST_SYNCED) as string | null | undefined) ?? null;
  }
  get facts() {
    const value = (field: typeof SOURCE | typeof EXTERNAL_ID) =>
      (getFieldValue(this.deal?.data, field) as string | null | undefined) ?? '';
    const [source, key] = [value(SOURCE), value(EXTERNAL_ID)];
    return [
      this.lastSynced ? fill(lastLabel, timeText(this.lastSynced)) : '',
      source ? fill(sourceLabel, source) : '',
      key ? fill(keyLabel, key) : '',
    ]
      .filter((text) => text !== '')
      .map((text) => ({ key: text, text }));
  }
  /** Those who may not see conflicts are shown none: `@optional` leaves them out of the query. */
  get conflicts(): readonly ListRow[] {
    if (!this.found?.data) return [];
    const [deal] = queryRecords(this.found.data, 'Opportunity');
    return (deal?.children('Sync_Conflicts__r') ?? []).map((conflict) => ({
      key: conflict.id,
      recordId: conflict.id,
      title: conflict.text('Field_Name__c'),
      facts: [conflict.text('Reason__c')],
    }));
  }
  get hasConflicts(): boolean {
    return this.conflicts.length > 0;
  }
}
