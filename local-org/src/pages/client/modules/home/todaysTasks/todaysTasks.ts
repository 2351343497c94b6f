import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { updateRecord } from 'lightning/uiRecordApi';
import { context } from 'shell/context';
import { dayOf } from 'shell/days';
import { messageOf, saveMessageOf } from 'shell/http';
import { literal, queryRecords, type QueriedRecord } from 'shell/queries';

interface TaskRecord extends QueriedRecord {
  readonly Subject: string | null;
  /** `2026-01-31` */
  readonly ActivityDate: string;
  readonly What: { readonly Name: string } | null;
  readonly Who: { readonly Name: string } | null;
}

interface TaskView {
  readonly key: string;
  readonly subject: string;
  readonly url: string;
  readonly dueText: string;
  readonly dueClass: string;
  readonly about: string;
  readonly isDone: boolean;
  readonly completeText: string;
}

const MAX_TASKS = 10;

/** The open tasks of the user that are due today or overdue; a tick completes one. */
export default class TodaysTasks extends LightningElement {
  @api label = "Today's Tasks";
  problem: string | undefined;
  private tasks: readonly TaskRecord[] | undefined;
  private done: ReadonlySet<string> = new Set();

  get isLoading(): boolean {
    return this.tasks === undefined;
  }

  get isEmpty(): boolean {
    return this.tasks?.length === 0;
  }

  get items(): TaskView[] {
    const today = dayOf(new Date());
    return (this.tasks ?? []).map(({ Id, Subject, ActivityDate, What, Who }) => {
      const isOverdue = ActivityDate < today;
      return {
        key: Id,
        subject: Subject ?? 'Task',
        url: `/lightning/r/Task/${Id}/view`,
        dueText: isOverdue ? `Overdue since ${dayText(ActivityDate)}` : 'Today',
        dueClass: `slds-text-body_small${isOverdue ? ' slds-text-color_error' : ''}`,
        about: [Who?.Name, What?.Name].filter((name) => name !== undefined).join(', '),
        isDone: this.done.has(Id),
        completeText: `Complete ${Subject ?? 'task'}`,
      };
    });
  }

  override connectedCallback(): void {
    void this.load();
  }

  async handleComplete(event: Event): Promise<void> {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    if (id === undefined) return;
    this.done = new Set([...this.done, id]);
    try {
      await updateRecord({ fields: { Id: id, Status: await closedStatus() } });
    } catch (error) {
      this.done = new Set([...this.done].filter((each) => each !== id));
      const title = 'The task cannot be completed';
      this.dispatchEvent(new ShowToastEvent({ title, message: saveMessageOf(error), variant: 'error' }));
    }
  }

  private async load(): Promise<void> {
    const soql =
      'SELECT Id, Subject, ActivityDate, What.Name, Who.Name FROM Task' +
      ` WHERE OwnerId = ${literal(context.user.id)} AND IsClosed = false AND ActivityDate <= TODAY` +
      ` ORDER BY ActivityDate, Id LIMIT ${MAX_TASKS}`;
    try {
      this.tasks = await queryRecords<TaskRecord>(soql);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

/** The status by which the org closes tasks. */
async function closedStatus(): Promise<unknown> {
  const soql = 'SELECT Id, MasterLabel FROM TaskStatus WHERE IsClosed = true ORDER BY SortOrder LIMIT 1';
  const [status] = await queryRecords(soql);
  if (!status) throw new Error('The org has no status that closes tasks.');
  return status['MasterLabel'];
}

/** A day as the user writes it. */
function dayText(day: string): string {
  const options = { dateStyle: 'medium', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(context.user.locale, options).format(new Date(`${day}T00:00:00Z`));
}
