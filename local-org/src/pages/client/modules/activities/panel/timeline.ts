import { queryRecords, type QueriedRecord } from 'shell/queries';
import { defineWire } from 'shell/wire';

/** A task or event of a record, as the timeline shows it. */
export interface Activity {
  readonly id: string;
  readonly object: 'Task' | 'Event';
  readonly kind: 'task' | 'call' | 'email' | 'event';
  readonly subject: string;
  readonly ownerName: string;
  readonly whoName: string | undefined;
  readonly description: string | undefined;
  /** `2026-05-01`, or the time of an event; undefined for a task without a date. */
  readonly date: string | undefined;
  readonly isClosed: boolean;
  readonly isOverdue: boolean;
}

/** What lies before a record and what behind it. */
export interface Timeline {
  /** The next one first; overdue tasks before all others. */
  readonly upcoming: readonly Activity[];
  /** The last one first. */
  readonly past: readonly Activity[];
}

interface ActivityRow extends QueriedRecord {
  readonly Subject: string | null;
  readonly Description: string | null;
  readonly ActivityDate: string | null;
  readonly Owner: { readonly Name: string } | null;
  readonly Who: { readonly Name: string } | null;
}

interface TaskRow extends ActivityRow {
  readonly IsClosed: boolean;
  readonly TaskSubtype: string | null;
}

interface EventRow extends ActivityRow {
  readonly StartDateTime: string | null;
  readonly EndDateTime: string | null;
}

const FIELDS = 'Id, Subject, Description, ActivityDate, Owner.Name, Who.Name';
const KINDS: Readonly<Record<string, Activity['kind']>> = { Call: 'call', Email: 'email' };
/** Activities are read from the newest; what is older is in the related list. */
const MAX_ACTIVITIES = 200;

/** Fields by which activities belong to a record. */
export type ActivityLink = 'WhatId' | 'WhoId' | 'AccountId';

/** Reads the activities of a record. @param links the fields that may hold the record */
export async function readTimeline(recordId: string, links: readonly ActivityLink[]): Promise<Timeline> {
  const where = links.map((link) => `${link} = '${recordId}'`).join(' OR ');
  const [tasks, events] = await Promise.all([
    queryRecords<TaskRow>(
      `SELECT ${FIELDS}, IsClosed, TaskSubtype FROM Task WHERE ${where} ORDER BY ActivityDate DESC NULLS FIRST LIMIT ${MAX_ACTIVITIES}`,
    ),
    queryRecords<EventRow>(
      `SELECT ${FIELDS}, StartDateTime, EndDateTime FROM Event WHERE ${where} ORDER BY StartDateTime DESC LIMIT ${MAX_ACTIVITIES}`,
    ),
  ]);
  const now = new Date();
  const activities = [
    ...tasks.map((row) => taskActivity(row, localDate(now))),
    ...events.map((row) => eventActivity(row, now)),
  ];
  return {
    upcoming: activities.filter(({ isClosed }) => !isClosed).sort(byDate),
    past: activities.filter(({ isClosed }) => isClosed).sort((a, b) => byDate(b, a)),
  };
}

function taskActivity(row: TaskRow, today: string): Activity {
  const { IsClosed: isClosed, ActivityDate: date } = row;
  return {
    ...shared(row),
    object: 'Task',
    kind: KINDS[row.TaskSubtype ?? ''] ?? 'task',
    date: date ?? undefined,
    isClosed,
    isOverdue: !isClosed && date !== null && date < today,
  };
}

function eventActivity(row: EventRow, now: Date): Activity {
  const end = row.EndDateTime ?? row.StartDateTime;
  return {
    ...shared(row),
    object: 'Event',
    kind: 'event',
    date: row.StartDateTime ?? row.ActivityDate ?? undefined,
    isClosed: end !== null && new Date(end) < now,
    isOverdue: false,
  };
}

function shared(
  row: ActivityRow,
): Pick<Activity, 'id' | 'subject' | 'description' | 'ownerName' | 'whoName'> {
  return {
    id: row.Id,
    subject: row.Subject ?? '',
    description: row.Description ?? undefined,
    ownerName: row.Owner?.Name ?? '',
    whoName: row.Who?.Name,
  };
}

/** Those without a date come last. */
function byDate(a: Activity, b: Activity): number {
  return sortKey(a) - sortKey(b);
}

function sortKey({ date }: Activity): number {
  return date === undefined ? Number.MAX_SAFE_INTEGER : new Date(date).getTime();
}

/** The day of the browser's time zone: `2026-05-01`. */
export function localDate(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Refreshed with all other wires, as after the save of a dialog. */
export const getTimeline = defineWire<
  { readonly recordId?: string | undefined; readonly links?: readonly ActivityLink[] | undefined },
  Timeline
>({
  ready: ({ recordId, links }) => !!recordId && links !== undefined && links.length > 0,
  load: ({ recordId = '', links = [] }) => readTimeline(recordId, links),
});
