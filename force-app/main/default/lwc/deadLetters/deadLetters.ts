import { LightningElement, wire } from 'lwc';
import { graphql, gql, type GraphqlResult } from 'lightning/graphql';
import { fillCount, timeText } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { showDone, showFailed } from 'c/outcomeToast';
import { queryRecords } from 'c/queryRecord';
import type { ListRow } from 'c/recordList';
import retry from '@salesforce/apex/SyncHealthController.retry';
import attemptLabel from '@salesforce/label/c.Letters_Attempts_One';
import attemptsLabel from '@salesforce/label/c.Letters_Attempts';
import doneLabel from '@salesforce/label/c.Letters_Flagged';
import emptyLabel from '@salesforce/label/c.Letters_None';
import retryAllLabel from '@salesforce/label/c.Letters_Retry_All';
import retryLabel from '@salesforce/label/c.Letters_Retry';
import titleLabel from '@salesforce/label/c.Letters_Title';

/** Records that could not be delivered, with the reason, and a way to have them sent again. */
export default class DeadLetters extends LightningElement {
  labels = { empty: emptyLabel, retryAll: retryAllLabel, title: titleLabel };
  isBusy = false;

  @wire(graphql, {
    query: gql`
      query deadLetters {
        uiapi {
          query {
            Integration_Error__c(
              first: 50
              where: { Status__c: { in: ["Open", "Retrying"] } }
              orderBy: { Last_Failed_At__c: { order: DESC } }
            ) {
              edges {
                node {
                  Id
                  Object_Name__c {
                    value
                  }
                  Record_Key__c {
                    value
                  }
                  Error_Code__c {
                    value
                  }
                  Message__c {
                    value
                  }
                  Attempts__c {
                    value
                  }
                  Last_Failed_At__c {
                    value
                  }
                  Retryable__c {
                    value
                  }
                  Status__c {
                    value
                    displayValue
                  }
                }
              }
            }
          }
        }
      }
    `,
  })
  letters?: GraphqlResult;

  get state(): FrameState {
    return frameState(this.letters, () => this.rows.length === 0);
  }
  private get records() {
    return this.letters?.data ? queryRecords(this.letters.data, 'Integration_Error__c') : [];
  }
  get rows(): readonly ListRow[] {
    return this.records.map((letter) => ({
      key: letter.id,
      recordId: letter.id,
      title: `${letter.text('Object_Name__c')} ${letter.text('Record_Key__c')}`,
      value: letter.text('Error_Code__c'),
      badge: letter.display('Status__c'),
      facts: [
        letter.text('Message__c'),
        fillCount(
          { one: attemptLabel, other: attemptsLabel },
          letter.number('Attempts__c'),
          timeText(letter.text('Last_Failed_At__c')),
        ),
      ],
      actions: letter.text('Status__c') === 'Open' ? [{ name: 'retry', label: retryLabel }] : [],
    }));
  }
  /** What can be sent again as it is. */
  private get retryable(): readonly string[] {
    return this.records
      .filter((letter) => letter.text('Status__c') === 'Open' && letter.flag('Retryable__c'))
      .map(({ id }) => id);
  }
  get isRetryAllDisabled(): boolean {
    return this.isBusy || this.retryable.length === 0;
  }

  handleRetry(): void {
    void this.letters?.refresh?.();
  }
  async handleAction({ detail: { key } }: CustomEvent<{ key: string }>): Promise<void> {
    await this.send([key]);
  }
  async handleRetryAll(): Promise<void> {
    await this.send(this.retryable);
  }

  private async send(errorIds: readonly string[]): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await retry({ errorIds: [...errorIds] });
      showDone(this, doneLabel);
      await this.letters?.refresh?.();
    } catch (error) {
      showFailed(this, error);
    } finally {
      this.isBusy = false;
    }
  }
}
