import { announceChange, ChangeListener } from 'c/dealChanges';
import type { LightningElement } from 'lwc';
import { publish, subscribe, unsubscribe } from 'lightning/messageService';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { listen } from 'testing/page';

const CONTEXT = {};

describe('announceChange', () => {
  it('tells Lightning Data Service, the page and the other parts', async () => {
    const element = document.createElement('div');
    const refreshes = listen(element, 'lightning__refresh');
    await announceChange(element as unknown as LightningElement, CONTEXT, 'a');
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: 'a' }]);
    expect(refreshes).toHaveLength(1);
    expect(publish).toHaveBeenCalledWith(CONTEXT, expect.anything(), { recordId: 'a' });
  });
});

describe('ChangeListener', () => {
  it('calls back for its own record only, until it stops', () => {
    const listener = new ChangeListener();
    const refresh = jest.fn();
    const subscription = { id: '1' };
    jest.mocked(subscribe).mockReturnValueOnce(subscription);
    listener.start(CONTEXT, 'a', refresh);
    listener.start(CONTEXT, 'a', refresh);
    expect(subscribe).toHaveBeenCalledTimes(1);
    const hear = jest.mocked(subscribe).mock.calls[0]?.[2];
    hear?.({ recordId: 'b' });
    expect(refresh).not.toHaveBeenCalled();
    hear?.({ recordId: 'a' });
    expect(refresh).toHaveBeenCalledTimes(1);
    listener.stop();
    expect(unsubscribe).toHaveBeenCalledWith(subscription);
  });

  it('hears nothing where there is no message service', () => {
    new ChangeListener().start(undefined, 'a', jest.fn());
    expect(subscribe).not.toHaveBeenCalled();
  });
});
