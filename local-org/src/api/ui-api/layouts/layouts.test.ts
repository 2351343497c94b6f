import { UiOrg, type Json } from '../testing/ui-org';

interface Item {
  readonly label: string;
  readonly layoutComponents: readonly { readonly apiName: string | null; readonly componentType: string }[];
}
interface Layout {
  readonly id: string;
  readonly sections: readonly {
    readonly id: string;
    readonly heading: string;
    readonly useHeading: boolean;
    readonly layoutRows: readonly { readonly layoutItems: readonly Item[] }[];
  }[];
}

/** Fields of a layout, row by row; null for an empty space. */
function rowsOf(layout: Json, section = 0): (string | null)[][] {
  const { layoutRows } = (layout as unknown as Layout).sections[section] ?? { layoutRows: [] };
  return layoutRows.map(({ layoutItems }) =>
    layoutItems.map(({ layoutComponents }) => layoutComponents[0]?.apiName ?? null),
  );
}

describe('layouts', () => {
  let ui: UiOrg;
  beforeAll(async () => {
    ui = await UiOrg.start();
  });
  afterAll(() => ui.stop());

  it('answers the page layout in rows, with what may be edited', async () => {
    const layout = await ui.get('/layout/Site__c');
    expect(layout).toMatchObject({
      layoutType: 'Full',
      mode: 'View',
      objectApiName: 'Site__c',
      id: expect.stringMatching(/^00h\w{15}$/),
      recordTypeId: '012000000000000AAA',
    });
    expect(rowsOf(layout)).toEqual([
      ['Name', 'OwnerId'],
      ['Account__c', null],
      ['Secret__c', 'Budget__c'],
      ['Twice__c', null],
    ]);
    const [main] = (layout as unknown as Layout).sections;
    expect(main).toMatchObject({ heading: 'Main', useHeading: true, columns: 2, rows: 4, collapsible: true });
    expect(main?.layoutRows[0]?.layoutItems).toMatchObject([
      {
        label: 'Site Name',
        required: true,
        editableForUpdate: true,
        lookupIdApiName: 'Id',
        uiBehavior: 'Required',
      },
      { label: 'Site Owner', editableForUpdate: false, lookupIdApiName: 'OwnerId', uiBehavior: 'Readonly' },
    ]);
  });

  it('leaves out of a form what comes with the save, and fields that the user may not read', async () => {
    const create = await ui.get('/layout/Site__c?mode=Create');
    expect(rowsOf(create).flat()).not.toContain('Twice__c');
    expect((create as unknown as Layout).sections).toHaveLength(1);
    expect((create as unknown as Layout).sections[0]?.useHeading).toBe(false);
    const { body } = await ui.callAsUser('GET', '/layout/Site__c');
    expect(rowsOf(body as Json).flat()).not.toContain('Secret__c');
  });

  it('takes the layout that the profile assigns to the record type', async () => {
    const depot = await ui.get(`/layout/Site__c?recordTypeId=${await ui.recordTypeId('Depot')}`);
    expect((depot as unknown as Layout).sections[0]?.heading).toBe('Depot');
    const shop = await ui.get(`/layout/Site__c?recordTypeId=${await ui.recordTypeId('Shop')}`);
    expect((shop as unknown as Layout).sections[0]?.heading).toBe('Main');
  });

  it('shows compound fields by their parts', async () => {
    const [main] = ((await ui.get('/layout/Account')) as unknown as Layout).sections;
    expect(main?.layoutRows[1]?.layoutItems[0]).toMatchObject({
      label: 'Billing Address',
      layoutComponents: ['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => ({
        apiName: `Billing${part}`,
        componentType: 'Field',
      })),
    });
  });

  it('answers the compact layout that is assigned, and the one that the system brings', async () => {
    expect(rowsOf(await ui.get('/layout/Site__c?layoutType=Compact'))).toEqual([['Name'], ['Budget__c']]);
    expect(rowsOf(await ui.get('/layout/Opportunity?layoutType=Compact'))[0]).toEqual(['Name']);
  });

  it('generates a layout for an object that has none', async () => {
    const layout = await ui.get('/layout/Lead');
    expect((layout as unknown as Layout).sections.map(({ heading }) => heading)).toEqual([
      'Lead Information',
      'Address Information',
      'Description Information',
      'System Information',
    ]);
    expect(rowsOf(layout).flat()).toEqual(expect.arrayContaining(['Company', 'Status', 'Salutation']));
    expect(rowsOf(layout).flat()).not.toContain('Street');
  });

  it('remembers for each user which sections are closed', async () => {
    const { id, sections } = (await ui.get('/layout/Site__c')) as unknown as Layout;
    const sectionId = sections[0]?.id ?? '';
    const { body } = await ui.call('PATCH', '/layout/Site__c/user-state', {
      sectionUserStates: { [sectionId]: { collapsed: true } },
    });
    expect(body).toMatchObject({
      id,
      sectionUserStates: { [sectionId]: { collapsed: true, id: sectionId } },
    });
    const ofUser = await ui.callAsUser('GET', '/layout/Site__c/user-state');
    expect(ofUser.body).toMatchObject({ sectionUserStates: { [sectionId]: { collapsed: false } } });
  });

  it('refuses values that the parameters do not take', async () => {
    expect(await ui.call('GET', '/layout/Site__c?mode=Look')).toMatchObject({
      status: 400,
      body: [{ errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE' }],
    });
  });

  it.each([
    ['Opportunity', 'Opportunity Name'],
    ['Campaign', 'Campaign Name'],
    ['Account', 'Account Name'],
    ['Site__c', 'Site Name'],
  ])('calls the name of %s %s', async (object, label) => {
    const { sections } = (await ui.get(`/layout/${object}?layoutType=Full`)) as unknown as Layout;
    const items = sections.flatMap(({ layoutRows }) => layoutRows.flatMap(({ layoutItems }) => layoutItems));
    const ofName = items.find(({ layoutComponents }) =>
      layoutComponents.some(({ apiName }) => apiName === 'Name'),
    );
    expect(ofName?.label).toBe(label);
  });

  it('gives an object without a layout the related lists that the platform does, and those of custom references', async () => {
    const { relatedLists } = (await ui.get('/related-list-info/Contact')) as unknown as {
      relatedLists: { relatedListId: string }[];
    };
    expect(relatedLists.map(({ relatedListId }) => relatedListId)).toEqual([
      'Opportunities',
      'Cases',
      'CampaignMembers',
      'Sites__r',
      'OpenActivities',
      'ActivityHistories',
    ]);
  });
});
