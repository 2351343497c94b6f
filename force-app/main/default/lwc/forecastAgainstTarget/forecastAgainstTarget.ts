import { LightningElement, wire } from 'lwc';
import { graphql, gql, type GraphqlResult } from 'lightning/graphql';
import { getFieldValue, getRecord, type RecordWireResult } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';
import type { BarRow, Tone } from 'c/barChart';
import type { DealFilter } from 'c/dealList';
import { quarterName, quarterOf, today } from 'c/daySpan';
import { amountText, fill, percentText } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { aggregates, queryRecords } from 'c/queryRecord';
import bestCaseLabel from '@salesforce/label/c.Forecast_Best_Case';
import closedLabel from '@salesforce/label/c.Forecast_Closed';
import commitLabel from '@salesforce/label/c.Forecast_Commit';
import emptyLabel from '@salesforce/label/c.Forecast_None';
import gapLabel from '@salesforce/label/c.Forecast_Gap';
import noTargetLabel from '@salesforce/label/c.Forecast_No_Target';
import pipelineLabel from '@salesforce/label/c.Forecast_Pipeline';
import reachedLabel from '@salesforce/label/c.Forecast_Reached';
import targetLabel from '@salesforce/label/c.Forecast_Target';
import targetOfLabel from '@salesforce/label/c.Forecast_Target_Of';
import titleLabel from '@salesforce/label/c.Forecast_Title';
import OFFICE from '@salesforce/schema/User.Regional_Office__c';

/** Forecast categories, the surest first. */
const CATEGORIES: readonly (readonly [name: string, label: string, tone: Tone])[] = [
  ['Closed', closedLabel, 'good'],
  ['Commit', commitLabel, 'neutral'],
  ['Best Case', bestCaseLabel, 'watch'],
  ['Pipeline', pipelineLabel, 'base'],
];
/**
 * Code of the success metric that holds the target of a quarter: `BOOKINGS_2026-Q4`; that of a regional office
 * `BOOKINGS_2026-Q4_Central`.
 */
const TARGET_CODE = 'BOOKINGS_';

/**
 * What this quarter is expected to bring, by forecast category, against its target: that of the user's regional office,
 * whose opportunities the user sees, else that of all.
 */
export default class ForecastAgainstTarget extends LightningElement {
  labels = { empty: emptyLabel };
  quarter = quarterOf(today());
  category?: string;

  @wire(getRecord, { recordId: userId, optionalFields: [OFFICE] }) user?: RecordWireResult;
  @wire(graphql, {
    query: gql`
      query forecast($start: Date, $end: Date, $code: String) {
        uiapi {
          aggregate {
            Opportunity(
              where: {
                and: [{ CloseDate: { gte: { value: $start } } }, { CloseDate: { lte: { value: $end } } }]
              }
              groupBy: { ForecastCategoryName: { group: true } }
            ) {
              edges {
                node {
                  aggregate {
                    ForecastCategoryName {
                      value
                    }
                    Amount {
                      sum {
                        value
                      }
                    }
                  }
                }
              }
            }
          }
          query {
            Success_Metric__c(
              first: 1
              where: { Code__c: { eq: $code } }
              orderBy: { Measured_On__c: { order: DESC } }
            ) {
              edges {
                node {
                  Id
                  Target__c {
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
  forecast?: GraphqlResult;

  private get office(): string {
    return (getFieldValue(this.user?.data, OFFICE) as string | null | undefined) ?? '';
  }
  get variables() {
    if (!this.user?.data) return undefined;
    const { start, end } = this.quarter;
    const code = [TARGET_CODE + quarterName(today()), this.office].filter(Boolean).join('_');
    return { start, end, code };
  }
  get heading(): string {
    return fill(titleLabel, quarterName(today()));
  }
  get state(): FrameState {
    const isEmpty = () => this.amounts.every(({ amount }) => amount === 0);
    const user = frameState(this.user);
    return user.kind === 'ready' ? frameState(this.forecast, isEmpty) : user;
  }
  private get amounts() {
    const data = this.forecast?.data;
    const groups = data ? aggregates(data, 'Opportunity') : [];
    return CATEGORIES.map(([name, label, tone]) => {
      const group = groups.find((one) => one.text('ForecastCategoryName') === name);
      return { name, label, tone, amount: group?.number('Amount.sum') ?? 0 };
    });
  }
  private get target(): number {
    const data = this.forecast?.data;
    return data ? (queryRecords(data, 'Success_Metric__c')[0]?.number('Target__c') ?? 0) : 0;
  }
  /** Categories one after the other, so that they add up to what may come in; the target below them. */
  get rows(): readonly BarRow[] {
    let reached = 0;
    const rows = this.amounts.map(({ name, label, tone, amount }): BarRow => {
      const from = reached;
      reached += amount;
      return { key: name, label, text: amountText(amount), parts: [{ key: name, from, to: reached, tone }] };
    });
    if (this.target === 0) return rows;
    const parts = [{ key: 'target', from: 0, to: this.target, tone: 'base' as const }];
    const label = this.office ? fill(targetOfLabel, this.office) : targetLabel;
    return [...rows, { key: 'target', label, text: amountText(this.target), parts }];
  }
  get summary(): string {
    if (this.target === 0) return noTargetLabel;
    const closed = this.amounts[0]?.amount ?? 0;
    const gap = this.target - closed;
    const reached = percentText((closed * 100) / this.target);
    return gap > 0 ? fill(gapLabel, reached, amountText(gap)) : fill(reachedLabel, reached);
  }
  get categoryLabel(): string {
    return CATEGORIES.find(([name]) => name === this.category)?.[1] ?? '';
  }
  get filter(): DealFilter {
    return {
      ForecastCategoryName: { eq: this.category },
      and: [
        { CloseDate: { gte: { value: this.quarter.start } } },
        { CloseDate: { lte: { value: this.quarter.end } } },
      ],
    };
  }

  handleSelect(event: CustomEvent<{ key: string }>): void {
    const { key } = event.detail;
    this.category = key === this.category || key === 'target' ? undefined : key;
  }
  handleRetry(): void {
    void this.forecast?.refresh?.();
  }
}
