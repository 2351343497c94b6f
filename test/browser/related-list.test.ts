import { violations } from './testing/axe';
import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';

describe('a related list', () => {
  let org: BrowserOrg;
  let agencyId: string;
  beforeAll(async () => {
    org = await BrowserOrg.start();
    org.test.addUser('traveller', { permissionSets: ['Traveller'] });
    const owner = org.test.user(TRAVELLER).id;
    [agencyId = ''] = org.test.insert('Account', [{ Name: 'Far Away', OwnerId: owner }]);
    org.test.insert(
      'Trip__c',
      ['Alps', 'Lakes', 'Coast'].map((Name) => ({ Name, OwnerId: owner, Agency__c: agencyId })),
    );
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('lists the records below a record, sorts them, leads to them, and lets go of one that is deleted', async () => {
    const address = `/lightning/r/Account/${agencyId}/related/Trips__r/view`;
    const { page, errors } = await org.open(TRAVELLER, address);
    const names = page.locator('force-related-list tbody th');
    await page.getByRole('heading', { name: 'Trips (3)' }).waitFor();
    expect(await names.allInnerTexts()).toEqual(['Alps', 'Coast', 'Lakes']);

    await page.locator('thead').getByRole('button', { name: 'Trip Name' }).first().click();
    await names.filter({ hasText: 'Alps' }).waitFor();
    await page.getByRole('row', { name: /Coast/ }).getByRole('button', { name: 'Show actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'OK' }).click();
    await page.locator('lightning-toast', { hasText: 'Trip was deleted.' }).waitFor();
    await page.getByRole('heading', { name: 'Trips (2)' }).waitFor();
    expect(org.test.query('SELECT Name FROM Trip__c ORDER BY Name')).toEqual([
      { Name: 'Alps' },
      { Name: 'Lakes' },
    ]);

    await page.getByRole('link', { name: 'Lakes' }).click();
    await page.getByRole('heading', { name: 'Lakes' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('makes a record below its parent, and shows it without leaving the page', async () => {
    const address = `/lightning/r/Account/${agencyId}/related/Trips__r/view`;
    const { page, errors } = await org.open(TRAVELLER, address);
    await page.getByRole('button', { name: 'New', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Trip Name').fill('Fjords');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('force-related-list').getByRole('link', { name: 'Fjords' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(address);
    expect(
      org.test.query("SELECT Agency__c FROM Trip__c WHERE Name = 'Fjords'", org.test.user(TRAVELLER)),
    ).toEqual([{ Agency__c: agencyId }]);
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('shows a list as the page arranges it: fields, order, filters, rows and buttons', async () => {
    org.test.insert('Trip__c', [
      {
        Name: 'Desert',
        OwnerId: org.test.user(TRAVELLER).id,
        Agency__c: agencyId,
        Price__c: 900,
        Status__c: 'Planned',
      },
      {
        Name: 'Jungle',
        OwnerId: org.test.user(TRAVELLER).id,
        Agency__c: agencyId,
        Price__c: 700,
        Status__c: 'Planned',
      },
    ]);
    await org.test.deploy(AGENCY_PAGE);
    const { page, errors } = await org.open(TRAVELLER, `/lightning/r/Account/${agencyId}/view`);
    const list = page.locator('force-related-list');
    await list.getByRole('heading', { name: 'Dear Trips (2)' }).waitFor();
    expect(await list.locator('tbody th').allInnerTexts()).toEqual(['Desert', 'Jungle']);
    await list.getByRole('button', { name: 'Price' }).first().waitFor();
    expect(await list.getByRole('button', { name: 'New', exact: true }).count()).toBe(0);
    await list.getByRole('link', { name: /View All/ }).waitFor();
    expect(errors).toEqual([]);
  });
});

const property = (name: string, value: string): string =>
  `<componentInstanceProperties><name>${name}</name>${value}</componentInstanceProperties>`;
const listOf = (...values: readonly string[]): string =>
  `<valueList>${values.map((value) => `<valueListItems><value>${value}</value></valueListItems>`).join('')}</valueList>`;
const metadata = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>`;

/** A page of accounts with a Dynamic Related List. */
const AGENCY_PAGE: Readonly<Record<string, string>> = {
  'flexipages/Agency_Page.flexipage': metadata(
    'FlexiPage',
    `<flexiPageRegions><itemInstances><componentInstance>${[
      property('actionNames', listOf('Edit')),
      property(
        'adminFilters',
        listOf('Price__c|GREATER_THAN|["500"]', 'Status__c|EQUALS|["Planned","Booked"]'),
      ),
      property('maxRecordsToDisplay', '<value>10</value>'),
      property('parentFieldApiName', '<value>Account.Id</value>'),
      property('relatedListApiName', '<value>Trips__r</value>'),
      property('relatedListFieldAliases', listOf('NAME', 'Price__c')),
      property('relatedListLabel', '<value>Dear Trips</value>'),
      property('sortFieldAlias', '<value>Price__c</value>'),
      property('sortFieldOrder', '<value>Descending</value>'),
    ].join(
      '',
    )}<componentName>lst:dynamicRelatedList</componentName><identifier>trips</identifier></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions>` +
      '<masterLabel>Agency Page</masterLabel><sobjectType>Account</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>',
  ),
  'objects/Account.object': metadata(
    'CustomObject',
    '<actionOverrides><actionName>View</actionName><content>Agency_Page</content><formFactor>Large</formFactor><skipRecordTypeSelect>false</skipRecordTypeSelect><type>Flexipage</type></actionOverrides>',
  ),
};
