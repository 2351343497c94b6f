import RecordLink from 'c/recordLink';
import { navigate } from 'testing/navigation';
import { find, render, settle } from 'testing/page';

describe('c-record-link', () => {
  it('has the address of the record and goes there without loading the page anew', async () => {
    const element = await render('record-link', RecordLink, {
      recordId: '001000000000001AAA',
      label: 'Palisade',
    });
    const link = find(element, 'a');
    expect(link.getAttribute('href')).toBe('/to/001000000000001AAA');
    const click = new MouseEvent('click', { cancelable: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(navigate).toHaveBeenCalledWith(expect.objectContaining({ type: 'standard__recordPage' }));
    await expect(element).toBeAccessible();
  });

  it('leaves a click for a new tab to the browser', async () => {
    const element = await render('record-link', RecordLink, {
      recordId: '001000000000001AAA',
      label: 'Palisade',
    });
    const link = find(element, 'a');
    // The browser of the tests cannot open pages.
    link.removeAttribute('href');
    const click = new MouseEvent('click', { cancelable: true, ctrlKey: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(false);
    expect(navigate).not.toHaveBeenCalled();
  });

  it('follows when it is given another record', async () => {
    const element = await render('record-link', RecordLink, {
      recordId: '001000000000001AAA',
      label: 'Palisade',
    });
    element['recordId'] = '001000000000002AAA';
    await settle();
    expect(find(element, 'a').getAttribute('href')).toBe('/to/001000000000002AAA');
  });
});
