import { api, LightningElement, wire } from 'lwc';
import { graphql, gql, type GraphqlResult } from 'lightning/graphql';
import { dayText } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { queryRecords } from 'c/queryRecord';
import type { ListRow } from 'c/recordList';
import emptyLabel from '@salesforce/label/c.Reports_None';

/** Market intelligence reports that meet conditions, the newest first. What charts lead to. */
export default class ReportList extends LightningElement {
  @api heading = '';
  @api filter?: Readonly<Record<string, unknown>>;

  labels = { empty: emptyLabel };

  @wire(graphql, {
    query: gql`
      query reports($where: Market_Intelligence_Report__c_Filter) {
        uiapi {
          query {
            Market_Intelligence_Report__c(
              first: 50
              where: $where
              orderBy: { Published_At__c: { order: DESC } }
            ) {
              edges {
                node {
                  Id
                  Headline__c {
                    value
                  }
                  Severity__c {
                    value
                    displayValue
                  }
                  Source_Name__c {
                    value
                  }
                  Published_At__c {
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
  reports?: GraphqlResult;

  get variables() {
    return this.filter ? { where: this.filter } : undefined;
  }
  get state(): FrameState {
    return frameState(this.reports, () => this.rows.length === 0);
  }
  get rows(): readonly ListRow[] {
    if (!this.reports?.data) return [];
    return queryRecords(this.reports.data, 'Market_Intelligence_Report__c').map((report) => ({
      key: report.id,
      recordId: report.id,
      title: report.text('Headline__c'),
      value: dayText(report.text('Published_At__c')),
      badge: report.display('Severity__c') || undefined,
      facts: [report.text('Source_Name__c')],
    }));
  }

  handleRetry(): void {
    void this.reports?.refresh?.();
  }
}
