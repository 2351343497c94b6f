import { LightningElement, wire } from 'lwc';
import { graphql, gql, type GraphqlResult } from 'lightning/graphql';
import userId from '@salesforce/user/Id';
import { addDays, today } from 'c/daySpan';
import { dayText, fill } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { queryRecords } from 'c/queryRecord';
import type { ListRow } from 'c/recordList';
import dueLabel from '@salesforce/label/c.Gate_Due';
import emptyLabel from '@salesforce/label/c.Alerts_None';
import overdueLabel from '@salesforce/label/c.Overdue';
import titleLabel from '@salesforce/label/c.Alerts_Title';

const DAYS = 14;

/** What the user should know: tasks that are overdue, and market intelligence of the last two weeks. */
export default class MyAlerts extends LightningElement {
  labels = { empty: emptyLabel, title: titleLabel };
  variables = { userId, today: today(), since: addDays(today(), -DAYS) };

  @wire(graphql, {
    query: gql`
      query myAlerts($userId: ID, $today: Date, $since: Date) {
        uiapi {
          query {
            Task(
              first: 10
              where: {
                OwnerId: { eq: $userId }
                IsClosed: { eq: false }
                ActivityDate: { lt: { value: $today } }
              }
              orderBy: { ActivityDate: { order: ASC } }
            ) {
              edges {
                node {
                  Id
                  Subject {
                    value
                  }
                  ActivityDate {
                    value
                  }
                }
              }
            }
            Intelligence_Delivery__c(
              first: 10
              where: { User__c: { eq: $userId }, Sent_On__c: { gte: { value: $since } } }
              orderBy: { Sent_On__c: { order: DESC } }
            ) {
              edges {
                node {
                  Id
                  Sent_On__c {
                    value
                  }
                  Report__r {
                    Id
                    Headline__c {
                      value
                    }
                    Severity__c {
                      value
                      displayValue
                    }
                  }
                  Link__r {
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
    `,
    variables: '$variables',
  })
  alerts?: GraphqlResult;

  get state(): FrameState {
    return frameState(this.alerts, () => this.rows.length === 0);
  }
  get rows(): readonly ListRow[] {
    const data = this.alerts?.data;
    if (!data) return [];
    const tasks = queryRecords(data, 'Task').map((task) => ({
      key: task.id,
      recordId: task.id,
      title: task.text('Subject'),
      badge: overdueLabel,
      facts: [fill(dueLabel, dayText(task.text('ActivityDate')))],
    }));
    const reports = queryRecords(data, 'Intelligence_Delivery__c').map((delivery) => ({
      key: delivery.id,
      recordId: delivery.parentId('Report__r'),
      title: delivery.text('Report__r.Headline__c'),
      value: dayText(delivery.text('Sent_On__c')),
      badge: delivery.display('Report__r.Severity__c') || undefined,
      facts: [delivery.text('Link__r.Reason__c')],
    }));
    return [...tasks, ...reports];
  }

  handleRetry(): void {
    void this.alerts?.refresh?.();
  }
}
