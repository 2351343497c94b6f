import { LightningElement, wire } from 'lwc';
import { graphql, gql, type GraphqlResult } from 'lightning/graphql';
import type { BarRow } from 'c/barChart';
import { countText, fill, timeText } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { queryRecords } from 'c/queryRecord';
import emptyLabel from '@salesforce/label/c.Migration_None';
import textLabel from '@salesforce/label/c.Migration_Counts';
import titleLabel from '@salesforce/label/c.Migration_Title';

/** Migrations of the spreadsheets, the newest first: what was read, and what became of it. */
export default class MigrationProgress extends LightningElement {
  labels = { empty: emptyLabel, title: titleLabel };

  @wire(graphql, {
    query: gql`
      query migrations {
        uiapi {
          query {
            Sync_Run__c(
              first: 10
              where: { Lane__c: { eq: "Migration" } }
              orderBy: { Started_At__c: { order: DESC } }
            ) {
              edges {
                node {
                  Id
                  Started_At__c {
                    value
                  }
                  Status__c {
                    value
                    displayValue
                  }
                  Read__c {
                    value
                  }
                  Created__c {
                    value
                  }
                  Updated__c {
                    value
                  }
                  Unchanged__c {
                    value
                  }
                  Rejected__c {
                    value
                  }
                  Failed__c {
                    value
                  }
                }
              }
            }
          }
        }
      }
    `,
  })
  runs?: GraphqlResult;

  get state(): FrameState {
    return frameState(this.runs, () => this.rows.length === 0);
  }
  get rows(): readonly BarRow[] {
    if (!this.runs?.data) return [];
    return queryRecords(this.runs.data, 'Sync_Run__c').map((run) => {
      const total = (...fields: readonly string[]) =>
        fields.reduce((sum, field) => sum + run.number(field), 0);
      const loaded = total('Created__c', 'Updated__c', 'Unchanged__c');
      const refused = total('Rejected__c', 'Failed__c');
      const text = fill(textLabel, countText(loaded), countText(run.number('Read__c')), countText(refused));
      return {
        key: run.id,
        label: `${timeText(run.text('Started_At__c'))} · ${run.display('Status__c')}`,
        text,
        parts: [
          { key: 'loaded', from: 0, to: loaded, tone: 'good' },
          { key: 'refused', from: loaded, to: loaded + refused, tone: 'bad' },
        ],
      };
    });
  }

  handleRetry(): void {
    void this.runs?.refresh?.();
  }
}
