import { UiOrg } from '../testing/ui-org';

interface App {
  readonly appId: string;
  readonly developerName: string;
  readonly navItems: readonly {
    readonly id: string;
    readonly developerName: string;
    readonly label: string;
  }[];
}

describe('apps', () => {
  let ui: UiOrg;
  beforeAll(async () => {
    ui = await UiOrg.start();
  });
  afterAll(() => ui.stop());

  const apps = async (): Promise<readonly App[]> => (await ui.get('/apps'))['apps'] as readonly App[];

  it('lists the apps with the tabs that the user may see', async () => {
    expect(await apps()).toMatchObject([
      { developerName: 'standard__LightningSales', label: 'Sales', selected: false, type: 'Lightning' },
      {
        appId: expect.stringMatching(/^06m\w{15}$/),
        developerName: 'Sites',
        label: 'Site Book',
        selected: true,
        navItems: [
          { itemType: 'Standard', standardType: 'Home', pageReference: { attributes: { pageName: 'home' } } },
          {
            developerName: 'standard-Account',
            itemType: 'Entity',
            objectApiName: 'Account',
            label: 'Accounts',
            pageReference: {
              type: 'standard__objectPage',
              attributes: { actionName: 'home', objectApiName: 'Account' },
            },
          },
          { custom: true, objectApiName: 'Site__c', objectLabelPlural: 'Sites' },
        ],
      },
    ]);
    const { body } = await ui.callAsUser('GET', '/apps');
    expect((body as { apps: App[] }).apps.map(({ developerName }) => developerName)).toEqual([
      'standard__LightningSales',
    ]);
  });

  it('remembers which app a user chose', async () => {
    const [sales] = await apps();
    await ui.call('PATCH', `/apps/${sales?.appId ?? ''}`);
    expect(await ui.get('/apps/selected')).toMatchObject({ developerName: 'standard__LightningSales' });
    expect(await ui.get('/apps/Sites')).toMatchObject({ selected: false });
    expect((await ui.call('GET', '/apps/Nothing')).status).toBe(404);
  });

  it('keeps the items that a user put together', async () => {
    const app = (await apps()).find(({ developerName }) => developerName === 'Sites');
    const [home, accounts] = app?.navItems ?? [];
    const page = {
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Site__c', actionName: 'list' },
      state: { filterName: 'Big' },
    };
    await ui.call('PUT', `/apps/${app?.appId ?? ''}/user-nav-items`, {
      navItems: [{ id: accounts?.id, label: 'My accounts' }, { id: home?.id }, { pageReference: page }],
    });
    expect(await ui.get('/apps/Sites?userCustomizations=true')).toMatchObject({
      userNavItems: [
        { label: 'My accounts' },
        { label: 'Home' },
        { objectApiName: 'Site__c', pageReference: page },
      ],
    });
    const refused = await ui.call('PUT', '/apps/Sites/user-nav-items', { navItems: [{ id: 'x' }] });
    expect(refused).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_ID_FIELD' }] });
  });

  it('lists all tabs by pages', async () => {
    const first = await ui.get('/nav-items?pageSize=2');
    expect(first['navItems']).toHaveLength(2);
    expect(first['nextPageUrl']).toContain('page=1');
    expect(await ui.get('/nav-items?navItemNames=Site__c,standard-home')).toMatchObject({
      navItems: [{ developerName: 'Site__c' }, { label: 'Home' }],
      nextPageUrl: null,
    });
  });
});
