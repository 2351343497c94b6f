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
            Sync_Conflict__c(
              first: 20
              where: { Opportunity__c: { eq: $recordId }, Status__c: { eq: "Open" } }
            ) {
              edges {
                node {
                  Id
                  Name {
                    value
                  }
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
  /** Those who may not see conflicts are shown none. */
  get conflicts(): readonly ListRow[] {
    return this.found?.data
      ? queryRecords(this.found.data, 'Sync_Conflict__c').map((conflict) => ({
          key: conflict.id,
          recordId: conflict.id,
          title: conflict.text('Field_Name__c'),
          facts: [conflict.text('Reason__c')],
        }))
      : [];
  }
  get hasConflicts(): boolean {
    return this.conflicts.length > 0;
  }
}
