import { api, LightningElement, wire } from 'lwc';
import { graphql, gql, type GraphqlResult } from 'lightning/graphql';
import { amountText, dayText, fill } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { queryRecords } from 'c/queryRecord';
import type { ListRow } from 'c/recordList';
import emptyLabel from '@salesforce/label/c.Deals_None';
import moreLabel from '@salesforce/label/c.Deals_Shown';

/** Conditions of a query: `{ StageName: { eq: 'Qualification' } }`. */
export type DealFilter = Readonly<Record<string, unknown>>;

/** Opportunities that meet conditions, closing soonest first. What charts lead to. */
export default class DealList extends LightningElement {
  @api heading = '';
  @api iconName = 'standard:opportunity';
  @api emptyText = emptyLabel;
  @api filter?: DealFilter;

  @wire(graphql, {
    query: gql`
      query deals($where: Opportunity_Filter) {
        uiapi {
          query {
            Opportunity(first: 50, where: $where, orderBy: { CloseDate: { order: ASC } }) {
              edges {
                node {
                  Id
                  Name {
                    value
                  }
                  Amount {
                    value
                  }
                  StageName {
                    value
                    displayValue
                  }
                  CloseDate {
                    value
                  }
                  Hygiene_Summary__c {
                    value
                  }
                  Account {
                    Name {
                      value
                    }
                  }
                  Owner {
                    Name {
                      value
                    }
                  }
                }
              }
              totalCount
            }
          }
        }
      }
    `,
    variables: '$variables',
  })
  deals?: GraphqlResult;

  get variables() {
    return this.filter ? { where: this.filter } : undefined;
  }
  get state(): FrameState {
    return frameState(this.deals, () => this.rows.length === 0);
  }
  get rows(): readonly ListRow[] {
    if (!this.deals?.data) return [];
    return queryRecords(this.deals.data, 'Opportunity').map((deal) => ({
      key: deal.id,
      recordId: deal.id,
      title: deal.text('Name'),
      value: amountText(deal.number('Amount')),
      facts: [
        [
          deal.text('Account.Name'),
          deal.display('StageName'),
          dayText(deal.text('CloseDate')),
          deal.text('Owner.Name'),
        ]
          .filter((text) => text !== '')
          .join(' · '),
        deal.text('Hygiene_Summary__c'),
      ],
    }));
  }
  /** How many there are, when not all are shown. */
  get more(): string {
    const data = this.deals?.data as
      | { readonly uiapi: { readonly query: { readonly Opportunity: { readonly totalCount?: number } } } }
      | undefined;
    const total = data?.uiapi.query.Opportunity.totalCount ?? 0;
    return total > this.rows.length ? fill(moreLabel, this.rows.length, total) : '';
  }

  /** Reads the opportunities again. */
  @api refresh(): void {
    void this.deals?.refresh?.();
  }
  handleRetry(): void {
    this.refresh();
  }
}
