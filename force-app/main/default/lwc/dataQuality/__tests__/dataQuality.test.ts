import DataQuality from 'c/dataQuality';
import { getRecords } from 'lightning/uiRecordApi';
import getFailing from '@salesforce/apex/DataQualityController.getFailing';
import getIssues from '@salesforce/apex/DataQualityController.getIssues';
import {
  expectErrorStates,
  find,
  findAll,
  provide,
  render,
  settle,
  wordsOf,
  type Rendered,
} from 'testing/page';

const ISSUE = {
  code: 'ACCOUNT_WITHOUT_DOMAIN',
  title: 'Accounts without a web domain',
  objectName: 'Account',
  failing: 25,
  total: 100,
};

async function show(issues: readonly object[]): Promise<Rendered> {
  const element = await render('data-quality', DataQuality);
  await provide(getIssues, issues);
  return element;
}

describe('c-data-quality', () => {
  it('shows the share of records that fail each check', async () => {
    const element = await show([ISSUE]);
    expect(find(element, 'c-bar-chart')['rows']).toMatchObject([
      { label: 'c.Quality_Account_Without_Domain', parts: [{ to: 25 }, { from: 25, to: 100 }] },
    ]);
    await expect(element).toBeAccessible();
  });

  it('leads from a check to its records, by name where there is one', async () => {
    const element = await show([ISSUE]);
    findAll(element, 'button')[0]?.click();
    await settle();
    await provide(getFailing, ['001000000000001AAA', '001000000000002AAA']);
    const named = {
      statusCode: 200,
      result: { id: '001000000000001AAA', fields: { Name: { value: 'Palisade' } } },
    };
    await provide(getRecords, { results: [named, { statusCode: 404, result: [] }] });
    const links = findAll(element, 'c-record-link').map((link) => [link['label'], link['recordId']]);
    expect(links).toEqual([
      ['Palisade', '001000000000001AAA'],
      ['001000000000002AAA', '001000000000002AAA'],
    ]);
  });

  it('says that every check is met, what went wrong, and that access is missing', async () => {
    const element = await show([{ ...ISSUE, failing: 0 }]);
    expect(wordsOf(element)).toContain('c.Quality_None');
    await expectErrorStates(element, getIssues);
  });
});
