import { LightningElement, api, wire } from 'lwc';
import QuickActionModal, { type Composition } from 'force/quickActionModal';
import { performAction, type PlatformAction } from 'force/recordActions';
import { getRecordActions } from 'lightning/uiActionsApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { messageOf } from 'shell/http';
import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';
import type { WireResult } from 'shell/wire';
import {
  getTimeline,
  localDate,
  readTimeline,
  type Activity,
  type ActivityLink,
  type Timeline,
} from './timeline';

interface ActivityView extends Activity {
  readonly icon: string;
  readonly url: string;
  readonly dateText: string;
  readonly dateClass: string;
  readonly detail: string;
  readonly isOpenTask: boolean;
  readonly isExpanded: boolean;
  readonly expanded: 'true' | 'false';
  readonly expandIcon: string;
  readonly expandLabel: string;
  readonly completeLabel: string;
}

/** What can be made from the panel. */
interface Composer {
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  /** What its dialog begins with. @throws Error for what is not supported */
  compose(today: string): Composition;
}

const ICONS: Readonly<Record<Activity['kind'], string>> = {
  call: 'standard:log_a_call',
  email: 'standard:email',
  event: 'standard:event',
  task: 'standard:task',
};
const DETAILS: Readonly<Record<Activity['kind'], string>> = {
  call: 'logged a call',
  email: 'sent an email',
  event: 'has an event',
  task: 'has a task',
};

const GROUPS = [
  { key: 'upcoming', heading: 'Upcoming & Overdue', emptyText: 'No activities to show.' },
  { key: 'past', heading: 'Past', emptyText: 'No past activity.' },
] as const;

const COMPOSERS: readonly Composer[] = [
  {
    name: 'LogACall',
    label: 'Log a Call',
    icon: 'utility:log_a_call',
    compose: (today) => ({
      objectApiName: 'Task',
      fields: ['Subject', 'Description', 'WhoId'],
      values: { Subject: 'Call', Status: 'Completed', TaskSubtype: 'Call', ActivityDate: today },
    }),
  },
  {
    name: 'NewTask',
    label: 'New Task',
    icon: 'utility:task',
    compose: () => ({
      objectApiName: 'Task',
      fields: ['Subject', 'ActivityDate', 'WhoId', 'Status', 'Priority', 'Description'],
      values: {},
    }),
  },
  {
    name: 'NewEvent',
    label: 'New Event',
    icon: 'utility:event',
    compose: () => ({
      objectApiName: 'Event',
      fields: ['Subject', 'StartDateTime', 'EndDateTime', 'Location', 'WhoId', 'Description'],
      values: { StartDateTime: nextHour(1), EndDateTime: nextHour(2) },
    }),
  },
  {
    name: 'SendEmail',
    label: 'Email',
    icon: 'utility:email',
    compose: () => {
      throw new Error('Sending e-mails from the activity panel is not supported by the local org.');
    },
  },
];

/**
 * Tasks, events and calls of a record: what comes and is overdue, what was; makes new ones and completes tasks.
 * @see https://help.salesforce.com/s/articleView?id=sales.activity_timeline_parent.htm
 */
