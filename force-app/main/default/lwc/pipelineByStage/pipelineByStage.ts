import { api, LightningElement, wire } from 'lwc';
import { graphql, gql, type GraphqlResult } from 'lightning/graphql';
import userId from '@salesforce/user/Id';
import { simpleBar, type BarRow } from 'c/barChart';
import type { DealFilter } from 'c/dealList';
import { amountText, fill } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { aggregates } from 'c/queryRecord';
import emptyLabel from '@salesforce/label/c.Pipeline_None';
import mineLabel from '@salesforce/label/c.Pipeline_Mine';
import stageLabel from '@salesforce/label/c.Pipeline_In_Stage';
import teamLabel from '@salesforce/label/c.Pipeline_Team';
import textLabel from '@salesforce/label/c.Pipeline_Amount_In_Deals';

/** Open pipeline by stage; a stage leads to its opportunities. */
export default class PipelineByStage extends LightningElement {
  /** Whose: `mine`, or `team` for all that the user sees. */
  @api scope: 'mine' | 'team' = 'mine';

  labels = { empty: emptyLabel };
  stage?: string;

  @wire(graphql, {
    query: gql`
      query pipelineByStage($where: Opportunity_Filter) {
        uiapi {
          aggregate {
            Opportunity(where: $where, groupBy: { StageName: { group: true } }) {
              edges {
                node {
                  aggregate {
                    StageName {
                      value
                    }
                    Amount {
                      sum {
                        value
                      }
                    }
                    Probability {
                      max {
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
          }
        }
      }
    `,
    variables: '$variables',
  })
  stages?: GraphqlResult;

  get where(): DealFilter {
    const open = { IsClosed: { eq: false } };
    return this.scope === 'mine' ? { ...open, OwnerId: { eq: userId } } : open;
  }
  get variables() {
    return { where: this.where };
  }
  get heading(): string {
    return this.scope === 'mine' ? mineLabel : teamLabel;
  }
  get state(): FrameState {
    return frameState(this.stages, () => this.rows.length === 0);
  }
  /** In the order of the sales process, which that of the probabilities follows. */
  get rows(): readonly BarRow[] {
    if (!this.stages?.data) return [];
    return [...aggregates(this.stages.data, 'Opportunity')]
      .sort((a, b) => a.number('Probability.max') - b.number('Probability.max'))
      .map((group) => ({
        key: group.text('StageName'),
        label: group.text('StageName'),
        value: group.number('Amount.sum'),
        text: fill(textLabel, amountText(group.number('Amount.sum')), group.number('Id.count')),
      }))
      .map(simpleBar);
  }
  get stageHeading(): string {
    return fill(stageLabel, this.stage ?? '');
  }
  get filter(): DealFilter {
    return { ...this.where, StageName: { eq: this.stage } };
  }

  handleSelect(event: CustomEvent<{ key: string }>): void {
    this.stage = this.stage === event.detail.key ? undefined : event.detail.key;
  }
  handleRetry(): void {
    void this.stages?.refresh?.();
  }
}
