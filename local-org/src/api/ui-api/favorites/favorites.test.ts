import { UiOrg } from '../testing/ui-org';

describe('favorites', () => {
  let ui: UiOrg;
  let accountId: string;
  beforeAll(async () => {
    ui = await UiOrg.start();
    accountId = await ui.api.create('Account', { Name: 'Acme' });
  });
  afterAll(() => ui.stop());

  const add = async (name: string, target: string, targetType: string): Promise<string> => {
    const { body } = await ui.call('POST', '/favorites', { name, target, targetType });
    return (body as { id: string }).id;
  };
  const names = async (): Promise<unknown[]> =>
    ((await ui.get('/favorites'))['favorites'] as { name: string }[]).map(({ name }) => name);

  it('adds, renames, moves, counts and removes them', async () => {
    const record = await add('Acme', accountId, 'Record');
    const home = await add('Sites', 'Site__c', 'ObjectHome');
    await add('Home', 'standard-home', 'Tab');
    expect(await ui.get(`/favorites/${record}`)).toMatchObject({
      accessCount: 0,
      id: expect.stringMatching(/^0MV/),
      objectType: 'Account',
      sortOrder: 1,
      subtitle: 'Account',
      target: accountId,
      targetType: 'Record',
    });
    await ui.call('PATCH', `/favorites/${home}`, { name: 'All sites', sortOrder: 1 });
    expect(await names()).toEqual(['All sites', 'Acme', 'Home']);
    expect((await ui.call('PATCH', `/favorites/${record}/usage`)).body).toMatchObject({ accessCount: 1 });
    await ui.call('PUT', '/favorites/batch', { favorites: [{ id: record, name: 'Acme Inc' }, { id: home }] });
    expect(await names()).toEqual(['Acme Inc', 'All sites']);
    expect((await ui.call('DELETE', `/favorites/${home}`)).status).toBe(204);
    expect(await names()).toEqual(['Acme Inc']);
    expect((await ui.callAsUser('GET', '/favorites')).body).toMatchObject({ favorites: [] });
  });

  it.each([
    [{ name: 'x', target: 'Nothing__c', targetType: 'ObjectHome' }, 400],
    [{ name: 'x', target: 'standard-nothing', targetType: 'Tab' }, 404],
    [{ name: 'x', target: 'Account', targetType: 'Page' }, 400],
    [{ target: 'Account', targetType: 'ObjectHome' }, 400],
  ])('refuses %j', async (favorite, status) => {
    expect((await ui.call('POST', '/favorites', favorite)).status).toBe(status);
  });
});
