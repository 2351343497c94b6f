import LogActivityAction from 'c/logActivityAction';
import { createRecord } from 'lightning/uiRecordApi';
import getChecklist from '@salesforce/apex/GateChecklistController.getChecklist';
import { button, find, listen, press, provide, render, settle, wordsOf, type Rendered } from 'testing/page';

const RECORD_ID = '006000000000001AAA';

async function show(): Promise<Rendered> {
  const element = await render('log-activity-action', LogActivityAction, { recordId: RECORD_ID });
  await provide(getChecklist, {
    missing: [
      { fix: 'Activity', fixTarget: 'Presentation' },
      { fix: 'Field', fixTarget: 'Amount' },
    ],
  });
  return element;
}

describe('c-log-activity-action', () => {
  it('offers the activities that the gates ask for', async () => {
    const element = await show();
    expect(button(element, 'Presentation')).toBeTruthy();
    expect(button(element, 'c.Action_Save')['disabled']).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('logs a completed task for the opportunity, and closes', async () => {
    const element = await show();
    const closed = listen(element, 'lightning__actionsclosescreen');
    await press(element, 'Presentation');
    find(element, '.date').dispatchEvent(new CustomEvent('change', { detail: { value: '2026-11-20' } }));
    await settle();
    await press(element, 'c.Action_Save');
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Task',
      fields: {
        Subject: 'Presentation',
        ActivityDate: '2026-11-20',
        Description: '',
        Status: 'Completed',
        WhatId: RECORD_ID,
      },
    });
    expect(closed).toHaveLength(1);
  });

  it('stays open and says why when the org refuses', async () => {
    jest.mocked(createRecord).mockRejectedValueOnce({ body: { message: 'No tasks for you.' } });
    const element = await show();
    const closed = listen(element, 'lightning__actionsclosescreen');
    await press(element, 'Presentation');
    await press(element, 'c.Action_Save');
    expect(wordsOf(element)).toContain('No tasks for you.');
    expect(closed).toEqual([]);
  });
});
