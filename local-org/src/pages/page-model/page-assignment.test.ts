import type { PageAssignmentDefinition } from '../../metadata';
import { assignedPage } from './page-assignment';

const assignment = (
  page: string | null,
  parts: Partial<PageAssignmentDefinition>,
): PageAssignmentDefinition => ({
  action: 'View',
  target: 'Trip__c',
  page,
  formFactor: null,
  app: null,
  profile: null,
  recordType: null,
  ...parts,
});
const question = {
  action: 'View',
  target: 'trip__c',
  formFactor: 'Large',
  app: 'Travel',
  profile: 'Admin',
  recordType: 'Long',
} as const;

describe('assignedPage', () => {
  const all = [
    assignment('OfProfile', { app: 'Travel', profile: 'Admin', recordType: 'Long', formFactor: 'Large' }),
    assignment('OfApp', { app: 'Travel', formFactor: 'Large' }),
    assignment('OfObject', { formFactor: 'Large' }),
    assignment('OnPhones', { formFactor: 'Small' }),
    assignment('OfOtherObject', { target: 'Account' }),
  ];

  it.each([
    ['app, record type and profile', {}, 'OfProfile'],
    ['the app, for another profile', { profile: 'Other' }, 'OfApp'],
    ['the app, for another record type', { recordType: null }, 'OfApp'],
    ['the object, in another app', { app: 'Other' }, 'OfObject'],
    ['the object, outside any app', { app: null }, 'OfObject'],
    ['a phone', { app: null, formFactor: 'Small' }, 'OnPhones'],
    ['a tablet, as on a desktop', { app: null, formFactor: 'Medium' }, 'OfObject'],
  ] as const)('takes the page of %s', (_title, parts, page) => {
    expect(assignedPage(all, { ...question, ...parts })).toBe(page);
  });

  it('is the platform page where none is assigned, or where an app asks for it', () => {
    expect(assignedPage([], question)).toBeNull();
    const override = assignment(null, { app: 'Travel' });
    expect(assignedPage([assignment('OfObject', {}), override], question)).toBeNull();
  });
});
