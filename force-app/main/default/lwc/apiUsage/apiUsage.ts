import { LightningElement, wire } from 'lwc';
import { graphql, gql, type GraphqlResult } from 'lightning/graphql';
import { addDays, today } from 'c/daySpan';
import { countText, fillCount, shortDayText } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { queryRecords } from 'c/queryRecord';
import type { TrendPoint } from 'c/trendChart';
import emptyLabel from '@salesforce/label/c.Usage_None';
import oneCallLabel from '@salesforce/label/c.Usage_Per_Record_One';
import perRecordLabel from '@salesforce/label/c.Usage_Per_Record';
import titleLabel from '@salesforce/label/c.Usage_Title';

const DAYS = 14;

/** Calls to the Salesforce API that the integration used on each of the last days, as its runs report them. */
export default class ApiUsage extends LightningElement {
  labels = { empty: emptyLabel, title: titleLabel };
  variables = { since: `${addDays(today(), 1 - DAYS)}T00:00:00.000Z` };

  @wire(graphql, {
    query: gql`
      query apiUsage($since: DateTime) {
        uiapi {
          query {
            Sync_Run__c(
              first: 2000
              where: { Started_At__c: { gte: { value: $since } } }
              orderBy: { Started_At__c: { order: ASC } }
            ) {
              edges {
                node {
                  Id
                  Started_At__c {
                    value
                  }
                  Api_Calls__c {
                    value
                  }
                  Read__c {
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

  get state(): FrameState {
    return frameState(this.found, () => this.runs.length === 0);
  }
  private get runs() {
    return this.found?.data ? queryRecords(this.found.data, 'Sync_Run__c') : [];
  }
  get points(): readonly TrendPoint[] {
    const calls = new Map<string, number>();
    for (const run of this.runs) {
      const day = today(new Date(run.text('Started_At__c')));
      calls.set(day, (calls.get(day) ?? 0) + run.number('Api_Calls__c'));
    }
    return Array.from({ length: DAYS }, (_, index) => addDays(today(), 1 - DAYS + index)).map((day) => ({
      key: day,
      label: shortDayText(day),
      value: calls.get(day) ?? 0,
      text: countText(calls.get(day)),
    }));
  }
  get summary(): string {
    const total = (field: string) => this.runs.reduce((sum, run) => sum + run.number(field), 0);
    const [calls, records] = [total('Api_Calls__c'), total('Read__c')];
    const perRecord = records === 0 ? '–' : (calls / records).toFixed(2);
    return fillCount({ one: oneCallLabel, other: perRecordLabel }, calls, perRecord);
  }

  handleRetry(): void {
    void this.found?.refresh?.();
  }
}
