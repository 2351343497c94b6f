import { ApiError, formatDate, type FieldValue, type RecordValues } from '../../core';
import type { RequestContext } from '../../execution';
import { numberOf, textOf, type Component } from '../../metadata';
import type { SObjectType } from '../../schema';
import type { ApprovalServices } from '../types';

const DAY_MS = 24 * 60 * 60 * 1000;

type FindAssignee = (services: ApprovalServices, values: RecordValues, name: string) => FieldValue;

const ASSIGNEES: Readonly<Record<string, FindAssignee>> = {
  owner: (_services, values) => values['OwnerId'] ?? null,
  creator: (_services, values) => values['CreatedById'] ?? null,
  user: (services, _values, name) => {
    const row = services.store.prepare('SELECT "Id" AS id FROM "User" WHERE "Username" = ?').get(name);
    return (row as { id: string } | undefined)?.id ?? null;
  },
};

/** Whether a task can be assigned that way. */
export function isSupportedAssignee(type: string): boolean {
  return Object.hasOwn(ASSIGNEES, type);
}

/**
 * Creates the task of an action.
 * @throws ApiError with the first error of the save
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_workflow.htm#WorkflowTask
 */
export function createTask(
  services: ApprovalServices,
  context: RequestContext,
  type: SObjectType,
  values: RecordValues,
  { content }: Component,
): void {
  const find = ASSIGNEES[textOf(content, 'assignedToType') ?? 'owner'];
  const offsetField = textOf(content, 'offsetFromField')?.split('.').at(-1);
  const from = offsetField === undefined ? null : (values[type.field(offsetField)?.name ?? ''] ?? null);
  const startMs = typeof from === 'string' ? Date.parse(from.slice(0, 10)) : services.clock.now();
  const reference = PERSONS.has(type.name) ? 'WhoId' : 'WhatId';
  const task = {
    Subject: textOf(content, 'subject') ?? null,
    Description: textOf(content, 'description') ?? null,
    Priority: textOf(content, 'priority') ?? null,
    Status: textOf(content, 'status') ?? null,
    OwnerId: find?.(services, values, textOf(content, 'assignedTo') ?? '') ?? context.user.id,
    ActivityDate: formatDate(startMs + (numberOf(content, 'dueDateOffset') ?? 0) * DAY_MS),
    [reference]: values['Id'] ?? null,
  };
  const options = { context: { ...context, mode: 'system' as const }, allOrNone: true };
  const error = services.dml.insert('Task', [task], options)[0]?.errors[0];
  if (error) throw new ApiError(error.statusCode, error.message, { fields: error.fields });
}

/** Objects whose records are the Who of an activity; all others are its What. */
const PERSONS: ReadonlySet<string> = new Set(['Lead', 'Contact']);
