import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';

type Items = readonly object[];

const component = (
  componentName: string,
  properties: Readonly<Record<string, string>> = {},
  rest: object = {},
): object => ({
  componentInstance: {
    componentName,
    componentInstanceProperties: Object.entries(properties).map(([name, value]) => ({ name, value })),
    ...rest,
  },
});
const field = (name: string, behavior = 'none', rest: object = {}): object => ({
  fieldInstance: {
    fieldItem: `Record.${name}`,
    identifier: `Record${name}Field`,
    fieldInstanceProperties: [{ name: 'uiBehavior', value: behavior }],
    ...rest,
  },
});
const place = (type: 'Region' | 'Facet', name: string, itemInstances: Items): object => ({
  name,
  type,
  itemInstances,
});

/** A record page with fields of its own; the notes are shown for booked trips only. */
const PAGE = {
  masterLabel: 'Trip Page',
  sobjectType: 'Trip__c',
  template: { name: 'flexipage:recordHomeTemplateDesktop' },
  type: 'RecordPage',
  flexiPageRegions: [
    place('Region', 'header', [component('force:highlightsPanel')]),
    place('Facet', 'left', [field('Price__c', 'required'), field('Status__c')]),
    place('Facet', 'right', [
      field('Name', 'readonly'),
      field('Notes__c', 'none', {
        visibilityRule: {
          criteria: [{ leftValue: '{!Record.Status__c}', operator: 'EQUAL', rightValue: 'Booked' }],
        },
      }),
    ]),
    place('Facet', 'columns', [
      component('flexipage:column', { body: 'left' }, { identifier: 'leftColumn' }),
      component('flexipage:column', { body: 'right' }, { identifier: 'rightColumn' }),
    ]),
    place('Region', 'main', [
      component('flexipage:fieldSection', { columns: 'columns', label: 'The trip' }),
      component('flexipage:accordion', { accordionSections: 'sections', defaultSectionName: 'tips' }),
    ]),
    place('Facet', 'advice', [
      component('flexipage:richText', { richTextValue: '<b>Take a coat</b>', decorate: 'true' }),
    ]),
    place('Facet', 'sections', [
      component('flexipage:accordionSection', { label: 'Standard.Tab.fields', name: 'more' }),
      component('flexipage:accordionSection', { label: 'Advice', name: 'tips', body: 'advice' }),
    ]),
    place('Region', 'sidebar', [
      component(
        'flexipage:richText',
        { richTextValue: 'Ask for the hot offers' },
        {
          visibilityRule: {
            criteria: [{ leftValue: '{!Record.Agency__r.Rating}', operator: 'EQUAL', rightValue: 'Hot' }],
          },
        },
      ),
    ]),
  ],
};

describe('a page with fields of its own', () => {
  let org: BrowserOrg;
  let address: string;
  let agency: string;
  beforeAll(async () => {
    org = await BrowserOrg.start();
    await org.test.deploy({ 'flexipages/Trip_Page.flexipage': PAGE as never });
    const { id: OwnerId } = org.test.addUser('traveller', { permissionSets: ['Traveller'] });
    [agency = ''] = org.test.insert('Account', [{ Name: 'Away', Rating: 'Cold', OwnerId }]);
    const values = { Name: 'Alps', Price__c: 900, Status__c: 'Planned', OwnerId, Agency__c: agency };
    const [id = ''] = org.test.insert('Trip__c', [values]);
    address = `/lightning/r/Trip__c/${id}/view`;
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('shows fields, sections and texts as the designer has put them', async () => {
    const { page, errors } = await org.open(TRAVELLER, address);
    await page.getByRole('heading', { name: 'The trip' }).waitFor();
    await page.locator('[data-field=Price__c]', { hasText: '$900.00' }).waitFor();
    await page.getByRole('button', { name: 'Fields', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Advice', expanded: true }).waitFor();
    await page.getByText('Take a coat').waitFor();
    expect(await page.locator('[data-field=Notes__c]').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('edits them, and follows the rules of the page after the save', async () => {
    const { page, errors } = await org.open(TRAVELLER, address);
    await page.getByRole('button', { name: 'Edit Status' }).click();
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Booked', exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('[data-field=Status__c]', { hasText: 'Booked' }).waitFor();
    await page.getByRole('button', { name: 'Edit Notes' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('follows the records that its rules read, when a component saves one of them', async () => {
    const { page, errors } = await org.open(TRAVELLER, address);
    await page.getByText('Take a coat').waitFor();
    expect(await page.getByText('Ask for the hot offers').count()).toBe(0);
    await page.evaluate(`import('lightning/uiRecordApi').then(({ updateRecord }) =>
      updateRecord({ fields: { Id: '${agency}', Rating: 'Hot' } }))`);
    await page.getByText('Ask for the hot offers').waitFor();
    expect(errors).toEqual([]);
  });
});
