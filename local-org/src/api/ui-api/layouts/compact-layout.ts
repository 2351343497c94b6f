import { recordIdFromName } from '../../../core';
import { assignedCompactLayout } from '../../../metadata';
import type { SObjectType } from '../../../schema';
import type { UiRequest } from '../request/ui-request';
import { layoutItem, type LayoutSubject } from './layout-items';
import type { LayoutSectionRepresentation } from './layout-representation';

/**
 * Fields of the compact layouts that standard objects come with; other objects show their name only.
 * UNVERIFIED: the fields after the first three.
 */
const SYSTEM_COMPACT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'Type', 'Phone', 'Website', 'OwnerId', 'Site', 'Industry'],
  Campaign: ['Name', 'Type', 'Status', 'StartDate', 'EndDate'],
  Case: ['Subject', 'Priority', 'Status', 'CaseNumber'],
  Contact: ['Name', 'Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
  Event: ['Subject', 'StartDateTime', 'EndDateTime', 'Location', 'WhoId', 'WhatId'],
  Lead: ['Name', 'Title', 'Company', 'Phone', 'Email'],
  Opportunity: ['Name', 'AccountId', 'CloseDate', 'Amount', 'OwnerId'],
  Task: ['Subject', 'ActivityDate', 'Status', 'Priority', 'WhoId', 'WhatId'],
  User: ['Name', 'Title', 'Phone', 'Email'],
};

/** The fields of the compact layout that records of a record type show, the name first. */
export function compactFields(
  ui: UiRequest,
  type: SObjectType,
  recordType: string | null,
): readonly string[] {
  const assigned = assignedCompactLayout(ui.deps.org.components(), type.name, recordType);
  return assigned?.fields ?? SYSTEM_COMPACT_FIELDS[type.name] ?? [type.nameField?.name ?? 'Id'];
}

/** The one section of a compact layout: a row for each field. */
export function compactSection(
  ui: UiRequest,
  subject: LayoutSubject,
  recordType: string | null,
): LayoutSectionRepresentation {
  const { name } = subject.type;
  const items = compactFields(ui, subject.type, recordType).flatMap((field) => {
    const item = layoutItem(subject, { kind: 'field', name: field, behavior: 'Readonly' });
    return item ? [{ ...item, uiBehavior: null }] : [];
  });
  return {
    collapsible: false,
    columns: 1,
    heading: null,
    id: recordIdFromName('01B', `${name} compact ${recordType ?? ''}`),
    layoutRows: items.map((item) => ({ layoutItems: [item] })),
    rows: items.length,
    useHeading: false,
  };
}
