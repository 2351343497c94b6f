import { LightningElement, wire } from 'lwc';
import { graphql, gql, type GraphqlResult } from 'lightning/graphql';
import userId from '@salesforce/user/Id';
import { today } from 'c/daySpan';
import { dayText, fill } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { queryRecords } from 'c/queryRecord';
import type { ListRow } from 'c/recordList';
import dueLabel from '@salesforce/label/c.Gate_Due';
import emptyLabel from '@salesforce/label/c.Gates_Due_None';
import overdueLabel from '@salesforce/label/c.Overdue';
import titleLabel from '@salesforce/label/c.Gates_Due_Title';

/** Required gate items of the user's opportunities that are open, due soonest first. */
export default class GatesDue extends LightningElement {
  labels = { empty: emptyLabel, title: titleLabel };
  variables = { userId };

  @wire(graphql, {
    query: gql`
      query gatesDue($userId: ID) {
        uiapi {
          query {
            Stage_Gate_Item__c(
              first: 20
              where: {
                Status__c: { eq: "Open" }
                Current__c: { eq: true }
                Required__c: { eq: true }
                Opportunity__r: { OwnerId: { eq: $userId }, IsClosed: { eq: false } }
              }
              orderBy: { Due_Date__c: { order: ASC, nulls: LAST } }
            ) {
              edges {
                node {
                  Id
                  Criterion__c {
                    value
                  }
                  Due_Date__c {
                    value
                  }
                  Opportunity__r {
                    Id
                    Name {
                      value
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
  items?: GraphqlResult;

  get state(): FrameState {
    return frameState(this.items, () => this.rows.length === 0);
  }
  get rows(): readonly ListRow[] {
    if (!this.items?.data) return [];
    const now = today();
    return queryRecords(this.items.data, 'Stage_Gate_Item__c').map((item) => {
      const due = item.text('Due_Date__c');
      return {
        key: item.id,
        recordId: item.parentId('Opportunity__r'),
        title: item.text('Opportunity__r.Name'),
        value: due ? fill(dueLabel, dayText(due)) : '',
        badge: due !== '' && due < now ? overdueLabel : undefined,
        facts: [item.text('Criterion__c')],
      };
    });
  }

  handleRetry(): void {
    void this.items?.refresh?.();
  }
}