export default class Panel extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  timeline: Timeline | undefined;
  errorText: string | undefined;
  links: readonly ActivityLink[] | undefined;
  private quickActions: readonly PlatformAction[] = [];
  private readonly expanded = new Set<string>();
  private version = 0;

  @wire(getObjectInfo, { objectApiName: 'Task' })
  receiveTask({ data, error }: WireResult<ObjectInfoRepresentation>): void {
    if (error !== undefined) this.errorText = messageOf(error);
    if (data) this.links = linksOf(data, this.objectApiName);
  }

  @wire(getTimeline, { recordId: '$recordId', links: '$links' })
  receive({ data, error }: WireResult<Timeline>): void {
    if (data) this.timeline = data;
    this.errorText = error === undefined ? undefined : messageOf(error);
  }

  @wire(getRecordActions, {
    recordIds: '$recordId',
    retrievalMode: 'PageLayout',
    sections: 'ActivityComposer',
  })
  receiveActions({ data }: WireResult<unknown>): void {
    const answer = data as
      | { readonly actions: Readonly<Record<string, { readonly actions: readonly PlatformAction[] }>> }
      | undefined;
    this.quickActions = Object.values(answer?.actions ?? {}).flatMap(({ actions }) => actions);
  }

  /** Objects without activities have no timeline. */
  get hasActivities(): boolean {
    return this.links === undefined || this.links.length > 0;
  }

  get isLoading(): boolean {
    return this.hasActivities && !this.timeline && this.errorText === undefined;
  }

  get composers(): { readonly name: string; readonly label: string; readonly icon: string }[] {
    const own = this.quickActions.map(({ apiName, label }) => ({
      name: apiName,
      label,
      icon: 'utility:add',
    }));
    return [...COMPOSERS, ...own];
  }

  get noObject(): boolean {
    return !this.hasActivities;
  }

  get groups(): {
    readonly key: string;
    readonly heading: string;
    readonly emptyText: string;
    readonly isEmpty: boolean;
    readonly activities: readonly ActivityView[];
  }[] {
    const { timeline } = this;
    if (!timeline) return [];
    return GROUPS.map(({ key, heading, emptyText }) => ({
      key,
      heading,
      emptyText,
      isEmpty: timeline[key].length === 0,
      activities: this.views(timeline[key]),
    }));
  }

  handleCompose(event: Event): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const composer = COMPOSERS.find((candidate) => candidate.name === name);
    const action = this.quickActions.find(({ apiName }) => apiName === name);
    if (composer) void this.compose(composer);
    else if (action) void this.perform(action);
  }

  handleExpand(event: Event): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    if (!this.expanded.delete(id)) this.expanded.add(id);
    this.version++;
  }

  async handleComplete(event: Event): Promise<void> {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    try {
      await updateRecord({ fields: { Id: id, Status: 'Completed' } });
      await this.refresh();
    } catch (error) {
      this.tell('The task was not completed.', error);
    }
  }

  handleRefresh(): void {
    void this.refresh();
  }

  private async compose({ label, compose }: Composer): Promise<void> {
    const { recordId, objectApiName } = this;
    try {
      const link = this.links?.includes('WhatId') ? 'WhatId' : 'WhoId';
      const { values, fields, objectApiName: object } = compose(localDate(new Date()));
      const composition: Composition = {
        objectApiName: object,
        fields: fields.filter((name) => name !== link),
        values: { ...values, [link]: recordId },
      };
      await QuickActionModal.open({ size: 'small', label, recordId, objectApiName, composition });
    } catch (error) {
      this.tell(`${label} is not there`, error);
    }
  }

  private async perform(action: PlatformAction): Promise<void> {
    const { recordId, objectApiName } = this;
    if (!recordId || !objectApiName) return;
    await performAction(action, { recordId, objectApiName, objectLabel: objectApiName, recordName: '' });
  }

  private async refresh(): Promise<void> {
    const { recordId, links } = this;
    if (recordId && links) this.timeline = await readTimeline(recordId, links);
  }

  private views(activities: readonly Activity[] = []): ActivityView[] {
    const { expanded, version } = this;
    return activities.map((activity) => {
      const isExpanded = version > 0 && expanded.has(activity.id);
      const whoText = activity.whoName === undefined ? '' : ` with ${activity.whoName}`;
      return {
        ...activity,
        icon: ICONS[activity.kind],
        url: `/lightning/r/${activity.object}/${activity.id}/view`,
        dateText: dateText(activity),
        dateClass: `slds-timeline__date${activity.isOverdue ? ' slds-text-color_error' : ''}`,
        detail: `${activity.ownerName} ${activity.isClosed && activity.kind === 'task' ? 'had a task' : DETAILS[activity.kind]}${whoText}`,
        isOpenTask: activity.object === 'Task' && !activity.isClosed,
        isExpanded,
        expanded: isExpanded ? 'true' : 'false',
        expandIcon: isExpanded ? 'utility:chevrondown' : 'utility:chevronright',
        expandLabel: `${isExpanded ? 'Hide' : 'Show'} details of ${activity.subject}`,
        completeLabel: `Complete ${activity.subject}`,
      };
    });
  }

  private tell(title: string, error: unknown): void {
    this.dispatchEvent(new ShowToastEvent({ title, message: messageOf(error), variant: 'error' }));
  }
}

/** The fields of activities that may hold records of the object; accounts also have those of their contacts. */
function linksOf({ fields }: ObjectInfoRepresentation, objectApiName: string | undefined): ActivityLink[] {
  const names: readonly ActivityLink[] = ['WhatId', 'WhoId', 'AccountId'];
  return names.filter((name) =>
    fields[name]?.referenceToInfos?.some(({ apiName }) => apiName === objectApiName),
  );
}

function dateText({ date, object, isOverdue }: Activity): string {
  if (date === undefined) return 'No due date';
  const isTime = object === 'Event' && date.includes('T');
  // A date alone is that day wherever it is read.
  const moment = isTime ? new Date(date) : new Date(`${date}T00:00:00`);
  const text = moment.toLocaleString(undefined, {
    dateStyle: 'medium',
    ...(isTime && { timeStyle: 'short' as const }),
  });
  return isOverdue ? `Overdue: ${text}` : text;
}

/** The full hour after so many hours, as the org writes times. */
function nextHour(hours: number): string {
  const moment = new Date();
  moment.setHours(moment.getHours() + hours, 0, 0, 0);
  return moment.toISOString();
}
