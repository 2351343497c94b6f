import { api, LightningElement, wire } from 'lwc';
import { graphql, gql, type GraphqlResult } from 'lightning/graphql';
import { amountText, countText, dayText, fillCount } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { aggregates, queryRecords } from 'c/queryRecord';
import type { ListRow } from 'c/recordList';
import contactsLabel from '@salesforce/label/c.Account_Contacts';
import dealLabel from '@salesforce/label/c.Deals_Count_One';
import dealsLabel from '@salesforce/label/c.Deals_Count';
import intelligenceLabel from '@salesforce/label/c.Account_Intelligence';
import lastActivityLabel from '@salesforce/label/c.Account_Last_Activity';
import lostLabel from '@salesforce/label/c.Pipeline_Lost';
import noActivityLabel from '@salesforce/label/c.Account_No_Activity';
import openDealsLabel from '@salesforce/label/c.Account_Open_Deals';
import openLabel from '@salesforce/label/c.Account_Open_Pipeline';
import titleLabel from '@salesforce/label/c.Account_Title';
import wonLabel from '@salesforce/label/c.Pipeline_Won';

/** A customer at a glance: open pipeline, what was won and lost, intelligence, contacts and the last activity. */
export default class AccountSummary extends LightningElement {
  @api recordId?: string;

  labels = { openDeals: openDealsLabel, title: titleLabel };

  @wire(graphql, {
    query: gql`
      query accountSummary($accountId: ID) {
        uiapi {
          aggregate {
            Opportunity(
              where: { AccountId: { eq: $accountId } }
              groupBy: { IsClosed: { group: true }, IsWon: { group: true } }
            ) {
              edges {
                node {
                  aggregate {
                    IsClosed {
                      value
                    }
                    IsWon {
                      value
                    }
                    Amount {
                      sum {
                        value
                      }
                    }
                    Id {
                      count {
                        value
                      }
                    }
                  }
                }
              }
            }
            Contact(where: { AccountId: { eq: $accountId } }) {
              edges {
                node {
                  aggregate {
                    Id {
                      count {
                        value
                      }
                    }
                  }
                }
              }
            }
            Intelligence_Link__c(where: { Account__c: { eq: $accountId }, Status__c: { ne: "Dismissed" } }) {
              edges {
                node {
                  aggregate {
                    Id {
                      count {
                        value
                      }
                    }
                  }
                }
              }
            }
          }
          query {
            Account(first: 1, where: { Id: { eq: $accountId } }) {
              edges {
                node {
                  Id
                  LastActivityDate {
                    value
                  }
                }
              }
            }
            Opportunity(
              first: 5
              where: { AccountId: { eq: $accountId }, IsClosed: { eq: false } }
              orderBy: { CloseDate: { order: ASC } }
            ) {
              edges {
                node {
                  Id
                  Name {
                    value
                  }
                  StageName {
                    value
                    displayValue
                  }
                  Amount {
                    value
                  }
                  CloseDate {
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
  summary?: GraphqlResult;

  get variables() {
    return this.recordId ? { accountId: this.recordId } : undefined;
  }
  get state(): FrameState {
    return frameState(this.summary);
  }
  get tiles() {
    const data = this.summary?.data;
    if (!data) return [];
    const groups = aggregates(data, 'Opportunity');
    const deals = (label: string, isClosed: boolean, isWon: boolean) => {
      const group = groups.find((one) => one.flag('IsClosed') === isClosed && one.flag('IsWon') === isWon);
      const detail = fillCount({ one: dealLabel, other: dealsLabel }, group?.number('Id.count') ?? 0);
      return { label, value: amountText(group?.number('Amount.sum')), detail };
    };
    const count = (object: string) => countText(aggregates(data, object)[0]?.number('Id.count'));
    const lastActivity = queryRecords(data, 'Account')[0]?.text('LastActivityDate');
    return [
      deals(openLabel, false, false),
      deals(wonLabel, true, true),
      deals(lostLabel, true, false),
      { label: intelligenceLabel, value: count('Intelligence_Link__c'), detail: '' },
      { label: contactsLabel, value: count('Contact'), detail: '' },
      { label: lastActivityLabel, value: dayText(lastActivity) || noActivityLabel, detail: '' },
    ];
  }
  get openDeals(): readonly ListRow[] {
    if (!this.summary?.data) return [];
    return queryRecords(this.summary.data, 'Opportunity').map((deal) => ({
      key: deal.id,
      recordId: deal.id,
      title: deal.text('Name'),
      value: amountText(deal.number('Amount')),
      facts: [`${deal.display('StageName')}, ${dayText(deal.text('CloseDate'))}`],
    }));
  }
  get hasOpenDeals(): boolean {
    return this.openDeals.length > 0;
  }

  handleRetry(): void {
    void this.summary?.refresh?.();
  }
}
